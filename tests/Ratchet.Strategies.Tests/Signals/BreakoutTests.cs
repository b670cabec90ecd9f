using Ratchet.Market.Time;
using Ratchet.Strategies.Signals;

namespace Ratchet.Strategies.Tests.Signals;

public sealed class BreakoutTests
{
    // Highs of the quiet market: 100.25 + 1.
    private const double Upper = 101.25;

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Update_CloseBeyondTheChannelOnVolume_Speaks(int side)
    {
        var bars = new HandMadeBars().Quiet(80).Add(100, 103, 99.9, 102.5, 30);
        var signal = HandMadeBars.AssertOnly(Side(bars, side).Scan(Strategy(new())), 80, side);
        var ratio = 30 / ((30 + 190) / 20.0);
        var strength = (0.5 * (ratio - 1.5) / 3) + (0.5 * Math.Min(1, 1.25 / signal.Context.Atr));
        Assert.Equal(0.6 + (0.35 * strength), signal.Confidence, 12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Update_UsualVolume_StaysSilent(int side) =>
        HandMadeBars.AssertSilent(Side(new HandMadeBars().Quiet(80).Add(100, 103, 99.9, 102.5, 11), side).Scan(Strategy(new())));

    [Fact]
    public void Update_VolumeAtItsBound_IsEnough()
    {
        // 19 bars of 10 and one of v: v / ((190 + v) / 20) = 1.5 where v = 285 / 18.5.
        var exact = 285 / 18.5;
        Assert.Single(HandMadeBars.Rows(new HandMadeBars().Quiet(80).Add(100, 103, 99.9, 102.5, exact + 1e-9).Scan(Strategy(new()))));
        HandMadeBars.AssertSilent(new HandMadeBars().Quiet(80).Add(100, 103, 99.9, 102.5, exact - 1e-9).Scan(Strategy(new())));
    }

    [Fact]
    public void Update_OnlyTheWickBeyond_StaysSilent() =>
        HandMadeBars.AssertSilent(new HandMadeBars().Quiet(80).Add(100, 105, 99.9, Upper, 30).Scan(Strategy(new())));

    [Fact]
    public void Update_SecondBreakInARow_IsNotFollowed()
    {
        // The first break has no volume; the second would have.
        var bars = new HandMadeBars().Quiet(80).Add(100, 102.2, 99.9, 102, 10).Add(102, 103.5, 101.9, 103.4, 40);
        HandMadeBars.AssertSilent(bars.Scan(Strategy(new())));
    }

    [Fact]
    public void Update_BreakAfterABarInside_IsFresh()
    {
        var bars = new HandMadeBars().Quiet(80).Add(100, 102.2, 99.9, 102, 10).Add(102, 102.1, 101, 101.5, 10).Add(101.5, 103.5, 101.4, 103.4, 40);
        HandMadeBars.AssertOnly(bars.Scan(Strategy(new())), 82, 1);
    }

    [Fact]
    public void Update_RunTooFar_IsNotChased()
    {
        var bars = new HandMadeBars().Quiet(80).Add(100, 120, 99.9, 119, 30);
        HandMadeBars.AssertSilent(bars.Scan(Strategy(new())));
        Assert.Single(HandMadeBars.Rows(bars.Scan(Strategy(new() { MaximumBreak = 20 }))));
    }

    [Fact]
    public void Update_NotFarEnough_StaysSilent()
    {
        var bars = new HandMadeBars().Quiet(80).Add(100, 103, 99.9, 101.5, 30);
        Assert.Single(HandMadeBars.Rows(bars.Scan(Strategy(new()))));
        HandMadeBars.AssertSilent(bars.Scan(Strategy(new() { MinimumBreak = 0.5 })));
    }

    [Fact]
    public void Update_ChannelLongerThanTheBars_StaysSilent() =>
        HandMadeBars.AssertSilent(new HandMadeBars().Quiet(80).Add(100, 103, 99.9, 102.5, 30).Scan(Strategy(new() { ChannelBars = 81 })));

    private static HandMadeBars Side(HandMadeBars bars, int side) => side > 0 ? bars : bars.Mirrored();

    private static Breakout Strategy(BreakoutOptions options) => new(options, new(TimeFrame.Hour1));
}
