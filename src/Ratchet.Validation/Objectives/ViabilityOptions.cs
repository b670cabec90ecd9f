namespace Ratchet.Validation.Objectives;

/// <summary>What a configuration must reach before its score counts.</summary>
public sealed record ViabilityOptions
{
    /// <summary>The least number of trades. Default 10, from 1.</summary>
    public int MinimumTrades { get; init; } = 10;

    /// <summary>The annual Sharpe ratio must be above this. Default 0.5, from 0.</summary>
    public double SharpeAbove { get; init; } = 0.5;

    /// <summary>The profit factor must be above this. Default 1.1, from 0.</summary>
    public double ProfitFactorAbove { get; init; } = 1.1;

    /// <summary>The maximum drawdown must be below this share. Default 0.30, in (0, 1].</summary>
    public double DrawdownBelow { get; init; } = 0.30;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MinimumTrades, 1);
        if (!(SharpeAbove >= 0 && double.IsFinite(SharpeAbove)))
        {
            throw new ArgumentOutOfRangeException(nameof(SharpeAbove), SharpeAbove, "SharpeAbove must be finite and not below 0.");
        }

        if (!(ProfitFactorAbove >= 0 && double.IsFinite(ProfitFactorAbove)))
        {
            throw new ArgumentOutOfRangeException(nameof(ProfitFactorAbove), ProfitFactorAbove, "ProfitFactorAbove must be finite and not below 0.");
        }

        if (!(DrawdownBelow > 0 && DrawdownBelow <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(DrawdownBelow), DrawdownBelow, "DrawdownBelow must be in (0, 1].");
        }
    }
}
