using Ratchet.Scenarios.Processes;

namespace Ratchet.Scenarios.Backtests;

/// <summary>
/// The file of pinned runs, reviewed like code. A change of a line says that orders, fills or measures have changed: look why. With RATCHET_WRITE_GOLDENS=1 the tests
/// write the lines that they find instead of comparing.
/// </summary>
internal static class BacktestGoldens
{
    private static readonly Lock Gate = new();

    private static string File { get; } = Path.Combine(RepositoryRoot.Path, "tests", "Ratchet.Scenarios", "Backtests", "backtests.golden.txt");

    public static void Check(string line)
    {
        var name = NameOf(line);
        if (Environment.GetEnvironmentVariable("RATCHET_WRITE_GOLDENS") == "1")
        {
            lock (Gate)
            {
                System.IO.File.WriteAllLines(File, Lines().Where(l => NameOf(l) != name).Append(line).Order(StringComparer.Ordinal));
            }

            return;
        }

        Assert.Equal(Lines().SingleOrDefault(l => NameOf(l) == name), line);
    }

    private static string NameOf(string line) => line[..Math.Max(0, line.IndexOf(": ", StringComparison.Ordinal))];

    private static string[] Lines() => System.IO.File.Exists(File) ? System.IO.File.ReadAllLines(File) : [];
}
