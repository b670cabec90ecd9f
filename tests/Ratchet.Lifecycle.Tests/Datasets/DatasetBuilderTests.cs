using Ratchet.Lifecycle.Datasets;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;

namespace Ratchet.Lifecycle.Tests.Datasets;

public sealed class DatasetBuilderTests
{
    private const int Cut = 1500;
    private static readonly BarSeries Bars = TinyStudy.PricesAndVolume(TinyStudy.Market(2000));

    [Fact]
    public void Build_EveryRow_IsCompleteAndHasRoomForItsLabel()
    {
        var dataset = TinyStudy.Dataset(Bars);
        var rows = dataset.Rows.ToArray();
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Order().Distinct(), rows);
        Assert.True(rows[0] >= dataset.Features.FirstCompleteRow);
        Assert.True(rows[^1] + dataset.LongestHorizon + 1 < Bars.Count);
        foreach (var row in rows)
        {
            Assert.All(dataset.Features.Columns, c => Assert.True(double.IsFinite(c[row])));
            Assert.NotEqual(0, dataset.Primary.Side[row]);
            Assert.True(dataset.Primary.Sigma[row] > 0 && dataset.Distance.Span[row] > 0);
        }
    }

    [Fact]
    public void Build_EveryRowLeftOut_HasAReason()
    {
        var dataset = TinyStudy.Dataset(Bars);
        var kept = dataset.Rows.ToArray().ToHashSet();
        for (var row = dataset.Features.FirstCompleteRow; row < Bars.Count - dataset.LongestHorizon - 1; row++)
        {
            var complete = dataset.Primary.Side[row] != 0 && dataset.Distance.Span[row] > 0 && dataset.Features.Columns.All(c => double.IsFinite(c[row]));
            Assert.Equal(complete, kept.Contains(row));
        }
    }

    [Fact]
    public void Build_BarsAfterTheSliceReplaced_ChangesNothing()
    {
        var slice = new IndexRange(0, Cut);
        var before = TinyStudy.Dataset(Bars.Slice(slice), slice);
        var after = TinyStudy.Dataset(TinyStudy.ReplaceFrom(Bars, Cut, 77).Slice(slice), slice);
        Assert.Equal(before.ContentHash, after.ContentHash);
        AssertSame(before, after, Cut);
    }

    [Fact]
    public void Build_WholeHistoryWithEdgesOfTheDevelopmentPart_IsTheDevelopmentPartAndMore()
    {
        // What opens the sealed part must see the same features and bins as the study did.
        var slice = new IndexRange(0, Cut);
        var development = TinyStudy.Dataset(Bars.Slice(slice), slice);
        var whole = TinyStudy.Dataset(TinyStudy.ReplaceFrom(Bars, Cut, 78), slice);
        AssertSame(development, whole, Cut);
        Assert.Equal(development.Rows.ToArray(), whole.Rows.ToArray()[..development.Rows.Length]);
    }

    [Fact]
    public void Build_BarsOutsideTheEdgeRowsReplaced_LeavesTheBinEdges()
    {
        var edges = new IndexRange(0, 1000);
        var replaced = TinyStudy.ReplaceFrom(Bars, 1000, 79);
        Assert.Equal(Thresholds(TinyStudy.Dataset(Bars, edges)), Thresholds(TinyStudy.Dataset(replaced, edges)));
        Assert.NotEqual(Thresholds(TinyStudy.Dataset(Bars)), Thresholds(TinyStudy.Dataset(replaced)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Build_AnyNumberOfThreads_GivesTheSameBits(int threads)
    {
        var one = TinyStudy.Dataset(Bars);
        var many = DatasetBuilder.Build(Bars, TinyStudy.DatasetOptions, new(0, Bars.Count), threads, TestContext.Current.CancellationToken);
        Assert.Equal(one.ContentHash, many.ContentHash);
        AssertSame(one, many, Bars.Count);
    }

    [Fact]
    public void Build_TooFewBars_SaysHowManyThereAreAndWhatToDo()
    {
        var exception = Assert.Throws<NotEnoughDataException>(() => TinyStudy.Dataset(Bars.Slice(new(0, 90))));
        Assert.Contains("90 bars", exception.Message, StringComparison.Ordinal);
        Assert.Contains("import a longer history", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_AnotherOption_ChangesTheHash()
    {
        var hash = TinyStudy.Dataset(Bars).ContentHash;
        foreach (var options in new[]
        {
            TinyStudy.DatasetOptions with { MomentumBars = 25 },
            TinyStudy.DatasetOptions with { VolatilityBars = 49 },
            TinyStudy.DatasetOptions with { LongestHorizon = 49 },
            TinyStudy.DatasetOptions with { RangeBars = 15 },
            TinyStudy.DatasetOptions with { Binning = new() { MaxBins = 33 } },
            TinyStudy.DatasetOptions with { Features = new("other", ["ret_1", "rsi_14"]) },
        })
        {
            Assert.NotEqual(hash, DatasetBuilder.Build(Bars, options, new(0, Bars.Count), 1, TestContext.Current.CancellationToken).ContentHash);
        }
    }

    [Theory]
    [InlineData(0, 48, 48, 14)]
    [InlineData(24, 4, 48, 14)]
    [InlineData(24, 48, 0, 14)]
    [InlineData(24, 48, 48, 1)]
    [InlineData(1001, 48, 48, 14)]
    public void Validate_OutOfRange_Throws(int momentum, int volatility, int horizon, int range)
    {
        var options = TinyStudy.DatasetOptions with { MomentumBars = momentum, VolatilityBars = volatility, LongestHorizon = horizon, RangeBars = range };
        Assert.Throws<ArgumentOutOfRangeException>(options.Validate);
    }

    private static void AssertSame(Dataset expected, Dataset actual, int bars)
    {
        Assert.Equal(Thresholds(expected), Thresholds(actual));
        for (var f = 0; f < expected.Matrix.FeatureCount; f++)
        {
            Assert.True(expected.Matrix.Column(f)[..bars].SequenceEqual(actual.Matrix.Column(f)[..bars]), expected.Matrix.Names[f]);
        }

        for (var c = 0; c < expected.Features.Columns.Count; c++)
        {
            Assert.Equal(expected.Features.Columns[c][..bars], actual.Features.Columns[c][..bars]);
        }

        Assert.Equal(expected.Primary.Side[..bars], actual.Primary.Side[..bars]);
        Assert.Equal(expected.Distance.ToArray()[..bars], actual.Distance.ToArray()[..bars]);
    }

    private static float[][] Thresholds(Dataset dataset) =>
        [.. Enumerable.Range(0, dataset.Matrix.FeatureCount).Select(f => dataset.Matrix.Thresholds(f).ToArray())];
}
