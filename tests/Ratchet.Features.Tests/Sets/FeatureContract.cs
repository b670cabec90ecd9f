using Ratchet.Features.Audit;
using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Sets;

/// <summary>
/// What every feature family must keep. Derive a class and give it the families:
/// <c>public sealed class TrendFeatureContractTests() : FeatureContract([new MacdFamily()]);</c>.
/// </summary>
public abstract class FeatureContract(IReadOnlyList<IFeatureFamily> families)
{
    private const int Count = 1500;

    private static readonly TimeFrame Hour = TimeFrame.Hour1;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Features_EveryFamily_HaveDistinctNamesAndSummaries()
    {
        var features = families.SelectMany(f => f.Features).ToArray();
        Assert.NotEmpty(features);
        Assert.Equal(features.Length, features.Select(f => f.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(features, f => Assert.False(string.IsNullOrWhiteSpace(f.Summary), f.Name));
    }

    [Fact]
    public void Compute_RandomBars_IsTheStreamBitForBit() => AssertStreamsAgree(RandomBars.Create(Count, 1, Hour));

    [Fact]
    public void Compute_RealBars_IsTheStreamBitForBit() => AssertStreamsAgree(GoldenIndicators.Hourly().Bars);

    [Fact]
    public void Compute_RealBars_IsDefinedFromTheWarmUpOn() => AssertWarmUp(GoldenIndicators.Hourly().Bars, "real");

    [Theory]
    [InlineData(15)]
    [InlineData(60)]
    [InlineData(240)]
    [InlineData(1440)]
    public void Compute_RandomBars_IsDefinedFromTheWarmUpOn(int minutes)
    {
        if (Takes(new(minutes)))
        {
            AssertWarmUp(RandomBars.Create(Count, 2, new(minutes)), $"{minutes} minutes");
        }
    }

    [Fact]
    public void Compute_FlatBarsAndNoVolume_StaysDefined()
    {
        AssertWarmUp(RandomBars.Create(Count, 3, Hour, i => i is (>= 650 and < 950) or >= 1200), "two flat stretches");
        AssertWarmUp(RandomBars.Create(Count, 4, Hour, i => i % 3 != 0), "two of three bars flat");
        AssertWarmUp(RandomBars.Create(Count, 5, Hour, i => i is > 0 and < 700), "flat at the start");
        AssertWarmUp(RandomBars.Create(Count, 6, Hour, _ => true), "flat throughout");
    }

    [Fact]
    public void Compute_MissingBars_StaysDefined() =>
        AssertWarmUp(RandomBars.Without(RandomBars.Create(2 * Count, 7, Hour, start: RandomBars.Start + (5 * Hour.Milliseconds)), i => i % 7 == 3 || i % 500 > 420), "gaps");

    [Fact]
    public void Compute_ShorterOrOtherFuture_ChangesNothingBefore()
    {
        var catalogue = new FeatureCatalogue(families);
        var report = LookAheadAudit.Run(RandomBars.Create(Count, 8, Hour), FeatureSet.All(catalogue), catalogue, new() { CutCount = 6 }, Token);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void Compute_RealBarsCutShort_ChangesNothingBefore()
    {
        var catalogue = new FeatureCatalogue(families);
        var report = LookAheadAudit.Run(GoldenIndicators.Hourly().Bars, FeatureSet.All(catalogue), catalogue, new() { CutCount = 6, Seed = 1 }, Token);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public void Compute_Prices_AreScaleFree()
    {
        // A power of two scales every price without rounding.
        var bars = RandomBars.Create(Count, 9, Hour);
        var scaled = RandomBars.FromBars(Hour, [.. Enumerable.Range(0, bars.Count).Select(i => bars[i]).Select(b => b with { Open = b.Open / 1024, High = b.High / 1024, Low = b.Low / 1024, Close = b.Close / 1024 })]);
        foreach (var family in families)
        {
            var (here, there) = (Columns(family, bars), Columns(family, scaled));
            for (var k = 0; k < here.Length; k++)
            {
                for (var i = 0; i < here[k].Length; i++)
                {
                    var same = here[k][i].Equals(there[k][i]) || Math.Abs(here[k][i] - there[k][i]) <= 1e-6 * Math.Max(1, Math.Abs(here[k][i]));
                    if (!same && !NotScaleFree.Contains(family.Features[k].Name))
                    {
                        Assert.Fail($"{family.Features[k].Name} at bar {i}: {here[k][i]} and, at another price level, {there[k][i]}.");
                    }
                }
            }
        }
    }

    [Fact]
    public void Reset_AfterManyBars_StartsAgain()
    {
        var bars = RandomBars.Create(700, 10, Hour);
        foreach (var family in families)
        {
            var stream = family.CreateStream(Hour);
            var first = Streamed(family, stream, bars);
            stream.Reset();
            AssertSame(family, first, Streamed(family, stream, bars));
        }
    }

    [Fact]
    public void CreateStream_TwoStreams_DoNotShareState()
    {
        var (left, right) = (RandomBars.Create(400, 11, Hour), RandomBars.Create(400, 12, Hour));
        foreach (var family in families)
        {
            var (one, two) = (family.CreateStream(Hour), family.CreateStream(Hour));
            var (expected, actual) = (Streamed(family, family.CreateStream(Hour), left), Empty(family, left.Count));
            var row = new double[family.Features.Count];
            for (var i = 0; i < left.Count; i++)
            {
                two.Update(right[i], row);
                one.Update(left[i], row);
                Write(row, actual, i);
            }

            AssertSame(family, expected, actual);
        }
    }

    [Fact]
    public void Update_AnyBar_AllocatesNothing()
    {
        var bars = RandomBars.Create(Count, 13, Hour);
        foreach (var family in families)
        {
            var stream = family.CreateStream(Hour);
            var row = new double[family.Features.Count];
            Feed(stream, bars, row);
            var allocated = long.MaxValue;
            for (var pass = 0; pass < 3; pass++)
            {
                // The least of several: what the runtime allocates once is not the family's.
                var before = GC.GetAllocatedBytesForCurrentThread();
                Feed(stream, bars, row);
                allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
            }

            Assert.True(allocated == 0, $"{family.GetType().Name} ({family.Features[0].Name}) allocated {allocated} bytes in {bars.Count} updates.");
        }
    }

    /// <summary>Features that depend on the price level by their nature; override to name them.</summary>
    protected virtual IReadOnlyCollection<string> NotScaleFree => [];

    /// <summary>Whether the families can be made from bars of this length; override where some cannot.</summary>
    protected virtual bool Takes(TimeFrame bars) => true;

    private static void Feed(IFeatureStream stream, BarSeries bars, double[] row)
    {
        for (var i = 0; i < bars.Count; i++)
        {
            stream.Update(bars[i], row);
        }
    }

    private void AssertStreamsAgree(BarSeries bars)
    {
        foreach (var family in families)
        {
            AssertSame(family, Columns(family, bars), Streamed(family, family.CreateStream(bars.TimeFrame), bars));
        }
    }

    private void AssertWarmUp(BarSeries bars, string what)
    {
        foreach (var family in families)
        {
            var columns = Columns(family, bars);
            for (var k = 0; k < columns.Length; k++)
            {
                var feature = family.Features[k];
                var warmUp = feature.WarmUp(bars.TimeFrame);
                for (var i = 0; i < bars.Count; i++)
                {
                    var value = columns[k][i];
                    if (i < warmUp ? !double.IsNaN(value) : !double.IsFinite(value))
                    {
                        Assert.Fail($"{feature.Name} ({what}), warm-up {warmUp}: bar {i} is {value}.");
                    }
                }
            }
        }
    }

    private static double[][] Columns(IFeatureFamily family, BarSeries bars)
    {
        var columns = Empty(family, bars.Count);
        family.Compute(bars, columns, Token);
        return columns;
    }

    private static double[][] Streamed(IFeatureFamily family, IFeatureStream stream, BarSeries bars)
    {
        var columns = Empty(family, bars.Count);
        var row = new double[family.Features.Count];
        for (var i = 0; i < bars.Count; i++)
        {
            stream.Update(bars[i], row);
            Write(row, columns, i);
        }

        return columns;
    }

    private static double[][] Empty(IFeatureFamily family, int count) => [.. family.Features.Select(_ => new double[count])];

    private static void Write(double[] row, double[][] columns, int index)
    {
        for (var k = 0; k < row.Length; k++)
        {
            columns[k][index] = row[k];
        }
    }

    private static void AssertSame(IFeatureFamily family, double[][] expected, double[][] actual)
    {
        for (var k = 0; k < expected.Length; k++)
        {
            for (var i = 0; i < expected[k].Length; i++)
            {
                var same = BitConverter.DoubleToInt64Bits(expected[k][i]) == BitConverter.DoubleToInt64Bits(actual[k][i])
                    || (double.IsNaN(expected[k][i]) && double.IsNaN(actual[k][i]));
                if (!same)
                {
                    Assert.Fail($"{family.Features[k].Name} at bar {i}: {expected[k][i]:R} and {actual[k][i]:R}.");
                }
            }
        }
    }
}
