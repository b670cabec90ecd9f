using Ratchet.Trading.Events;

namespace Ratchet.Adaptation.Regimes;

/// <summary>The rules of the seven regimes, as pure functions of a context, thresholds and the regime before.</summary>
/// <remarks>
/// In this order: not enough data is UNKNOWN; volume, spread or depth beyond its bound is ILLIQUID; volatility at or above its threshold is HIGH_VOLATILITY; ADX
/// at or above its threshold, with the sign of +DI less -DI equal to that of the fast less the slow average, is TREND_UP or TREND_DOWN; the rest is a range,
/// lively from the range threshold on. What is not known of volume, spread and depth is not held against the market; any other missing number is not enough data.
/// </remarks>
public static class RegimeRules
{
    /// <summary>ATR over price, times the square root of the bars a day: what the ATR would be on daily bars of a random walk. NaN where either is not known or not above 0.</summary>
    /// <param name="context">The market.</param>
    /// <param name="barsPerDay">How many bars a day has, from 1.</param>
    public static double DailyAtr(in MarketContext context, int barsPerDay) =>
        context.Atr > 0 && context.Price > 0 ? context.Atr / context.Price * Math.Sqrt(barsPerDay) : double.NaN;

    /// <summary>The regime by the thresholds.</summary>
    /// <param name="context">The market.</param>
    /// <param name="dailyAtr">Its daily-equivalent ATR share.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="before">The regime in force, which is left only at its own thresholds; unknown where there is none.</param>
    public static MarketRegime Classify(in MarketContext context, double dailyAtr, RegimeThresholds thresholds, MarketRegime before = MarketRegime.Unknown)
    {
        if (context.Bars < thresholds.MinimumBars || !IsKnown(context, dailyAtr))
        {
            return MarketRegime.Unknown;
        }

        if (context.VolumeShare < thresholds.VolumeFloor || context.SpreadBps > thresholds.SpreadCeilingBps || context.DepthShare < thresholds.DepthFloor)
        {
            return MarketRegime.Illiquid;
        }

        if (dailyAtr >= HighThreshold(thresholds, before))
        {
            return MarketRegime.HighVolatility;
        }

        var direction = Math.Sign(context.PlusDi - context.MinusDi);
        if (direction != 0 && direction == Math.Sign(context.FastAverage - context.SlowAverage))
        {
            var trend = direction > 0 ? MarketRegime.TrendUp : MarketRegime.TrendDown;
            if (context.Adx >= (before == trend ? thresholds.LeaveTrendAdx : thresholds.TrendAdx))
            {
                return trend;
            }
        }

        return dailyAtr >= thresholds.RangeVolatility ? MarketRegime.RangeHighVol : MarketRegime.RangeLowVol;
    }

    /// <summary>
    /// How sure each regime is. With s(x) = 1 / (1 + exp(-steepness x)) and x the relative distance of a number from its deciding threshold: u of the number of
    /// bars, l the largest of volume, spread and depth, h of the volatility, t of the ADX, d the lesser of s of (+DI - -DI) / (+DI + -DI) and s of (fast - slow) /
    /// ATR, v of the range threshold; then UNKNOWN = u, ILLIQUID = (1 - u) l, HIGH_VOLATILITY = (1 - u)(1 - l) h, and of what is left t d up, t d' down (d' the
    /// lesser of the complements), the rest split by v. At a threshold both sides have the same; where data is missing UNKNOWN has 1.
    /// </summary>
    /// <param name="context">The market.</param>
    /// <param name="dailyAtr">Its daily-equivalent ATR share.</param>
    /// <param name="thresholds">The thresholds.</param>
    /// <param name="before">The regime in force.</param>
    /// <param name="steepness">Above 0.</param>
    public static RegimeConfidences Confidences(in MarketContext context, double dailyAtr, RegimeThresholds thresholds, MarketRegime before, double steepness)
    {
        var result = default(RegimeConfidences);
        if (!IsKnown(context, dailyAtr))
        {
            result[(int)MarketRegime.Unknown] = 1;
            return result;
        }

        var unknown = Above(thresholds.MinimumBars - context.Bars, thresholds.MinimumBars, steepness);
        var illiquid = Math.Max(
            Known(thresholds.VolumeFloor - context.VolumeShare, thresholds.VolumeFloor, steepness),
            Math.Max(
                Known(context.SpreadBps - thresholds.SpreadCeilingBps, thresholds.SpreadCeilingBps, steepness),
                Known(thresholds.DepthFloor - context.DepthShare, thresholds.DepthFloor, steepness)));
        var highThreshold = HighThreshold(thresholds, before);
        var high = Above(dailyAtr - highThreshold, highThreshold, steepness);
        var lively = Above(dailyAtr - thresholds.RangeVolatility, thresholds.RangeVolatility, steepness);
        var movement = context.PlusDi + context.MinusDi;
        var byMovement = movement > 0 ? Above(context.PlusDi - context.MinusDi, movement, steepness) : 0.5;
        var byAverages = Above(context.FastAverage - context.SlowAverage, context.Atr, steepness);
        var rising = Trend(context.Adx, before == MarketRegime.TrendUp, thresholds, steepness) * Math.Min(byMovement, byAverages);
        var falling = Trend(context.Adx, before == MarketRegime.TrendDown, thresholds, steepness) * Math.Min(1 - byMovement, 1 - byAverages);
        result[(int)MarketRegime.Unknown] = unknown;
        var left = 1 - unknown;
        result[(int)MarketRegime.Illiquid] = left * illiquid;
        left *= 1 - illiquid;
        result[(int)MarketRegime.HighVolatility] = left * high;
        left *= 1 - high;
        result[(int)MarketRegime.TrendUp] = left * rising;
        result[(int)MarketRegime.TrendDown] = left * falling;
        left *= 1 - rising - falling;
        result[(int)MarketRegime.RangeHighVol] = left * lively;
        result[(int)MarketRegime.RangeLowVol] = left * (1 - lively);
        return result;
    }

    private static bool IsKnown(in MarketContext context, double dailyAtr) =>
        double.IsFinite(dailyAtr)
        && double.IsFinite(context.Adx)
        && double.IsFinite(context.PlusDi)
        && double.IsFinite(context.MinusDi)
        && double.IsFinite(context.FastAverage)
        && double.IsFinite(context.SlowAverage);

    private static double HighThreshold(RegimeThresholds thresholds, MarketRegime before) =>
        before == MarketRegime.HighVolatility ? thresholds.LeaveHighVolatility : thresholds.HighVolatility;

    private static double Trend(double adx, bool inTrend, RegimeThresholds thresholds, double steepness)
    {
        var threshold = inTrend ? thresholds.LeaveTrendAdx : thresholds.TrendAdx;
        return Above(adx - threshold, threshold, steepness);
    }

    private static double Known(double distance, double scale, double steepness) => double.IsNaN(distance) ? 0 : Above(distance, scale, steepness);

    private static double Above(double distance, double scale, double steepness) => 1 / (1 + Math.Exp(-steepness * distance / scale));
}
