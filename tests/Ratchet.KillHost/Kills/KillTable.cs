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
            counts.Add(AtSystemCalls(folder, options, output, "torn", "in the middle of a write on the file, or before a flush"));
        }

        counts.Add(AtRandom(folder, options, output));
        counts.Add(WithAdaptiveLayer(folder, options, output));
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
        return KillAtEach("at a call or step of the journal", all.Count, folder, options, expected, output, (at, _) => new() { ["KILL_AT"] = Text(at) });
    }

    private static KillCount AtSystemCalls(string folder, KillTableOptions options, TextWriter output, string mode, string what)
    {
        var expected = Uninterrupted(folder, options.Steps, new(0), TextWriter.Null);
        var path = NewFile(folder, 0);
        HostProcess.RunKilled(path, options.Steps, Settings(options, path, mode, 0));
        var all = long.Parse(File.ReadAllText(path + ".count"), CultureInfo.InvariantCulture);
        Remove(path);
        return KillAtEach(what, all, folder, options, expected, output, (at, file) => Settings(options, file, mode, at));
    }

    /// <summary>One process for each boundary, or for a sample of them, some at a time; each has a file of its own.</summary>
    private static KillCount KillAtEach(
        string what,
        long all,
        string folder,
        KillTableOptions options,
        Outcome expected,
        TextWriter output,
        Func<long, string, Dictionary<string, string>> settings)
    {
        var count = options.Sample == 0 ? all : Math.Min(all, options.Sample);
        long kills = 0;
        long mismatches = 0;
        var lines = TextWriter.Synchronized(output);
        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = options.Jobs }, i =>
        {
            var at = 1 + (i * all / count);
            var path = NewFile(folder, at);
            Interlocked.Add(ref kills, HostProcess.RunKilled(path, options.Steps, settings(at, path)) ? 1 : 0);
            Interlocked.Add(ref mismatches, Differs(path, file => ScriptRun.ToEnd(file, options.Steps, new(0)), expected, lines, $"{what}, {at}"));
        });
        return new(what, all, kills, mismatches);
    }

    private static Dictionary<string, string> Settings(KillTableOptions options, string path, string mode, long at) => new(StringComparer.Ordinal)
    {
        ["LD_PRELOAD"] = options.Shim,
        ["KILL_PATH"] = path,
        ["KILL_MODE"] = mode,
        ["KILL_CALL"] = Text(at),
        ["KILL_COUNT"] = path + ".count",
    };

    /// <summary>Kills one run after another, each going on with the file of the last, until one ends; then begins a new file.</summary>
    private static KillCount AtRandom(string folder, KillTableOptions options, TextWriter output) => KillAtRandom(
        "at a random moment",
        folder,
        options,
        options.Random,
        "run",
        Uninterrupted(folder, options.RandomSteps, new(0), output),
        path => ScriptRun.ToEnd(path, options.RandomSteps, new(0)),
        output);

    private static KillCount WithAdaptiveLayer(string folder, KillTableOptions options, TextWriter output)
    {
        var path = NewFile(folder, 0);
        var expected = AdaptiveRun.ToEnd(path, options.RandomSteps);
        Remove(path);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"uninterrupted, with the adaptive layer: {options.RandomSteps} bars a symbol, {expected}"));
        return KillAtRandom(
            "at a random moment, with the adaptive layer", folder, options, options.Adaptive, "adaptive", expected, file => AdaptiveRun.ToEnd(file, options.RandomSteps), output);
    }

    private static KillCount KillAtRandom(
        string what,
        string folder,
        KillTableOptions options,
        int wanted,
        string command,
        Outcome expected,
        Func<string, Outcome> toEnd,
        TextWriter output)
    {
        var random = StreamKey.FromSeed((ulong)options.Seed).Derive(command == "run" ? "kills" : command).Open();
        long kills = 0;
        long mismatches = 0;
        long files = 0;
        while (kills < wanted)
        {
            var path = NewFile(folder, files);
            while (kills < wanted)
            {
                // Three of four while the session runs, the others from the process's start on: while the file is opened and the session recovered.
                var running = random.NextInt(4) > 0;
                if (!HostProcess.RunKilledAfter(path, options.RandomSteps, random.NextInt(running ? 250 : 500), running, command))
                {
                    break;
                }

                kills++;
            }

            files++;
            mismatches += Differs(path, toEnd, expected, output, $"{what}, file {files}");
        }

        return new(string.Create(CultureInfo.InvariantCulture, $"{what}, over {files} files"), 0, kills, mismatches);
    }

    private static Outcome Uninterrupted(string folder, int steps, Boundaries boundaries, TextWriter output)
    {
        var path = NewFile(folder, 0);
        var outcome = ScriptRun.ToEnd(path, steps, boundaries);
        Remove(path);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"uninterrupted: {steps} bars a symbol, {outcome}"));
        return outcome;
    }

    private static int Differs(string path, Func<string, Outcome> toEnd, Outcome expected, TextWriter output, string where)
    {
        var outcome = toEnd(path);
        Remove(path);
        if (outcome == expected)
        {
            return 0;
        }

        output.WriteLine($"{where}: {outcome}");
        return 1;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string NewFile(string folder, long number)
    {
        var path = Path.Combine(folder, $"journal-{Text(number)}.db");
        Remove(path);
        return path;
    }

    private static void Remove(string path)
    {
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + "*"))
        {
            File.Delete(file);
        }

        if (Directory.Exists(path + ".state"))
        {
            Directory.Delete(path + ".state", recursive: true);
        }
    }
}
