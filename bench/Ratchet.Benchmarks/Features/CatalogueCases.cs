using System.Diagnostics;
using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Features.OnChain;
using Ratchet.Features.Regimes;
using Ratchet.Features.Sets;
using Ratchet.Features.Statistics;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;

namespace Ratchet.Benchmarks.Features;

/// <summary>P11, P12 and P18a: the whole catalogue over a year of one-minute bars, the same bar by bar, and fractional differentiation.</summary>
internal static class CatalogueCases
{
    private const int YearOfMinutes = 525_600;
    private const int ShortRun = 20_000;

    public static CaseResult Batch(BenchmarkContext context)
    {
        var bars = BenchmarkBars.Read(context, YearOfMinutes);
        var catalogue = Catalogue(bars);
        var set = FeatureSet.All(catalogue);
        var spread = Spread.OfSeconds(() => FeatureBuilder.Build(bars, set, catalogue, context.Threads, CancellationToken.None), 5);
        var quality = new List<KeyValuePair<string, double>> { new("features", set.Features.Count), new("bars", bars.Count) };
        foreach (var (name, seconds) in catalogue.Families.Select(f => (Name: f.Features[0].Name, Seconds: FamilySeconds(f, bars))).OrderByDescending(f => f.Seconds).Take(8))
        {
            quality.Add(new($"{name}_family_ms", seconds * 1000));
        }

        var tenth = bars.Slice(new IndexRange(0, bars.Count / 10));
        quality.Add(new("s_at_52560", Spread.OfSeconds(() => FeatureBuilder.Build(tenth, set, catalogue, context.Threads, CancellationToken.None)).Least));
        return new(spread, quality);
    }

    public static CaseResult Stream(BenchmarkContext context)
    {
        var bars = BenchmarkBars.Read(context, YearOfMinutes);
        var catalogue = Catalogue(bars);
        var set = FeatureSet.All(catalogue);
        var streams = new FeatureStreamSet(set, catalogue, bars.TimeFrame);
        var row = new double[set.Features.Count];
        Feed(streams, bars, new IndexRange(0, ShortRun), row, new double[ShortRun]);
        var early = new double[ShortRun];
        Feed(streams, bars, new IndexRange(ShortRun, 2 * ShortRun), row, early);
        Feed(streams, bars, new IndexRange(2 * ShortRun, YearOfMinutes - ShortRun), row, new double[YearOfMinutes - (3 * ShortRun)]);
        var late = new double[ShortRun];
        var before = GC.GetAllocatedBytesForCurrentThread();
        Feed(streams, bars, new IndexRange(YearOfMinutes - ShortRun, YearOfMinutes), row, late);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        var lateSpread = Spread.Of(late);
        return new(lateSpread, [
            new("p99_us", late[(int)(0.99 * late.Length)]),
            new("allocated_bytes", allocated),
            new("median_us_after_20000_bars", Spread.Of(early).Median),
            new("median_us_after_505600_bars", lateSpread.Median),
        ]);
    }

    public static CaseResult Fractional(BenchmarkContext context)
    {
        var bars = BenchmarkBars.Read(context, ShortRun);
        var logs = new double[ShortRun];
        for (var i = 0; i < logs.Length; i++)
        {
            logs[i] = Math.Log(bars.Close[i]);
        }

        var weights = FractionalDifference.Weights(0.4, 1e-4, 512);
        double[] result = [];
        var spread = Spread.OfSeconds(() => result = FractionalDifference.Apply(logs, weights), 15).Map(s => s * 1000);
        return new(spread, [new("weights", weights.Length), new("checksum", result[^1])]);
    }

    private static FeatureCatalogue Catalogue(BarSeries bars)
    {
        var options = new RegimeOptions();
        var model = FittedRegimes.Fit(bars.Slice(new IndexRange(0, 4000)), options);
        return new([.. TechnicalFeatures.All, .. StatisticalFeatures.All, .. RegimeFeatures.Create(options, model), .. OnChainFeatures.All]);
    }

    private static double FamilySeconds(IFeatureFamily family, BarSeries bars)
    {
        double[][] columns = [.. family.Features.Select(_ => new double[bars.Count])];
        return Spread.OfSeconds(() => family.Compute(bars, columns, CancellationToken.None), 3).Least;
    }

    private static void Feed(FeatureStreamSet streams, BarSeries bars, IndexRange range, double[] row, double[] microseconds)
    {
        for (var i = range.Start; i < range.End; i++)
        {
            var bar = bars[i];
            var start = Stopwatch.GetTimestamp();
            streams.Update(bar, row);
            microseconds[i - range.Start] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }
}
