using Ratchet.Market.Time;
using Ratchet.Strategies.Signals;

namespace Ratchet.Strategies.Tests.Signals;

public sealed class FairValueGapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Update_FirstReturnIntoTheGap_Speaks(int side)
    {
        var bars = WithGap(out var far, out var near);
        bars.Add(near + 2, near + 3, near + 1, near + 2);
        bars.Add(near + 2, near + 2.5, near - 0.5, near + 0.5);
        Assert.True(far < near - 0.5);
        HandMadeBars.AssertOnly(Side(bars, side).Scan(Strategy(new())), bars.Count - 1, side);
    }

    [Fact]
    public void Update_SecondReturn_IsNotFollowed()
    {
        var bars = WithGap(out _, out var near);
        bars.Add(near + 2, near + 2.5, near - 0.5, near + 0.5);
        var first = bars.Count - 1;
        bars.Add(near + 0.5, near + 2, near - 0.5, near + 1);
        HandMadeBars.AssertOnly(bars.Scan(Strategy(new())), first, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Update_ClosedThroughTheGap_StaysSilent(int side)
    {
        var bars = WithGap(out var far, out var near);
        bars.Add(near + 1, near + 1, far - 1, far - 0.5).Add(far - 0.5, near - 0.1, far - 0.6, near - 0.2);
        HandMadeBars.AssertSilent(Side(bars, side).Scan(Strategy(new())));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    public void Update_ReturnAfterTheGapsAge_IsTooLate(int maximumAge, bool speaks)
    {
        var bars = WithGap(out _, out var near);
        for (var i = 0; i < 4; i++)
        {
            bars.Add(near + 2, near + 3, near + 1, near + 2);
        }

        bars.Add(near + 2, near + 2.5, near - 0.5, near + 0.5);
        var scan = bars.Scan(Strategy(new() { MaximumAge = maximumAge }));
        Assert.Equal(speaks ? [bars.Count - 1] : [], HandMadeBars.Rows(scan));
    }

    [Fact]
    public void Update_GapSmallerThanTheLeast_IsNone()
    {
        var bars = WithGap(out var far, out var near);
        var third = bars.Count - 1;
        bars.Add(near + 2, near + 2.5, near - 0.5, near + 0.5);
        var size = (near - far) / bars.Scan(Strategy(new())).Context.Span[third].Atr;
        Assert.Single(HandMadeBars.Rows(bars.Scan(Strategy(new() { MinimumSize = size * 0.999 }))));
        HandMadeBars.AssertSilent(bars.Scan(Strategy(new() { MinimumSize = size * 1.001 })));
    }

    [Fact]
    public void Update_DepthNotReached_WaitsForIt()
    {
        var bars = WithGap(out var far, out var near);
        var middle = 0.5 * (near + far);
        bars.Add(near + 2, near + 2.5, middle + 0.1, near).Add(near, near + 0.5, middle - 0.1, near);
        HandMadeBars.AssertOnly(bars.Scan(Strategy(new() { EntryDepth = 0.5 })), bars.Count - 1, 1);
    }

    [Fact]
    public void Update_AveragesOnTheOtherSide_AreRefusedUnlessAllowed()
    {
        var bars = WithGap(out _, out var near, drift: -0.4);
        bars.Add(near + 2, near + 2.5, near - 0.5, near + 0.5);
        HandMadeBars.AssertSilent(bars.Scan(Strategy(new())));
        HandMadeBars.AssertOnly(bars.Scan(Strategy(new() { RequireTrend = false })), bars.Count - 1, 1);
    }

    [Fact]
    public void Update_NoReturn_StaysSilent()
    {
        var bars = WithGap(out _, out var near);
        for (var i = 0; i < 30; i++)
        {
            bars.Add(near + 2, near + 3, near + 0.1, near + 2);
        }

        HandMadeBars.AssertSilent(bars.Scan(Strategy(new())));
    }

    [Fact]
    public void Update_GapsOfBothSidesEntered_StaysSilent()
    {
        // Up over a gap, down under one further up, then one bar that reaches into both.
        var bars = WithGap(out _, out var near);
        bars.Add(near + 1, near + 20, near + 1, near + 20).Add(near + 20, near + 21, near + 19, near + 20);
        bars.Add(near + 20, near + 20, near + 4, near + 5).Add(near + 5, near + 6, near + 1, near + 3);
        var upper = near + 6;
        bars.Add(near + 3, upper + 1, near - 0.5, near + 3);
        var scan = bars.Scan(Strategy(new() { RequireTrend = false }));
        Assert.Equal(0, scan.Side.Span[^1]);
    }

    [Fact]
    public void Update_FreshLargeGap_HasTheConfidenceOfTheFormula()
    {
        var bars = WithGap(out var far, out var near);
        var third = bars.Count - 1;
        bars.Add(near + 2, near + 2.5, near - 0.5, near + 0.5);
        var scan = bars.Scan(Strategy(new()));
        var size = (near - far) / scan.Context.Span[third].Atr;
        var strength = (0.6 * Math.Min(1, (size - 0.5) / 1.5)) + (0.4 * (1 - (1 / 20.0)));
        Assert.Equal(0.6 + (0.35 * strength), scan.Confidence.Span[^1], 12);
    }

    // A slow rise, then three bars of which the first ends below where the third begins.
    private static HandMadeBars WithGap(out double far, out double near, double drift = 0.05)
    {
        var bars = new HandMadeBars().Quiet(80, drift);
        var close = bars.LastClose;
        far = close + 1;
        near = close + 4;
        return bars.Add(close, far, close - 1, close).Add(close, close + 5, close - 0.1, close + 5).Add(close + 5, close + 6, near, close + 5.5);
    }

    private static HandMadeBars Side(HandMadeBars bars, int side) => side > 0 ? bars : bars.Mirrored();

    private static FairValueGap Strategy(FairValueGapOptions options) => new(options, new(TimeFrame.Hour1));
}
