using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Testing.Fuzzing;

/// <summary>
/// Gives many damaged inputs to one importer. Every one must end with data or with the importer's own refusal, within a bound of time and of memory. The
/// number of inputs is <c>RATCHET_FUZZ_INPUTS</c> where that is set; <c>RATCHET_FUZZ_RESULTS</c> names a file to which a JSON line an importer is added.
/// </summary>
public static class FuzzRun
{
    private const ulong Seed = 20_240_615;
    private const int FewInputs = 100;
    private const int MostFailures = 20;

    /// <summary>Far above what any input of this size needs, so that only a reader that does not end comes there.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    /// <summary>The most that one input may allocate.</summary>
    private const long MostBytes = 256L << 20;

    /// <summary>How many inputs an importer gets: some in every run of the tests, all by the command.</summary>
    public static int Inputs =>
        int.TryParse(Environment.GetEnvironmentVariable("RATCHET_FUZZ_INPUTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : FewInputs;

    /// <summary>Runs an importer over its inputs.</summary>
    /// <param name="name">The importer.</param>
    /// <param name="seeds">Good inputs.</param>
    /// <param name="read">Reads one; true where it gave data, false where it was refused. Any exception is a failure.</param>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Any exception at all is what is looked for.")]
    public static FuzzOutcome Of(string name, IReadOnlyList<FuzzSeed> seeds, Func<FuzzInput, bool> read)
    {
        var inputs = Inputs;
        var key = StreamKey.FromSeed(Seed).Derive(name);
        var progress = new Progress();
        var folder = Directory.CreateTempSubdirectory("ratchet-fuzz-").FullName;
        var worker = new Thread(() =>
        {
            for (var number = 0; number < inputs && progress.Failures.Count < MostFailures; number++)
            {
                var input = FuzzInput.Make(seeds, key, number, folder);
                progress.Begin(number);
                try
                {
                    progress.End(read(input));
                }
                catch (Exception exception)
                {
                    progress.Fail($"input {number} ({Path.GetFileName(input.Path)}): {exception}");
                    Keep(name, input);
                }
            }
        })
        { IsBackground = true, Name = "fuzz " + name };
        worker.Start();
        while (!worker.Join(TimeSpan.FromSeconds(1)))
        {
            if (progress.Current > Longest)
            {
                // The folder stays, because the thread still reads in it.
                return progress.Outcome(name, inputs, $"input {progress.Number} does not end: {folder}");
            }
        }

        Directory.Delete(folder, recursive: true);
        var outcome = progress.Outcome(name, inputs, null);
        Report(outcome);
        return outcome;
    }

    private static void Keep(string name, FuzzInput input)
    {
        if (Environment.GetEnvironmentVariable("RATCHET_FUZZ_RESULTS") is { Length: > 0 } results)
        {
            var safe = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
            File.Copy(input.Path, string.Create(CultureInfo.InvariantCulture, $"{results}.{safe}.{input.Number}.{Path.GetFileName(input.Path)}"), overwrite: true);
        }
    }

    private static void Report(FuzzOutcome outcome)
    {
        if (Environment.GetEnvironmentVariable("RATCHET_FUZZ_RESULTS") is { Length: > 0 } results)
        {
            File.AppendAllText(results, JsonSerializer.Serialize(outcome) + "\n");
        }
    }

    /// <summary>What has happened so far; the watching thread reads only the number and the beginning of the current input.</summary>
    private sealed class Progress
    {
        private readonly Lock gate = new();
        private long began;
        private long allocated;
        private int accepted;
        private int refused;
        private TimeSpan busy;
        private TimeSpan slowest;
        private int slowestInput;
        private long most;

        public List<string> Failures { get; } = [];

        public int Number { get; private set; }

        /// <summary>How long the current input has taken.</summary>
        public TimeSpan Current
        {
            get
            {
                lock (gate)
                {
                    return began == 0 ? TimeSpan.Zero : Stopwatch.GetElapsedTime(began);
                }
            }
        }

        public void Begin(int number)
        {
            lock (gate)
            {
                Number = number;
                allocated = GC.GetAllocatedBytesForCurrentThread();
                busy = ThreadTime.Spent();
                began = Stopwatch.GetTimestamp();
            }
        }

        public void End(bool isAccepted)
        {
            Stop();
            accepted += isAccepted ? 1 : 0;
            refused += isAccepted ? 0 : 1;
        }

        public void Fail(string failure)
        {
            Stop();
            lock (gate)
            {
                Failures.Add(failure);
            }
        }

        public FuzzOutcome Outcome(string name, int inputs, string? failure)
        {
            lock (gate)
            {
                return new(name, inputs, accepted, refused, slowest.TotalMilliseconds, slowestInput, most / 1048576.0, failure is null ? [.. Failures] : [.. Failures, failure]);
            }
        }

        private void Stop()
        {
            lock (gate)
            {
                var elapsed = Stopwatch.GetElapsedTime(began);
                var spent = ThreadTime.Spent() - busy;
                var time = spent > TimeSpan.Zero ? spent : elapsed;
                var bytes = GC.GetAllocatedBytesForCurrentThread() - allocated;
                began = 0;
                (slowest, slowestInput) = time > slowest ? (time, Number) : (slowest, slowestInput);
                most = Math.Max(most, bytes);
                if (bytes > MostBytes)
                {
                    Failures.Add(string.Create(CultureInfo.InvariantCulture, $"input {Number} allocated {bytes >> 20} MB"));
                }
            }
        }
    }
}
