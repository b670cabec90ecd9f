using Ratchet.Features.Labels;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Tests.Labels;

/// <summary>The worked examples of docs/labels.md, calculated by hand: sigma 0.01 a bar, horizon 4, so one unit is 0.02.</summary>
public sealed class TradeLabellerExampleTests
{
    private static readonly LabelOptions Options = new() { ProfitMultiple = 1.5, StopMultiple = 2, HorizonBars = 4, RoundTripCost = 0.001 };

    private static readonly BarSeries Rising = LabelBars.Candles(
        (100, 100, 100, 100),
        (100, 101, 99, 100.5),
        (100.5, 102, 100, 101.5),
        (101.5, 103.5, 101, 103),
        (103, 104.5, 102.5, 104));

    private static TradeLabels Label(BarSeries bars, sbyte side, LabelOptions? options = null)
    {
        var sides = new sbyte[bars.Count];
        var sigma = new double[bars.Count];
        sides[0] = side;
        Array.Fill(sigma, 0.01);
        return TradeLabeller.Compute(bars, new PrimarySignal(sides, new double[bars.Count], sigma), options ?? Options);
    }

    private static void AssertRow(
        TradeLabels labels, FirstBarrier barrier, int touch, int end, double entry, double profit, double position, double exit)
    {
        Assert.Equal(barrier, labels.Barrier[0]);
        Assert.Equal(touch, labels.TouchIndex[0]);
        Assert.Equal(end, labels.LabelEnd[0]);
        Assert.Equal(entry, labels.Entry[0]);
        Assert.Equal(profit, labels.Profit[0], 1e-12);
        Assert.Equal(position, labels.Position[0], 1e-12);
        Assert.Equal(exit, labels.Exit[0]);
    }

    [Fact]
    public void Compute_LongReachesTarget_LabelsProfit() =>
        AssertRow(Label(Rising, 1), FirstBarrier.Profit, 3, 4, 1, 0.725, 0.725 * 2 / 1.5, 0);

    [Fact]
    public void Compute_ShortIsStopped_LabelsLoss() =>
        AssertRow(Label(Rising, -1), FirstBarrier.Stop, 4, 5, 0, -1.025, 0, 1);

    [Fact]
    public void Compute_ShortReachesTarget_LabelsProfit()
    {
        var bars = LabelBars.Candles((100, 100, 100, 100), (100, 101, 98.5, 99), (99, 99.5, 96.5, 98), (98, 105, 97, 104), (104, 104, 104, 104));
        AssertRow(Label(bars, -1), FirstBarrier.Profit, 2, 3, 1, 0.725, 0.725 * 2 / 1.5, 0);
    }

    [Fact]
    public void Compute_NothingReached_EndsAtCloseOfHorizon()
    {
        var bars = LabelBars.Candles((100, 100, 100, 100), (100, 101, 99, 99.8), (99.8, 101, 99, 100), (100, 101, 99, 101), (101, 102, 100, 101.5));
        AssertRow(Label(bars, 1), FirstBarrier.Vertical, 4, 5, 0, (0.015 - 0.001) / 0.04, (0.015 - 0.001) / 0.04 * 2 / 1.5, 1);
    }

    [Fact]
    public void Compute_BothReachedInOneBar_CountsTheStop()
    {
        var bars = LabelBars.Candles((100, 100, 100, 100), (100, 104, 95, 103), (103, 103, 103, 103), (103, 103, 103, 103), (103, 103, 103, 103));
        AssertRow(Label(bars, 1), FirstBarrier.Stop, 1, 2, 0, -1.025, 0, 0);
    }

    [Fact]
    public void Compute_OpensBeyondStop_FillsAtTheOpen()
    {
        var bars = LabelBars.Candles((100, 100, 100, 100), (100, 101, 99, 100), (94, 95, 93, 94), (94, 94, 94, 94), (94, 94, 94, 94));
        AssertRow(Label(bars, 1), FirstBarrier.Stop, 2, 3, 0, (-0.06 - 0.001) / 0.04, 0, 1);
    }

    [Fact]
    public void Compute_OpensBeyondTarget_FillsAtTheOpenThoughTheStopIsReachedLater()
    {
        var bars = LabelBars.Candles((100, 100, 100, 100), (100, 101, 99, 100), (105, 106, 90, 94), (94, 94, 94, 94), (94, 94, 94, 94));
        AssertRow(Label(bars, 1), FirstBarrier.Profit, 2, 3, 1, (0.05 - 0.001) / 0.04, 1, 1);
    }

    [Fact]
    public void Compute_LongHorizon_LooksAtExitBarsBeyondTheTouch()
    {
        var bars = LabelBars.Candles(
            (100, 100, 100, 100), (100, 110, 100, 110), (110, 110, 98, 98), (98, 98, 98, 98), (98, 98, 98, 98),
            (98, 98, 98, 98), (98, 98, 98, 98), (98, 98, 98, 98), (98, 98, 98, 98));
        var labels = Label(bars, 1, Options with { HorizonBars = 8 });
        Assert.Equal(1, labels.TouchIndex[0]);
        Assert.Equal(3, labels.LabelEnd[0]);
        Assert.Equal(1, labels.Exit[0]);
        Assert.Equal(1, labels.Entry[0]);
    }

    [Fact]
    public void Compute_HorizonBeyondTheLastBar_LeavesUnlabelled()
    {
        var labels = Label(Rising, 1, Options with { HorizonBars = 5 });
        Assert.Equal(0, labels.LabelledCount);
        Assert.Equal(FirstBarrier.None, labels.Barrier[0]);
        Assert.Equal(-1, labels.TouchIndex[0]);
        Assert.Equal(1, labels.LabelEnd[0]);
        Assert.All([labels.Entry, labels.Profit, labels.Position, labels.Exit, labels.Uniqueness, labels.NetReturn], c => Assert.True(double.IsNaN(c[0])));
    }
}
