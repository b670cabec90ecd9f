using Ratchet.Features.Momentum;
using Ratchet.Market.Time;
using Ratchet.Strategies.Signals;

namespace Ratchet.Strategies.Tests.Signals;

public sealed class RsiReversalTests
{
    // ADX is high after so straight a fall, so the filter is wide open unless it is what is tested.
    private static readonly RsiReversalOptions Open = new() { MaximumAdx = 100 };

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Update_LeavesTheZoneWithAConfirmingClose_Speaks(int side)
    {
        var bars = Fallen();
        bars.Add(bars.LastClose, bars.LastClose + 3.5, bars.LastClose - 0.2, bars.LastClose + 3.2);
        var rsi = Rsi(bars);
        Assert.True(rsi[^2] < 30 && rsi[^1] is >= 30 and < 50, $"{rsi[^2]} -> {rsi[^1]}");
        HandMadeBars.AssertOnly(Side(bars, side).Scan(Strategy(Open)), bars.Count - 1, side);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Update_ConfirmationComesLater_SpeaksThen(int side)
    {
        var bars = FallenWithAWick();
        var close = bars.LastClose;
        bars.Add(close, close + 20, close - 0.2, close + 3.2).Add(close + 3, close + 4, close + 2, close + 3.3).Add(close + 3.3, close + 4.6, close + 3, close + 4.5);
        Assert.InRange(Rsi(bars)[^1], 30, 50);
        HandMadeBars.AssertOnly(Side(bars, side).Scan(Strategy(Open)), bars.Count - 1, side);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(1, false)]
    public void Update_ConfirmationAfterItsBars_IsTooLate(int confirmationBars, bool speaks)
    {
        var bars = FallenWithAWick();
        var close = bars.LastClose;
        bars.Add(close, close + 20, close - 0.2, close + 3.2).Add(close + 3, close + 4, close + 2, close + 3.3).Add(close + 3.3, close + 4.6, close + 3, close + 4.5);
        var scan = bars.Scan(Strategy(Open with { ConfirmationBars = confirmationBars }));
        Assert.Equal(speaks ? [bars.Count - 1] : [], HandMadeBars.Rows(scan));
    }

    [Fact]
    public void Update_BackInTheZone_EndsTheSetup()
    {
        var bars = FallenWithAWick();
        var close = bars.LastClose;
        bars.Add(close, close + 20, close - 0.2, close + 3.2).Add(close + 3, close + 3.1, close - 4, close - 4);
        Assert.True(Rsi(bars)[^1] < 30);
        bars.Add(close - 4, close - 3.6, close - 4.2, close - 3.9);
        Assert.True(Rsi(bars)[^1] < 30);
        HandMadeBars.AssertSilent(bars.Scan(Strategy(Open)));
    }

    [Fact]
    public void Update_IndexBeyondTheMiddleAtOnce_HasMissedIt()
    {
        var bars = Fallen();
        bars.Add(bars.LastClose, bars.LastClose + 16, bars.LastClose - 0.2, bars.LastClose + 15);
        Assert.True(Rsi(bars)[^1] >= 50);
        var scan = bars.Scan(Strategy(Open));
        HandMadeBars.AssertSilent(scan);
        Assert.Equal(1, scan.ExitProbability.Span[^1]);
    }

    [Fact]
    public void Update_StrongTrendAgainstIt_StaysSilent()
    {
        var bars = Fallen();
        bars.Add(bars.LastClose, bars.LastClose + 3.5, bars.LastClose - 0.2, bars.LastClose + 3.2);
        var scan = bars.Scan(Strategy(Open));
        var adx = scan.Context.Span[^1].Adx;
        Assert.Single(HandMadeBars.Rows(bars.Scan(Strategy(Open with { MaximumAdx = adx }))));
        HandMadeBars.AssertSilent(bars.Scan(Strategy(Open with { MaximumAdx = Math.BitDecrement(adx) })));
    }

    [Fact]
    public void Update_IndexNeverInAZone_StaysSilent() => HandMadeBars.AssertSilent(new HandMadeBars().Quiet(200).Scan(Strategy(Open)));

    [Fact]
    public void Update_IndexCrossesTheMiddle_TellsToLeaveEitherWayOrNotAtAll()
    {
        var bars = new HandMadeBars().Quiet(80).Run(6, -1).Run(8, 1.5).Run(8, -1.5);
        var rsi = Rsi(bars);
        var crosses = Enumerable.Range(80, bars.Count - 80).Where(i => (rsi[i - 1] < 50) != (rsi[i] < 50)).ToArray();
        Assert.True(crosses.Length >= 2);
        var exits = bars.Scan(Strategy(Open)).ExitProbability;
        Assert.All(crosses, i => Assert.Equal(1, exits.Span[i]));
        Assert.All(bars.Scan(Strategy(Open with { ExitAtMiddle = false })).ExitProbability.ToArray(), p => Assert.True(double.IsNaN(p)));
    }

    [Fact]
    public void Update_DeeperInTheZone_IsMoreConfident()
    {
        var shallow = Fallen(7);
        shallow.Add(shallow.LastClose, shallow.LastClose + 4.5, shallow.LastClose - 0.2, shallow.LastClose + 4.4);
        var deep = Fallen(16);
        deep.Add(deep.LastClose, deep.LastClose + 4.5, deep.LastClose - 0.2, deep.LastClose + 4.4);

        // ADX weighs the other way; the confidences are those of the stated formula.
        foreach (var bars in new[] { shallow, deep })
        {
            var scan = bars.Scan(Strategy(Open));
            var row = Assert.Single(HandMadeBars.Rows(scan));
            var low = Rsi(bars).Where(v => !double.IsNaN(v)).Min();
            var strength = (0.6 * Math.Min(1, (30 - low) / 15)) + (0.4 * (1 - (scan.Context.Span[row].Adx / 100)));
            Assert.Equal(0.6 + (0.35 * strength), scan.Confidence.Span[row], 12);
        }
    }

    private static HandMadeBars Fallen(int bars = 8) => new HandMadeBars().Quiet(80).Run(bars, -1);

    // The last bar's high is out of reach of the close that leaves the zone.
    private static HandMadeBars FallenWithAWick()
    {
        var bars = Fallen(7);
        var close = bars.LastClose;
        return bars.Add(close, close + 10, close - 1.5, close - 1);
    }

    private static HandMadeBars Side(HandMadeBars bars, int side) => side > 0 ? bars : bars.Mirrored();

    private static double[] Rsi(HandMadeBars bars)
    {
        var closes = bars.Closes();
        var rsi = new double[closes.Length];
        RelativeStrength.Compute(closes, 14, rsi);
        return rsi;
    }

    private static RsiReversal Strategy(RsiReversalOptions options) => new(options, new(TimeFrame.Hour1));
}
