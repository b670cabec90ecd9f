namespace Ratchet.Adaptation.Decomposition;

/// <summary>A figure that groups can be ranked by; larger is better, but for the two that say otherwise.</summary>
public enum PerformanceMetric
{
    /// <summary>The mean result in R.</summary>
    Expectancy,

    /// <summary>Gains over losses, in R.</summary>
    ProfitFactor,

    /// <summary>The share of winning trades.</summary>
    WinRate,

    /// <summary>Mean over standard deviation of the results in R.</summary>
    Sharpe,

    /// <summary>The deepest fall of the summed results in R; smaller is better.</summary>
    Drawdown,

    /// <summary>The longest run of losses; shorter is better.</summary>
    LongestLosingRun,

    /// <summary>The net profit in money.</summary>
    Profit,

    /// <summary>The number of trades.</summary>
    Trades,
}
