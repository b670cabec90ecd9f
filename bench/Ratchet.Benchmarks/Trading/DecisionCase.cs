using System.Diagnostics;
using Ratchet.Adaptation.Sessions;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Storage.Journal;
using Ratchet.Strategies.Ensemble;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;

namespace Ratchet.Benchmarks.Trading;

/// <summary>
/// P13: from a closed bar to what is ordered on it: every feature, the regime, four forests and the layer above them, selector and advisor, the engine and the risk gate, through the session
/// that paper trading uses. The commit to the journal is timed beside it.
/// </summary>
internal static class DecisionCase
{
    private const int Timed = 4_000;
    private const int Rounds = 5;
    private const double Tail = 0.99;

    // Thresholds so low that advice is given on signals and not withheld.
    private static readonly AdaptiveOptions Adaptive = new()
    {
        Selector = new() { MaximumCostShare = 10 },
        Advisor = new() { QualityRules = new() { Threshold = 0.3 }, RetirementRules = new() { LeastTrades = 10_000, Window = 10_000 } },
    };

    public static CaseResult BarToDecision(BenchmarkContext context)
    {
        var model = new DecisionModel(context.Threads);
        var tails = new double[Rounds];
        var medians = new double[Rounds];
        Counts counts = new();
        for (var round = 0; round < Rounds; round++)
        {
            counts = new();
            var times = Run(model, new MemoryJournal(), counts, commits: null);
            Array.Sort(times);
            (tails[round], medians[round]) = (times[(int)(Tail * times.Length)], times[times.Length / 2]);
        }

        var (durable, commits) = Durable(model);
        return new(
            Spread.Of(tails),
            [
                new("median_us", Spread.Of(medians).Median),
                new("spoken", counts.Considered),
                new("orders", counts.Orders),
                new("sqlite_p99_us_without_commit", durable[(int)(Tail * durable.Length)]),
                new("sqlite_commit_median_us", commits[commits.Length / 2]),
                new("sqlite_commit_p99_us", commits[(int)(Tail * commits.Length)]),
            ]);
    }

    private static (double[] Decisions, double[] Commits) Durable(DecisionModel model)
    {
        var folder = Directory.CreateTempSubdirectory("ratchet-bench-").FullName;
        try
        {
            var commits = new double[Timed];
            using var journal = SqliteJournal.Open(Path.Combine(folder, "journal.db"), new JournalIdentity("P13", "benchmark", 0));
            var times = Run(model, journal, new(), commits);
            Array.Sort(times);
            Array.Sort(commits);
            return (times, commits);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Microseconds of each of the last bars; those before warm up features, code and the regime.
    private static double[] Run(DecisionModel model, IJournal journal, Counts counts, double[]? commits)
    {
        var bars = model.Bars;
        var options = new EngineOptions
        {
            Instruments = [new() { Symbol = bars.Symbol, Frame = bars.TimeFrame }],
            Strategies = [new() { Name = "ensemble", ConfidenceThreshold = 0.5 }],
            Limits = new() { DailyLoss = 1, DrawdownReduce = 0.998, DrawdownHalt = 0.999, LosingRun = 0 },
        };
        var strategy = new EnsembleStrategy(
            "ensemble", bars.Symbol, [bars.Symbol], false, () => new EnsembleStream(model.Model, model.Inputs, model.Catalogue, bars.TimeFrame), new MarketContexts(bars.TimeFrame));
        var session = new TradingSession(new TradingEngine(options), [strategy], new AdaptiveAdviser(Adaptive, options), journal, 0) { Published = counts };
        var times = new double[Timed];
        var begin = bars.Count - Timed;
        for (var row = 0; row < bars.Count; row++)
        {
            var bar = bars[row];
            var start = Stopwatch.GetTimestamp();
            session.BarClosed(bar.OpenTime + bars.TimeFrame.Milliseconds, 0, bar);
            var decided = Stopwatch.GetTimestamp();
            if (row >= begin || commits is null || row % 1000 == 0)
            {
                session.Commit();
            }

            if (row >= begin)
            {
                times[row - begin] = Stopwatch.GetElapsedTime(start, decided).TotalMicroseconds;
                if (commits is not null)
                {
                    commits[row - begin] = Stopwatch.GetElapsedTime(decided).TotalMicroseconds;
                }
            }
        }

        return times;
    }

    private sealed class Counts : IAuditSink
    {
        public long Considered { get; private set; }

        public long Orders { get; private set; }

        public void Write(in AuditRecord record)
        {
            Considered += record.Kind is AuditKind.Considered or AuditKind.Accepted ? 1 : 0;
            Orders += record.Kind == AuditKind.OrderPlaced ? 1 : 0;
        }
    }
}
