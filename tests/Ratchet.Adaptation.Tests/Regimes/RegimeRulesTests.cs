using Ratchet.Adaptation.Regimes;
using Ratchet.Trading.Events;

namespace Ratchet.Adaptation.Tests.Regimes;

public sealed class RegimeRulesTests
{
    private static readonly RegimeThresholds Defaults = new();

    public static MarketContext Context(
        double dailyAtr = 0.01,
        double adx = 15,
        int direction = 1,
        int averages = 1,
        double volume = 1,
        double spread = 2,
        double depth = 1,
        long bars = 1000) => new(100, dailyAtr * 100, adx, 20 + (direction * 10), 20 - (direction * 10), 100 + averages, 100, volume, spread, depth, bars, double.NaN, double.NaN);

    [Theory]
    [InlineData(199, 1, 2, 1, 0.05, 40, 1, 1, MarketRegime.Unknown)]
    [InlineData(200, 1, 2, 1, 0.05, 40, 1, 1, MarketRegime.HighVolatility)]
    [InlineData(200, 0.1999, 2, 1, 0.05, 40, 1, 1, MarketRegime.Illiquid)]
    [InlineData(200, 0.20, 2, 1, 0.05, 40, 1, 1, MarketRegime.HighVolatility)]
    [InlineData(200, 1, 20, 1, 0.05, 40, 1, 1, MarketRegime.HighVolatility)]
    [InlineData(200, 1, 20.01, 1, 0.05, 40, 1, 1, MarketRegime.Illiquid)]
    [InlineData(200, 1, 2, 0.1999, 0.05, 40, 1, 1, MarketRegime.Illiquid)]
    [InlineData(200, 1, 2, 0.20, 0.05, 40, 1, 1, MarketRegime.HighVolatility)]
    [InlineData(200, double.NaN, double.NaN, double.NaN, 0.05, 40, 1, 1, MarketRegime.HighVolatility)]
    [InlineData(200, 1, 2, 1, 0.04, 40, 1, 1, MarketRegime.HighVolatility)]
    [InlineData(200, 1, 2, 1, 0.0399, 40, 1, 1, MarketRegime.TrendUp)]
    [InlineData(200, 1, 2, 1, 0.01, 25, 1, 1, MarketRegime.TrendUp)]
    [InlineData(200, 1, 2, 1, 0.01, 24.99, 1, 1, MarketRegime.RangeLowVol)]
    [InlineData(200, 1, 2, 1, 0.01, 25, -1, -1, MarketRegime.TrendDown)]
    [InlineData(200, 1, 2, 1, 0.01, 60, 1, -1, MarketRegime.RangeLowVol)]
    [InlineData(200, 1, 2, 1, 0.01, 60, -1, 1, MarketRegime.RangeLowVol)]
    [InlineData(200, 1, 2, 1, 0.01, 60, 0, 0, MarketRegime.RangeLowVol)]
    [InlineData(200, 1, 2, 1, 0.02, 60, 1, -1, MarketRegime.RangeHighVol)]
    [InlineData(200, 1, 2, 1, 0.0199, 10, 1, 1, MarketRegime.RangeLowVol)]
    public void Classify_EachBorder_IsAsTheRulesSay(
        long bars, double volume, double spread, double depth, double dailyAtr, double adx, int direction, int averages, MarketRegime expected)
    {
        var context = Context(dailyAtr, adx, direction, averages, volume, spread, depth, bars);
        Assert.Equal(expected, RegimeRules.Classify(context, dailyAtr, Defaults));
    }

    [Theory]
    [InlineData(MarketRegime.TrendUp, 0.01, 20, 1, MarketRegime.TrendUp)]
    [InlineData(MarketRegime.TrendUp, 0.01, 19.99, 1, MarketRegime.RangeLowVol)]
    [InlineData(MarketRegime.TrendUp, 0.01, 22, -1, MarketRegime.RangeLowVol)]
    [InlineData(MarketRegime.TrendUp, 0.01, 25, -1, MarketRegime.TrendDown)]
    [InlineData(MarketRegime.TrendDown, 0.01, 20, -1, MarketRegime.TrendDown)]
    [InlineData(MarketRegime.RangeLowVol, 0.01, 22, 1, MarketRegime.RangeLowVol)]
    [InlineData(MarketRegime.HighVolatility, 0.035, 30, 1, MarketRegime.HighVolatility)]
    [InlineData(MarketRegime.HighVolatility, 0.0349, 30, 1, MarketRegime.TrendUp)]
    [InlineData(MarketRegime.TrendUp, 0.039, 30, 1, MarketRegime.TrendUp)]
    public void Classify_WithARegimeInForce_IsLeftAtItsOwnThreshold(MarketRegime before, double dailyAtr, double adx, int direction, MarketRegime expected) =>
        Assert.Equal(expected, RegimeRules.Classify(Context(dailyAtr, adx, direction, direction), dailyAtr, Defaults, before));

    [Fact]
    public void Classify_AnyMissingNumber_IsUnknown()
    {
        var context = Context(0.01, 40);
        MarketContext[] holes =
        [
            MarketContext.Unknown,
            context with { Atr = double.NaN }, context with { Atr = 0 }, context with { Price = double.NaN }, context with { Price = 0 }, context with { Adx = double.NaN },
            context with { PlusDi = double.NaN }, context with { MinusDi = double.NaN }, context with { FastAverage = double.NaN }, context with { SlowAverage = double.NaN },
        ];
        foreach (var hole in holes)
        {
            var dailyAtr = RegimeRules.DailyAtr(hole, 1);
            Assert.Equal(MarketRegime.Unknown, RegimeRules.Classify(hole, dailyAtr, Defaults));
            Assert.Equal(1, RegimeRules.Confidences(hole, dailyAtr, Defaults, MarketRegime.TrendUp, 10).Of(MarketRegime.Unknown));
        }
    }

    [Fact]
    public void DailyAtr_FifteenMinutes_IsScaledByTheSquareRootOfTheBars() =>
        Assert.Equal(0.005 * Math.Sqrt(96), RegimeRules.DailyAtr(Context(0.005), 96), 15);

    [Fact]
    public void Confidences_FurtherFromTheThreshold_Grow()
    {
        var before = 0.0;
        foreach (var adx in new double[] { 25, 28, 35, 50, 80 })
        {
            var now = RegimeRules.Confidences(Context(0.005, adx), 0.005, Defaults, MarketRegime.Unknown, 10).Of(MarketRegime.TrendUp);
            Assert.True(now > before, $"ADX {adx}: {now} after {before}");
            before = now;
        }

        Assert.True(before > 0.9, $"{before}");
        var volatile4 = RegimeRules.Confidences(Context(0.04), 0.04, Defaults, MarketRegime.Unknown, 10).Of(MarketRegime.HighVolatility);
        var volatile8 = RegimeRules.Confidences(Context(0.08), 0.08, Defaults, MarketRegime.Unknown, 10).Of(MarketRegime.HighVolatility);
        Assert.Equal(0.5, volatile4, 2);
        Assert.True(volatile8 > 0.99, $"{volatile8}");
    }

    [Fact]
    public void Thresholds_EachBorder_IsHeld()
    {
        Refused(Defaults with { MinimumBars = 0 }, "MinimumBars");
        Refused(Defaults with { VolumeFloor = 0 }, "VolumeFloor");
        Refused(Defaults with { SpreadCeilingBps = 10_001 }, "SpreadCeilingBps");
        Refused(Defaults with { DepthFloor = double.NaN }, "DepthFloor");
        Refused(Defaults with { HighVolatility = 1.01 }, "HighVolatility");
        Refused(Defaults with { LeaveHighVolatility = 0.041 }, "LeaveHighVolatility");
        Refused(Defaults with { TrendAdx = 100.1 }, "TrendAdx");
        Refused(Defaults with { LeaveTrendAdx = 25.1 }, "LeaveTrendAdx");
        Refused(Defaults with { RangeVolatility = 0.04 }, "RangeVolatility");
        (Defaults with { LeaveTrendAdx = 25, LeaveHighVolatility = 0.04, RangeVolatility = 0.0399, MinimumBars = 1 }).Validate();
    }

    [Fact]
    public void Names_RoundTrip()
    {
        foreach (var regime in Enum.GetValues<MarketRegime>())
        {
            Assert.True(RegimeNames.TryParse(RegimeNames.Of(regime), out var back));
            Assert.Equal(regime, back);
        }

        Assert.False(RegimeNames.TryParse("trend_up", out _));
        Assert.Equal(7, RegimeNames.All.Distinct().Count());
    }

    private static void Refused(RegimeThresholds thresholds, string field) => Assert.Throws<ArgumentOutOfRangeException>(field, thresholds.Validate);
}
