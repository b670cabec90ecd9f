using System.Globalization;
using Ratchet.KillHost.Sessions;
using Ratchet.Numerics.Randomness;

namespace Ratchet.KillHost.Kills;

/// <summary>
/// Kills real processes that write a journal, goes on with each file to the end, and compares what is left with the run that nobody killed: the bytes of the engine's
/// state, of every event and of every audit record, the order hash, the number of orders and of distinct identities.
/// </summary>
internal static class KillTable
{
    public static bool Run(string folder, KillTableOptions options, TextWriter output)
    {
        Directory.CreateDirectory(folder);
        var counts = new List<KillCount> { AtBoundaries(folder, options, output) };
        if (options.Shim.Length > 0)
        {
            counts.Add(AtSystemCalls(folder, options, output, "before", "before a system call on the file"));
            counts.Add(AtSystemCalls(folder, options, output, "torn", "in the middle of a write on the file"));
        }

        counts.Add(AtRandom(folder, options, output));
        output.WriteLine("| killed | boundaries | kills | mismatches |");
        output.WriteLine("|---|---|---|---|");
        foreach (var count in counts)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {count.What} | {count.Boundaries} | {count.Kills} | {count.Mismatches} |"));
        }

        var mismatches = counts.Sum(c => c.Mismatches);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kills {counts.Sum(c => c.Kills)}, mismatches {mismatches}"));
        return mismatches == 0;
    }

    private static KillCount AtBoundaries(string folder, KillTableOptions options, TextWriter output)
    {
        var all = new Boundaries(0);
        var expected = Uninterrupted(folder, options.Steps, all, output);
        var step = options.Sample == 0 ? 1 : Math.Max(1, (double)all.Count / options.Sample);
        long kills = 0;
        long mismatches = 0;
        for (var at = 1.0; at <= all.Count; at += step)
        {
            var killAt = (long)at;
            var path = NewFile(folder);
            kills += Killed(path, options.Steps, new() { ["KILL_AT"] = killAt.ToString(CultureInfo.InvariantCulture) });
            mismatches += Differs(path, options.Steps, expected, output, $"boundary {killAt}");
        }

        return new("at a boundary of the journal", all.Count, kills, mismatches);
    }

    private static KillCount AtSystemCalls(string folder, KillTableOptions options, TextWriter output, string mode, string what)
    {
        var expected = Uninterrupted(folder, options.Steps, new(0), TextWriter.Null);
        var path = NewFile(folder);
        var counter = path + ".count";
        HostProcess.RunKilled(path, options.Steps, Settings(options, path, mode, 0, counter));
        var all = long.Parse(File.ReadAllText(counter), CultureInfo.InvariantCulture);
        Remove(path);
        var step = options.Sample == 0 ? 1 : Math.Max(1, (double)all / options.Sample);
        long kills = 0;
        long mismatches = 0;
        for (var at = 1.0; at <= all; at += step)
        {
            var killAt = (long)at;
            path = NewFile(folder);
            kills += Killed(path, options.Steps, Settings(options, path, mode, killAt, counter));
            mismatches += Differs(path, options.Steps, expected, output, $"{mode} system call {killAt}");
        }

        return new(what, all, kills, mismatches);
    }

    private static Dictionary<string, string> Settings(KillTableOptions options, string path, string mode, long killAt, string counter) => new(StringComparer.Ordinal)
    {
        ["LD_PRELOAD"] = options.Shim,
        ["KILL_PATH"] = path,
        ["KILL_MODE"] = mode,
        ["KILL_CALL"] = killAt.ToString(CultureInfo.InvariantCulture),
        ["KILL_COUNT"] = counter,
    };

    /// <summary>Kills one run after another, each going on with the file of the last, until one ends; then begins a new file.</summary>
    private static KillCount AtRandom(string folder, KillTableOptions options, TextWriter output)
    {
        var expected = Uninterrupted(folder, options.RandomSteps, new(0), output);
        var random = StreamKey.FromSeed((ulong)options.Seed).Derive("kills").Open();
        long kills = 0;
        long mismatches = 0;
        long files = 0;
        while (kills < options.Random)
        {
            var path = NewFile(folder);
            while (kills < options.Random)
            {
                // Three of four while the session runs, the others from the process's start on: while the file is opened and the session recovered.
                var running = random.NextInt(4) > 0;
                if (!HostProcess.RunKilledAfter(path, options.RandomSteps, random.NextInt(running ? 250 : 500), running))
                {
                    break;
                }

                kills++;
            }

            files++;
            mismatches += Differs(path, options.RandomSteps, expected, output, $"random file {files}");
        }

        return new(string.Create(CultureInfo.InvariantCulture, $"at a random moment, over {files} files"), 0, kills, mismatches);
    }

    private static Outcome Uninterrupted(string folder, int steps, Boundaries boundaries, TextWriter output)
    {
        var path = NewFile(folder);
        var outcome = ScriptRun.ToEnd(path, steps, boundaries);
        Remove(path);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"uninterrupted: {steps} bars a symbol, {outcome}"));
        return outcome;
    }

    private static int Killed(string path, int steps, Dictionary<string, string> settings) => HostProcess.RunKilled(path, steps, settings) ? 1 : 0;

    private static int Differs(string path, int steps, Outcome expected, TextWriter output, string where)
    {
        var outcome = ScriptRun.ToEnd(path, steps, new(0));
        Remove(path);
        if (outcome == expected)
        {
            return 0;
        }

        output.WriteLine($"{where}: {outcome}");
        return 1;
    }

    private static string NewFile(string folder)
    {
        var path = Path.Combine(folder, "journal.db");
        Remove(path);
        return path;
    }

    private static void Remove(string path)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
        {
            File.Delete(file);
        }
    }
}
