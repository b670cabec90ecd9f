namespace Ratchet.Adaptation.Retirement;

/// <summary>When strategies are degraded, suspended and retired.</summary>
public sealed record RetirementOptions
{
    /// <summary>The least mean result in R. Default 0.1, in [-10, 10].</summary>
    public double LeastExpectancy { get; init; } = 0.1;

    /// <summary>The least profit factor. Default 0.8, in [0, 10].</summary>
    public double LeastProfitFactor { get; init; } = 0.8;

    /// <summary>The least win rate. Default 0.35, in [0, 1].</summary>
    public double LeastWinRate { get; init; } = 0.35;

    /// <summary>The largest drawdown, a share of the capital. Default 0.15, in (0, 1].</summary>
    public double MostDrawdown { get; init; } = 0.15;

    /// <summary>The losses in a row that violate. Default 10, in [1, 10,000].</summary>
    public int LosingRun { get; init; } = 10;

    /// <summary>Trades before any assessment. Default 20, in [2, 10,000].</summary>
    public int LeastTrades { get; init; } = 20;

    /// <summary>The trades that are assessed, the last ones; fixed when the advisor is made. Default 100, in [2, 10,000] and not below <see cref="LeastTrades"/>.</summary>
    public int Window { get; init; } = 100;

    /// <summary>The one-sided confidence with which expectancy, profit factor and win rate must be below their threshold. Default 0.8, in [0.5, 0.999].</summary>
    public double Confidence { get; init; } = 0.8;

    /// <summary>Whether the figures themselves are compared instead of their confidence bounds. Default false.</summary>
    public bool PointValues { get; init; }

    /// <summary>How long a strategy is degraded before it is suspended, in hours. Default 24, in (0, 10,000].</summary>
    public double DegradedHours { get; init; } = 24;

    /// <summary>How long it is suspended before it is retired, in hours. Default 72, in (0, 10,000].</summary>
    public double SuspendedHours { get; init; } = 72;

    /// <summary>Whether healthy trades in shadow bring a suspended strategy back to degraded. Default false.</summary>
    public bool Readmission { get; init; }

    /// <summary>The factor on the size of a degraded strategy. Default 0.5, in [0, 1].</summary>
    public double DegradedFactor { get; init; } = 0.5;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(LeastExpectancy is >= -10 and <= 10, nameof(LeastExpectancy), LeastExpectancy, "in [-10, 10]");
        Require(LeastProfitFactor is >= 0 and <= 10, nameof(LeastProfitFactor), LeastProfitFactor, "in [0, 10]");
        Require(LeastWinRate is >= 0 and <= 1, nameof(LeastWinRate), LeastWinRate, "in [0, 1]");
        Require(MostDrawdown is > 0 and <= 1, nameof(MostDrawdown), MostDrawdown, "in (0, 1]");
        Require(LosingRun is >= 1 and <= 10_000, nameof(LosingRun), LosingRun, "in [1, 10000]");
        Require(LeastTrades is >= 2 and <= 10_000, nameof(LeastTrades), LeastTrades, "in [2, 10000]");
        Require(Window is >= 2 and <= 10_000, nameof(Window), Window, "in [2, 10000]");
        Require(Window >= LeastTrades, nameof(Window), Window, $"not below LeastTrades, {LeastTrades}");
        Require(Confidence is >= 0.5 and <= 0.999, nameof(Confidence), Confidence, "in [0.5, 0.999]");
        Require(DegradedHours is > 0 and <= 10_000, nameof(DegradedHours), DegradedHours, "in (0, 10000]");
        Require(SuspendedHours is > 0 and <= 10_000, nameof(SuspendedHours), SuspendedHours, "in (0, 10000]");
        Require(DegradedFactor is >= 0 and <= 1, nameof(DegradedFactor), DegradedFactor, "in [0, 1]");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
