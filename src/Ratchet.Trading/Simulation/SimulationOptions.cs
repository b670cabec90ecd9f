namespace Ratchet.Trading.Simulation;

/// <summary>Costs, sizes and exits of a simulated run.</summary>
public sealed record SimulationOptions
{
    /// <summary>The most partial targets that are supported.</summary>
    public const int MaximumTargets = 8;

    /// <summary>Money at the start. Default 10,000, above 0.</summary>
    public double InitialEquity { get; init; } = 10_000;

    /// <summary>The share of equity that a full-size trade loses at its first stop, before costs. Default 0.01, in (0, 1].</summary>
    public double RiskPerTrade { get; init; } = 0.01;

    /// <summary>The largest entry value as a share of equity. Default 0.20, in (0, 1].</summary>
    public double MaximumGrossPerSymbol { get; init; } = 0.20;

    /// <summary>The taker fee, a share of the value traded, each side. Default 0.0005, in [0, 1).</summary>
    public double FeeRate { get; init; } = 0.0005;

    /// <summary>The maker fee of targets; the taker fee when not set. Default not set, in [0, 1).</summary>
    public double? MakerFeeRate { get; init; }

    /// <summary>How much worse market and stop orders fill, in hundredths of a per cent of the price. Default 2, in [0, 10,000).</summary>
    public double SlippageBps { get; init; } = 2.0;

    /// <summary>The distance of the first stop, in units of the signal's distance. Default 1.5, above 0.</summary>
    public double StopMultiple { get; init; } = 1.5;

    /// <summary>The distance of a target of step 1, in units of the signal's distance. Default 0.75, above 0.</summary>
    public double TargetMultiple { get; init; } = 0.75;

    /// <summary>The places of the partial targets as shares of the target distance. Default 0.5, 0.75, 1; above 0, strictly rising, at most eight; none switches targets off.</summary>
    public IReadOnlyList<double> TargetSteps { get; init; } = [0.5, 0.75, 1.0];

    /// <summary>The share of the position that each target closes; the last one closes what is left. Default 0.5, 0.3, 0.2; above 0, sum 1, as many as steps.</summary>
    public IReadOnlyList<double> TargetFractions { get; init; } = [0.5, 0.3, 0.2];

    /// <summary>Whether the stop moves to the entry price, from the bar after the first target. Default true.</summary>
    public bool BreakEvenAfterFirstTarget { get; init; } = true;

    /// <summary>How far the stop follows the best price since entry, in units of the signal's distance, from the bar after the first target; 0 is off. Default 0.</summary>
    public double TrailingMultiple { get; init; }

    /// <summary>How many bars a position may be held, the entry bar counted; it is closed at the open after. Default 24, from 1.</summary>
    public int HorizonBars { get; init; } = 24;

    /// <summary>The least confidence of an entry. Default 0.6, in [0, 1].</summary>
    public double ConfidenceThreshold { get; init; } = 0.6;

    /// <summary>The least absolute momentum of an entry. Default 0, from 0.</summary>
    public double MomentumThreshold { get; init; }

    /// <summary>A position is closed at the next open when the exit probability is above this. Default 0.7, from 0; 1 switches it off.</summary>
    public double ExitThreshold { get; init; } = 0.7;

    /// <summary>The least size that the position model can ask for. Default 0.2, in (0, 1].</summary>
    public double PositionLow { get; init; } = 0.2;

    /// <summary>The largest size that the position model can ask for. Default 1, from <see cref="PositionLow"/> to 1.</summary>
    public double PositionHigh { get; init; } = 1.0;

    /// <summary>The fee of a target in effect.</summary>
    public double TargetFeeRate => MakerFeeRate ?? FeeRate;

    /// <summary>The slippage as a share of the price.</summary>
    public double SlippageShare => SlippageBps * 1e-4;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="ArgumentException">The targets are not rising, do not add up to 1 or have different lengths.</exception>
    public void Validate()
    {
        Require(InitialEquity > 0 && double.IsFinite(InitialEquity), nameof(InitialEquity), InitialEquity, "finite and above 0");
        Require(RiskPerTrade is > 0 and <= 1, nameof(RiskPerTrade), RiskPerTrade, "in (0, 1]");
        Require(MaximumGrossPerSymbol is > 0 and <= 1, nameof(MaximumGrossPerSymbol), MaximumGrossPerSymbol, "in (0, 1]");
        Require(FeeRate is >= 0 and < 1, nameof(FeeRate), FeeRate, "in [0, 1)");
        Require(TargetFeeRate is >= 0 and < 1, nameof(MakerFeeRate), TargetFeeRate, "in [0, 1)");
        Require(SlippageBps is >= 0 and < 10_000, nameof(SlippageBps), SlippageBps, "in [0, 10000)");
        Require(StopMultiple > 0 && double.IsFinite(StopMultiple), nameof(StopMultiple), StopMultiple, "finite and above 0");
        Require(TargetMultiple > 0 && double.IsFinite(TargetMultiple), nameof(TargetMultiple), TargetMultiple, "finite and above 0");
        Require(TrailingMultiple >= 0 && double.IsFinite(TrailingMultiple), nameof(TrailingMultiple), TrailingMultiple, "finite and not below 0");
        Require(HorizonBars >= 1, nameof(HorizonBars), HorizonBars, "at least 1");
        Require(ConfidenceThreshold is >= 0 and <= 1, nameof(ConfidenceThreshold), ConfidenceThreshold, "in [0, 1]");
        Require(MomentumThreshold >= 0 && double.IsFinite(MomentumThreshold), nameof(MomentumThreshold), MomentumThreshold, "finite and not below 0");
        Require(ExitThreshold >= 0, nameof(ExitThreshold), ExitThreshold, "not below 0");
        Require(PositionLow is > 0 and <= 1, nameof(PositionLow), PositionLow, "in (0, 1]");
        if (!(PositionHigh >= PositionLow && PositionHigh <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(PositionHigh), PositionHigh, $"PositionHigh must be from PositionLow, {PositionLow}, to 1.");
        }

        ValidateTargets();
    }

    private void ValidateTargets()
    {
        if (TargetSteps.Count != TargetFractions.Count || TargetSteps.Count > MaximumTargets)
        {
            throw new ArgumentException(
                $"TargetSteps has {TargetSteps.Count} elements and TargetFractions has {TargetFractions.Count}; they must agree and be at most {MaximumTargets}.");
        }

        var sum = 0.0;
        for (var i = 0; i < TargetSteps.Count; i++)
        {
            var floor = i == 0 ? 0 : TargetSteps[i - 1];
            if (!(TargetSteps[i] > floor && double.IsFinite(TargetSteps[i])))
            {
                throw new ArgumentOutOfRangeException(nameof(TargetSteps), TargetSteps[i], $"TargetSteps[{i}] must be finite and above {floor}.");
            }

            if (!(TargetFractions[i] > 0 && double.IsFinite(TargetFractions[i])))
            {
                throw new ArgumentOutOfRangeException(nameof(TargetFractions), TargetFractions[i], $"TargetFractions[{i}] must be finite and above 0.");
            }

            sum += TargetFractions[i];
        }

        Require(TargetSteps.Count == 0 || Math.Abs(sum - 1) < 1e-9, nameof(TargetFractions), sum, "1 in sum");
    }

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
