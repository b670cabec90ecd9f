using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Market.Synthetic;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Reductions;
using Ratchet.Search.Studies;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Honesty;

/// <summary>
/// Runs whole reduced studies on synthetic markets: pure noise, where nothing can be found, and markets with a planted edge. Each study
/// searches and chooses on the development part; then, because the truth is ours, the sealed part is opened and compared.
/// </summary>
public sealed class HonestyRunner(HonestyOptions options, DatasetOptions dataset, TimeProvider clock)
{
    private const int BootstrapDraws = 4000;

    /// <summary>Runs every market of one kind; markets run in parallel, a study on one thread.</summary>
    /// <param name="planted">Whether an edge is planted.</param>
    /// <param name="threads">How many markets at a time; at least 1. It does not change the result.</param>
    /// <param name="finished">Told how many markets are done; may be null.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public KindSummary Run(bool planted, int threads, Action<int>? finished, CancellationToken cancellationToken)
    {
        options.Validate();
        var coefficient = planted ? options.InformationCoefficient : 0;
        var verdicts = new MarketVerdict[options.Markets];
        var done = 0;
        WorkQueue.Run(
            verdicts.Length,
            threads,
            i =>
            {
                verdicts[i] = Judge(options.Seed + (ulong)i, coefficient, cancellationToken);
                finished?.Invoke(Interlocked.Increment(ref done));
            },
            cancellationToken);
        return Summarise(planted ? "planted" : "noise", coefficient, verdicts);
    }

    private MarketVerdict Judge(ulong seed, double coefficient, CancellationToken cancellationToken)
    {
        var market = SyntheticMarket.Generate(options.Market with { Seed = seed, Bars = options.Bars, InformationCoefficient = coefficient });
        var bars = market.Bars;
        var settings = options.Study with { Seed = seed };
        var split = HoldOut.Choose(bars.OpenTime, settings.Validation.HoldOut);
        var development = DatasetBuilder.Build(bars.Slice(split.Development), dataset, settings.Validation.EdgeRows(split.Development), 1, cancellationToken);
        var runner = new StudyRunner(development, settings, 1, clock);
        var storage = new InMemoryStudyStorage();
        var found = runner.Search(stage => Study.LoadOrCreate(storage, stage), null, cancellationToken);
        var chosen = runner.Choose(found, cancellationToken)[0];
        var opened = HoldOutOpening.Open(bars, split, dataset, settings, chosen.Configuration, 1, cancellationToken);
        var run = opened.Chosen.Run;
        var random = opened.RandomEntry;
        return new(
            seed,
            run.Score.Composite,
            chosen.Second.Whole.Score.Composite,
            opened.Defaults.Run.Score.Composite,
            random?.MedianComposite ?? double.NaN,
            random?.CompositePercentile(run.Score.Composite) ?? double.NaN,
            run.Metrics.Trades,
            run.Metrics.TotalReturn,
            chosen.Second.Whole.Score.Viable,
            run.Score.Viable);
    }

    private KindSummary Summarise(string kind, double coefficient, MarketVerdict[] verdicts)
    {
        var traded = verdicts.Where(v => !double.IsNaN(v.RandomMedian)).ToArray();
        return new(
            kind,
            coefficient,
            verdicts,
            LaneReduction.Mean([.. verdicts.Select(v => v.Chosen)]),
            LaneReduction.Mean([.. verdicts.Select(v => v.ChosenSearch)]),
            LaneReduction.Mean([.. verdicts.Select(v => v.Defaults)]),
            Difference(kind, "defaults", [.. verdicts.Select(v => v.Chosen - v.Defaults)]),
            Difference(kind, "random", [.. traded.Select(v => v.Chosen - v.RandomMedian)]),
            LaneReduction.Mean([.. traded.Select(v => v.RandomPercentile)]),
            (double)verdicts.Count(v => v.Viable) / verdicts.Length,
            (double)verdicts.Count(v => v.ViableSealed) / verdicts.Length);
    }

    private PairedDifference Difference(string kind, string against, double[] differences)
    {
        if (differences.Length == 0)
        {
            return new(0, double.NaN, double.NaN, double.NaN, double.NaN);
        }

        var stream = StreamKey.FromSeed(options.Seed).Derive("interval").Derive(kind).Derive(against).Open();
        var means = new double[BootstrapDraws];
        var sample = new double[differences.Length];
        for (var draw = 0; draw < means.Length; draw++)
        {
            for (var i = 0; i < sample.Length; i++)
            {
                sample[i] = differences[stream.NextInt(differences.Length)];
            }

            means[draw] = LaneReduction.Mean(sample);
        }

        Array.Sort(means);
        var above = differences.Sum(d => d > 0 ? 1.0 : d == 0 ? 0.5 : 0.0) / differences.Length;
        return new(differences.Length, LaneReduction.Mean(differences), means[(int)(0.025 * means.Length)], means[(int)(0.975 * means.Length)], above);
    }
}
