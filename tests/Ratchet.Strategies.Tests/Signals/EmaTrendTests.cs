using Ratchet.Features.Trend;
using Ratchet.Market.Time;
using Ratchet.Strategies.Signals;

namespace Ratchet.Strategies.Tests.Signals;

public sealed class EmaTrendTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Update_CrossInATrend_SpeaksOnceOneBarAfterIt(int side)
    {
        var bars = Turned(side);
        var cross = Cross(bars);
        var scan = bars.Scan(Strategy(new()));
        HandMadeBars.AssertOnly(scan, cross + 1, side);
        Assert.Equal(1, scan.ExitProbability.Span[cross]);
        Assert.Equal(1, scan.ExitProbability.Span.ToArray().Count(p => p == 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Update_LongerConfirmation_SpeaksThatMuchLater(int side)
    {
        var bars = Turned(side);
        HandMadeBars.AssertOnly(bars.Scan(Strategy(new() { ConfirmationBars = 4 })), Cross(bars) + 4, side);
    }

    [Fact]
    public void Update_WeakTrend_LeavesButDoesNotEnter()
    {
        var bars = Turned(1);
        var scan = bars.Scan(Strategy(new() { MinimumAdx = 99.9 }));
        HandMadeBars.AssertSilent(scan);
        Assert.Equal(1, scan.ExitProbability.Span[Cross(bars)]);
    }

    [Fact]
    public void Update_ExitAtCrossOff_HasNoOpinion()
    {
        var scan = Turned(1).Scan(Strategy(new() { ExitAtCross = false }));
        Assert.All(scan.ExitProbability.ToArray(), p => Assert.True(double.IsNaN(p)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Update_CrossTakenBackWhileItIsConfirmed_StaysSilent(int side)
    {
        // One close jumps over the slow average and the next falls back.
        var picture = new HandMadeBars().Quiet(10).Run(90, -0.5);
        var last = picture.LastClose;
        picture.Add(last, last + 60.5, last - 0.5, last + 60).Add(last + 60, last + 60.5, last - 30.5, last - 30).Run(1, -0.5);
        var bars = side > 0 ? picture : picture.Mirrored();
        var scan = bars.Scan(Strategy(new() { FastPeriod = 2, SlowPeriod = 8, ConfirmationBars = 2, MinimumAdx = 0, RequireDirection = false }));
        HandMadeBars.AssertSilent(scan);
        Assert.Equal([1, 1], scan.ExitProbability.Span[^6..].ToArray().Where(p => !double.IsNaN(p)));
    }

    [Fact]
    public void Update_OtherDirectionInFront_IsRefusedUnlessAllowed()
    {
        // The closes recover slowly inside a market whose lows keep falling: -DI stays in front at the cross of short averages.
        var picture = new HandMadeBars().Quiet(10).Run(90, -0.5);
        for (var i = 0; i < 8; i++)
        {
            var open = picture.LastClose;
            picture.Add(open, open + 0.6, open - 4 - (4 * i), open + 0.5);
        }

        var options = new EmaTrendOptions { FastPeriod = 2, SlowPeriod = 5, MinimumAdx = 20 };
        HandMadeBars.AssertSilent(picture.Scan(Strategy(options)));
        Assert.Single(HandMadeBars.Rows(picture.Scan(Strategy(options with { RequireDirection = false }))));
    }

    [Fact]
    public void Update_FirstOrderOfTheAverages_IsNoCross() =>
        HandMadeBars.AssertSilent(new HandMadeBars().Quiet(2).Run(150, 0.5).Scan(Strategy(new() { MinimumAdx = 0 })));

    [Fact]
    public void Update_WarmUp_HasNoConfidence()
    {
        var scan = new HandMadeBars().Quiet(80).Scan(Strategy(new()));
        Assert.All(scan.Confidence.Span[..54].ToArray(), c => Assert.True(double.IsNaN(c)));
        Assert.All(scan.Confidence.Span[54..].ToArray(), c => Assert.Equal(0, c));
    }

    [Fact]
    public void Update_FlatMarket_StaysSilent()
    {
        var bars = new HandMadeBars();
        for (var i = 0; i < 120; i++)
        {
            bars.Add(100, 100, 100, 100, 0);
        }

        HandMadeBars.AssertSilent(bars.Scan(Strategy(new())));
    }

    [Fact]
    public void Update_StrongerTrend_IsMoreConfident()
    {
        var slow = Turned(1, 0.5);
        var fast = Turned(1, 3);
        var options = new EmaTrendOptions { MinimumAdx = 0 };
        var weak = slow.Scan(Strategy(options));
        var strong = fast.Scan(Strategy(options));
        Assert.True(Best(strong) > Best(weak), $"{Best(strong)} should be above {Best(weak)}.");
    }

    private static double Best(SignalSeries scan) => scan.Confidence.Span[Assert.Single(HandMadeBars.Rows(scan))];

    // A fall of 90 bars and a rise that is faster, so that the averages cross once while ADX is high.
    private static HandMadeBars Turned(int side, double rise = 1.5)
    {
        var picture = new HandMadeBars().Quiet(10).Run(90, -0.5).Run(80, rise);
        return side > 0 ? picture : picture.Mirrored();
    }

    private static int Cross(HandMadeBars bars)
    {
        var closes = bars.Closes();
        var (fast, slow) = (new double[closes.Length], new double[closes.Length]);
        ExponentialAverage.Compute(closes, 21, fast);
        ExponentialAverage.Compute(closes, 55, slow);
        return Enumerable.Range(56, closes.Length - 56).Single(i => Math.Sign(fast[i] - slow[i]) != Math.Sign(fast[i - 1] - slow[i - 1]));
    }

    private static EmaTrend Strategy(EmaTrendOptions options) => new(options, new(TimeFrame.Hour1));
}
