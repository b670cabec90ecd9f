namespace Ratchet.Trading.Risk;

/// <summary>The hard limits. Fixed for the life of a session: nothing in it can change them. Shares are of equity.</summary>
public sealed record RiskLimits
{
    /// <summary>The money that one trade may lose at its first stop. Default 0.01, in (0, 1].</summary>
    public double RiskPerTrade { get; init; } = 0.01;

    /// <summary>The value of one position. Default 0.20, above 0.</summary>
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

    /// <summary>The most positions that may be open. Default 100, from 1.</summary>
    public int OpenPositions { get; init; } = 100;

    /// <summary>The loss since the start of the UTC day that stops new risk until the next one. Default 0.05, in (0, 1].</summary>
    public double DailyLoss { get; init; } = 0.05;

    /// <summary>The drawdown from the highest equity from which sizes are halved. Default 0.10, in (0, 1].</summary>
    public double DrawdownReduce { get; init; } = 0.10;

    /// <summary>The drawdown that flattens and halts until a person resumes. Default 0.20, above <see cref="DrawdownReduce"/>, at most 1.</summary>
    public double DrawdownHalt { get; init; } = 0.20;

    /// <summary>Losses in a row that pause new risk; 0 is off. Default 5.</summary>
    public int LosingRun { get; init; } = 5;

    /// <summary>How long a losing run pauses, in milliseconds. Default four hours.</summary>
    public long LosingRunPause { get; init; } = 4 * 3_600_000L;

    /// <summary>A bar's range over its trailing mean range above which the symbol takes no new risk; 0 is off. Default 0.</summary>
    public double VolatilitySpike { get; init; }

    /// <summary>How long a breaker of volatility, slippage or rejections pauses, in milliseconds. Default one hour.</summary>
    public long BreakerPause { get; init; } = 3_600_000L;

    /// <summary>Data older than this many bars gives no new risk; 0 is off. Default 3.</summary>
    public int StaleBars { get; init; } = 3;

    /// <summary>After so many missing bars a symbol takes no new risk until as many came; 0 is off. Default 0.</summary>
    public int GapBars { get; init; }

    /// <summary>Rejections in a row that pause; 0 is off. Default 3.</summary>
    public int RejectedOrders { get; init; } = 3;

    /// <summary>A fill worse than its order's price by more than this, in hundredths of a per cent, pauses the symbol; 0 is off. Default 0.</summary>
    public double SlippageBps { get; init; }

    /// <summary>How far the session's clock and a bar's close time may differ, in milliseconds, beyond which there is no new risk; 0 is off. Default 0.</summary>
    public long ClockSkew { get; init; }

    /// <summary>Whether entries need a <see cref="Events.Readiness"/> that is complete. Default false, for backtests; paper sessions switch it on.</summary>
    public bool RequireReadiness { get; init; }

    /// <summary>How old a model may be, in milliseconds; 0 is no bound. Default 0.</summary>
    public long ModelAge { get; init; }

    /// <summary>The least quality of the data where readiness is required. Default 0.995, in [0, 1].</summary>
    public double DataQuality { get; init; } = 0.995;
}
