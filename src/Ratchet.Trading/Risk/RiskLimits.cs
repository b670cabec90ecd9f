namespace Ratchet.Trading.Risk;

/// <summary>The hard limits. Fixed for the life of a session: nothing in it can change them. Shares are of equity.</summary>
public sealed record RiskLimits
{
    /// <summary>The money that one trade may lose at its first stop. Default 0.01, in (0, 1].</summary>
    public double RiskPerTrade { get; init; } = 0.01;

    /// <summary>The value of one position. Default 0.20, above 0; infinity is no bound, here and in the other exposures.</summary>
    public double PositionValue { get; init; } = 0.20;

    /// <summary>The gross value of one symbol, all strategies. Default 0.20, above 0.</summary>
    public double GrossPerSymbol { get; init; } = 0.20;

    /// <summary>The gross value of one strategy, all symbols. Default 1, above 0.</summary>
    public double GrossPerStrategy { get; init; } = 1;

    /// <summary>The gross value of everything. Default 1, above 0.</summary>
    public double GrossExposure { get; init; } = 1;

    /// <summary>The absolute net value of everything. Default 1, above 0.</summary>
    public double NetExposure { get; init; } = 1;

    /// <summary>The square root of the correlation-weighted sum of products of symbols' net values. Default 1, above 0.</summary>
    public double CorrelatedExposure { get; init; } = 1;

    /// <summary>The most positions that may be open or have a working entry. Default 100, from 1.</summary>
    public int OpenPositions { get; init; } = 100;

    /// <summary>The loss since the start of the UTC day that stops new risk until the next one, whatever a person says. Default 0.05, in (0, 1].</summary>
    public double DailyLoss { get; init; } = 0.05;

    /// <summary>The drawdown from the highest equity from which sizes are halved. Default 0.10, in (0, 1).</summary>
    public double DrawdownReduce { get; init; } = 0.10;

    /// <summary>The drawdown that flattens and halts until a person resumes. Default 0.20, above <see cref="DrawdownReduce"/>, at most 1.</summary>
    public double DrawdownHalt { get; init; } = 0.20;

    /// <summary>Losses in a row that pause new risk; 0 is off. Default 5, from 0.</summary>
    public int LosingRun { get; init; } = 5;

    /// <summary>How long a losing run pauses, in milliseconds. Default four hours, from 1 to a hundred years.</summary>
    public long LosingRunPause { get; init; } = 4 * 3_600_000L;

    /// <summary>A bar's range over its trailing mean range above which the symbol takes no new risk; 0 is off. Default 0, else above 1.</summary>
    public double VolatilitySpike { get; init; }

    /// <summary>How long a breaker of volatility, slippage or rejections pauses, in milliseconds. Default one hour, from 1 to a hundred years.</summary>
    public long BreakerPause { get; init; } = 3_600_000L;

    /// <summary>Data older than this many bars gives no new risk; 0 is off. Default 3, from 0 to a million.</summary>
    public int StaleBars { get; init; } = 3;

    /// <summary>After so many missing bars a symbol takes no new risk until as many came; 0 is off. Default 0, from 0 to a million.</summary>
    public int GapBars { get; init; }

    /// <summary>Rejections in a row that pause new risk; 0 is off. Default 3, from 0.</summary>
    public int RejectedOrders { get; init; } = 3;

    /// <summary>A fill worse than its order's price by more than this, in hundredths of a per cent, pauses the symbol; 0 is off. Default 0, from 0.</summary>
    public double SlippageBps { get; init; }

    /// <summary>How far the session's clock and a bar's close time may differ, in milliseconds, beyond which the symbol takes no new risk; 0 is off. Default 0, from 0.</summary>
    public long ClockSkew { get; init; }

    /// <summary>Whether entries need a <see cref="Events.Readiness"/> that is complete. Default false, for backtests; paper sessions switch it on.</summary>
    public bool RequireReadiness { get; init; }

    /// <summary>How old a model may be, in milliseconds; 0 is no bound. Default 0, from 0.</summary>
    public long ModelAge { get; init; }

    /// <summary>The least quality of the data where readiness is required. Default 0.995, in [0, 1].</summary>
    public double DataQuality { get; init; } = 0.995;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        const long century = 100L * 36_525 * 864_000;
        Require(RiskPerTrade is > 0 and <= 1, nameof(RiskPerTrade), RiskPerTrade, "in (0, 1]");
        Require(PositionValue > 0, nameof(PositionValue), PositionValue, "above 0");
        Require(GrossPerSymbol > 0, nameof(GrossPerSymbol), GrossPerSymbol, "above 0");
        Require(GrossPerStrategy > 0, nameof(GrossPerStrategy), GrossPerStrategy, "above 0");
        Require(GrossExposure > 0, nameof(GrossExposure), GrossExposure, "above 0");
        Require(NetExposure > 0, nameof(NetExposure), NetExposure, "above 0");
        Require(CorrelatedExposure > 0, nameof(CorrelatedExposure), CorrelatedExposure, "above 0");
        Require(OpenPositions >= 1, nameof(OpenPositions), OpenPositions, "at least 1");
        Require(DailyLoss is > 0 and <= 1, nameof(DailyLoss), DailyLoss, "in (0, 1]");
        Require(DrawdownReduce is > 0 and < 1, nameof(DrawdownReduce), DrawdownReduce, "in (0, 1)");
        Require(DrawdownHalt > DrawdownReduce && DrawdownHalt <= 1, nameof(DrawdownHalt), DrawdownHalt, $"above DrawdownReduce, {DrawdownReduce}, and at most 1");
        Require(LosingRun >= 0, nameof(LosingRun), LosingRun, "not below 0");
        Require(LosingRunPause is >= 1 and <= century, nameof(LosingRunPause), LosingRunPause, $"from 1 to {century} milliseconds");
        Require(VolatilitySpike == 0 || (VolatilitySpike > 1 && double.IsFinite(VolatilitySpike)), nameof(VolatilitySpike), VolatilitySpike, "0, or finite and above 1");
        Require(BreakerPause is >= 1 and <= century, nameof(BreakerPause), BreakerPause, $"from 1 to {century} milliseconds");
        Require(StaleBars is >= 0 and <= 1_000_000, nameof(StaleBars), StaleBars, "from 0 to 1000000");
        Require(GapBars is >= 0 and <= 1_000_000, nameof(GapBars), GapBars, "from 0 to 1000000");
        Require(RejectedOrders >= 0, nameof(RejectedOrders), RejectedOrders, "not below 0");
        Require(SlippageBps >= 0 && double.IsFinite(SlippageBps), nameof(SlippageBps), SlippageBps, "finite and not below 0");
        Require(ClockSkew >= 0, nameof(ClockSkew), ClockSkew, "not below 0");
        Require(ModelAge >= 0, nameof(ModelAge), ModelAge, "not below 0");
        Require(DataQuality is >= 0 and <= 1, nameof(DataQuality), DataQuality, "in [0, 1]");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
