using System.Globalization;
using Ratchet.Benchmarks.Cases;

namespace Ratchet.Benchmarks;

/// <summary>The command line of the cases.</summary>
internal sealed record RunnerOptions
{
    public const string Usage = "Options: --json, --in-process, --threads n, --peers folder, --peer-runs n, --results folder, --date yyyy-mm-dd.";

    /// <summary>What is run, in the table's order.</summary>
    public IReadOnlyList<BenchmarkCase> Cases { get; private init; } = CaseTable.All;

    public bool Json { get; private init; }

    /// <summary>Whether all cases run in this process, as a profiler wants it; then no memory is measured.</summary>
    public bool InProcess { get; private init; }

    public int Threads { get; private init; } = Environment.ProcessorCount;

    /// <summary>The folder of the peers' scripts; null for recorded figures.</summary>
    public string? Peers { get; private init; }

    /// <summary>How often a peer's script is run.</summary>
    public int PeerRuns { get; private init; } = 1;

    /// <summary>Where results are kept; null for nowhere.</summary>
    public string? Results { get; private init; }

    /// <summary>The day that results are named by.</summary>
    public string Date { get; private init; } = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads the words of the command line.</summary>
    /// <param name="words">The words.</param>
    /// <param name="options">The options, where every word was understood.</param>
    /// <returns>What is wrong, or null.</returns>
    public static string? Parse(IReadOnlyList<string> words, out RunnerOptions options)
    {
        options = new RunnerOptions();
        var wanted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < words.Count; i++)
        {
            var next = i + 1 < words.Count ? words[i + 1] : null;
            var named = CaseSelection.Named(CaseTable.All, words[i]);
            wanted.UnionWith(named.Select(c => c.Id));
            switch (words[i])
            {
                case var _ when named.Count > 0:
                    continue;
                case "--json":
                    options = options with { Json = true };
                    continue;
                case "--in-process":
                    options = options with { InProcess = true };
                    continue;
                case "--threads" when int.TryParse(next, out var threads) && threads >= 1:
                    options = options with { Threads = threads };
                    break;
                case "--peer-runs" when int.TryParse(next, out var runs) && runs >= 1:
                    options = options with { PeerRuns = runs };
                    break;
                case "--peers" when next is not null:
                    options = options with { Peers = Path.GetFullPath(next) };
                    break;
                case "--results" when next is not null:
                    options = options with { Results = Path.GetFullPath(next) };
                    break;
                case "--date" when DateOnly.TryParseExact(next, "yyyy-MM-dd", out _):
                    options = options with { Date = next! };
                    break;
                default:
                    return $"'{words[i]}{(next is null ? "" : " " + next)}' is no case or option. Cases: {string.Join(' ', CaseTable.All.Select(c => c.Id))}, PARITY. {Usage}";
            }

            i++;
        }

        options = options with { Cases = wanted.Count == 0 ? CaseTable.All : [.. CaseTable.All.Where(c => wanted.Contains(c.Id))] };
        return null;
    }
}
