using Ratchet.Lifecycle.Experiments;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Tests.Experiments;

/// <summary>What is told about a bar does not depend on bars after it.</summary>
public sealed class FutureTests
{
    private const int Count = 3500;
    private static readonly BarSeries Bars = TinyStudy.PricesAndVolume(TinyStudy.Market(Count, coefficient: 0.3));
    private static readonly IndexRange Edges = new(0, 1200);

    // So that there are trades enough to compare.
    private static readonly StudySettings Settings = TinyStudy.Settings with
    {
        Trading = TinyStudy.Settings.Trading with { ConfidenceThreshold = 0.5 },
        Validation = TinyStudy.Settings.Validation with { WalkForwardWindows = 6 },
    };

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void WalkForward_BarsAfterAWindowReplaced_WindowsUpToItStayAsTheyWere(int window)
    {
        var before = Walk(Bars);
        Assert.True(before.TradedWindows.Count > window + 1);
        var cut = before.TradedWindows[window].Range.End;
        var after = Walk(TinyStudy.ReplaceFrom(Bars, cut, 55));
        Assert.Equal(before.TradedWindows.Select(w => w.Range), after.TradedWindows.Select(w => w.Range));
        Assert.Equal(
            before.TradedWindows.Take(window + 1).Select(StudyDigest.Of),
            after.TradedWindows.Take(window + 1).Select(StudyDigest.Of));
        Assert.Equal(
            before.Whole.Equity!.Take(cut - before.Whole.Range.Start),
            after.Whole.Equity!.Take(cut - after.Whole.Range.Start));
        Assert.NotEqual(StudyDigest.Of(before.TradedWindows[window + 1]), StudyDigest.Of(after.TradedWindows[window + 1]));
        Assert.True(before.TradedWindows.Take(window + 1).Sum(w => w.Metrics.Trades) > 0, "nothing was compared");
    }

    [Fact]
    public void HoldOut_SealedBarsReplacedFromSomewhereOn_TradesBeforeStayAsTheyWere()
    {
        var sealedPart = new IndexRange(2800, Count);
        var cut = 3200;
        var before = Open(Bars, sealedPart);
        var after = Open(TinyStudy.ReplaceFrom(Bars, cut, 56), sealedPart);
        Assert.Equal(before.Run.Equity!.Take(cut - sealedPart.Start), after.Run.Equity!.Take(cut - sealedPart.Start));
        Assert.NotEqual(before.Run.Equity![^1], after.Run.Equity![^1]);
        Assert.Contains(before.Run.Trades!, t => t.ExitIndex < cut);
    }

    [Fact]
    public void Study_SealedBarsReplaced_ChoosesTheSame()
    {
        var development = new IndexRange(0, 2800);
        var before = TinyStudy.Run(TinyStudy.Dataset(Bars.Slice(development)), Settings, 2);
        var after = TinyStudy.Run(TinyStudy.Dataset(TinyStudy.ReplaceFrom(Bars, 2800, 57).Slice(development)), Settings, 2);
        Assert.Equal(StudyDigest.Of(before), StudyDigest.Of(after));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Opening_AnyNumberOfThreads_GivesTheSameBits(int threads)
    {
        var (one, many) = (Compare(1), Compare(threads));
        Assert.Equal(StudyDigest.Of(one.Chosen.Run), StudyDigest.Of(many.Chosen.Run));
        Assert.Equal(StudyDigest.Of(one.Defaults.Run), StudyDigest.Of(many.Defaults.Run));
        Assert.Equal(StudyDigest.Of(one.BuyAndHold), StudyDigest.Of(many.BuyAndHold));
        Assert.Equal(one.RandomEntry?.Composites, many.RandomEntry?.Composites);
    }

    private static HoldOutComparison Compare(int threads) => HoldOutOpening.Open(
        Bars,
        new(new(0, 2800), new(2800, Count)),
        TinyStudy.DatasetOptions,
        Settings,
        Settings.Defaults with { Ensemble = TinyStudy.Forests(6) },
        threads,
        TestContext.Current.CancellationToken);

    private static WalkForwardResult Walk(BarSeries bars) =>
        new WalkForwardRunner(TinyStudy.Dataset(bars, Edges), Settings, new CompositeObjective(Settings.Objective), 2)
            .Run(Settings.Defaults, TestContext.Current.CancellationToken);

    private static HoldOutResult Open(BarSeries bars, IndexRange sealedPart) =>
        new HoldOutRunner(TinyStudy.Dataset(bars, new(0, sealedPart.Start)), new(new(0, sealedPart.Start), sealedPart), Settings, new CompositeObjective(Settings.Objective), 2)
            .Run(Settings.Defaults, TestContext.Current.CancellationToken);
}
