namespace Ratchet.Adaptation.Regimes;

/// <summary>Where one regime ends and the next begins. Volatility is the daily-equivalent ATR as a share of the price; see <see cref="RegimeRules.DailyAtr"/>.</summary>
public sealed record RegimeThresholds
{
    /// <summary>Fewer bars than this are not enough. Default 200, from 1.</summary>
    public long MinimumBars { get; init; } = 200;

    /// <summary>The least volume of the last 24 hours over its trailing 30-day median. Default 0.20, in (0, 10].</summary>
    public double VolumeFloor { get; init; } = 0.20;

    /// <summary>The widest spread, in hundredths of a per cent of the price. Default 20, above 0 to 10,000.</summary>
    public double SpreadCeilingBps { get; init; } = 20;

    /// <summary>The least depth of the book over its trailing median. Default 0.20, in (0, 10].</summary>
    public double DepthFloor { get; init; } = 0.20;

    /// <summary>From this volatility on it is high. Default 0.04, in (0, 1].</summary>
    public double HighVolatility { get; init; } = 0.04;

    /// <summary>High volatility is left below this. Default 0.035, above 0 and at most <see cref="HighVolatility"/>.</summary>
    public double LeaveHighVolatility { get; init; } = 0.035;

    /// <summary>From this ADX on there is a trend, where direction and averages agree. Default 25, in (0, 100].</summary>
    public double TrendAdx { get; init; } = 25;

    /// <summary>A trend is left below this ADX. Default 20, above 0 and at most <see cref="TrendAdx"/>.</summary>
    public double LeaveTrendAdx { get; init; } = 20;

    /// <summary>A range is lively from this volatility on. Default 0.02, above 0 and below <see cref="HighVolatility"/>.</summary>
    public double RangeVolatility { get; init; } = 0.02;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(MinimumBars >= 1, nameof(MinimumBars), MinimumBars, "at least 1");
        Require(VolumeFloor is > 0 and <= 10, nameof(VolumeFloor), VolumeFloor, "in (0, 10]");
        Require(SpreadCeilingBps is > 0 and <= 10_000, nameof(SpreadCeilingBps), SpreadCeilingBps, "in (0, 10000]");
        Require(DepthFloor is > 0 and <= 10, nameof(DepthFloor), DepthFloor, "in (0, 10]");
        Require(HighVolatility is > 0 and <= 1, nameof(HighVolatility), HighVolatility, "in (0, 1]");
        Require(LeaveHighVolatility > 0 && LeaveHighVolatility <= HighVolatility, nameof(LeaveHighVolatility), LeaveHighVolatility, $"above 0 and at most HighVolatility, {HighVolatility}");
        Require(TrendAdx is > 0 and <= 100, nameof(TrendAdx), TrendAdx, "in (0, 100]");
        Require(LeaveTrendAdx > 0 && LeaveTrendAdx <= TrendAdx, nameof(LeaveTrendAdx), LeaveTrendAdx, $"above 0 and at most TrendAdx, {TrendAdx}");
        Require(RangeVolatility > 0 && RangeVolatility < HighVolatility, nameof(RangeVolatility), RangeVolatility, $"above 0 and below HighVolatility, {HighVolatility}");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
