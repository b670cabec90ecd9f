namespace Ratchet.Trading.Sizing;

/// <summary>How large an entry is, before the risk gate. Confidence and the position model scale it down, never above 1.</summary>
public sealed record SizingOptions
{
    /// <summary>The method. Default fixed fraction.</summary>
    public SizingMethod Method { get; init; } = SizingMethod.FixedFraction;

    /// <summary>The share of equity that a full-size trade loses at its first stop, before costs. Default 0.01, in (0, 1].</summary>
    public double RiskPerTrade { get; init; } = 0.01;

    /// <summary>Under <see cref="SizingMethod.VolatilityTarget"/> the share of equity that a move of one signal distance is worth. Default 0.0067, in (0, 1].</summary>
    public double VolatilityTarget { get; init; } = 0.0067;

    /// <summary>Under <see cref="SizingMethod.CappedKelly"/> the share of the Kelly fraction that is used. Default 0.25, in (0, 1].</summary>
    public double KellyShare { get; init; } = 0.25;

    /// <summary>Under <see cref="SizingMethod.CappedKelly"/> the largest share of equity at risk. Default 0.01, in (0, 1].</summary>
    public double KellyCap { get; init; } = 0.01;

    /// <summary>The least size that the position model can ask for. Default 0.2, in (0, 1].</summary>
    public double PositionLow { get; init; } = 0.2;

    /// <summary>The largest size that the position model can ask for. Default 1, from <see cref="PositionLow"/> to 1.</summary>
    public double PositionHigh { get; init; } = 1;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Require(RiskPerTrade is > 0 and <= 1, nameof(RiskPerTrade), RiskPerTrade, "in (0, 1]");
        Require(VolatilityTarget is > 0 and <= 1, nameof(VolatilityTarget), VolatilityTarget, "in (0, 1]");
        Require(KellyShare is > 0 and <= 1, nameof(KellyShare), KellyShare, "in (0, 1]");
        Require(KellyCap is > 0 and <= 1, nameof(KellyCap), KellyCap, "in (0, 1]");
        Require(PositionLow is > 0 and <= 1, nameof(PositionLow), PositionLow, "in (0, 1]");
        Require(PositionHigh >= PositionLow && PositionHigh <= 1, nameof(PositionHigh), PositionHigh, $"from PositionLow, {PositionLow}, to 1");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
