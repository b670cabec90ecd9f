namespace Ratchet.Adaptation.Regimes;

/// <summary>How regimes are told apart and kept from flapping.</summary>
public sealed record RegimeOptions
{
    /// <summary>The thresholds of every symbol that has none of its own.</summary>
    public RegimeThresholds Thresholds { get; init; } = new();

    /// <summary>Thresholds of single symbols, by the symbol's place. Default none.</summary>
    public IReadOnlyDictionary<int, RegimeThresholds> SymbolThresholds { get; init; } = new Dictionary<int, RegimeThresholds>();

    /// <summary>How many bars a regime lasts at least; ILLIQUID and UNKNOWN come at once, for safety. Default 4, from 1.</summary>
    public int MinimumDwell { get; init; } = 4;

    /// <summary>How fast confidence grows with the relative distance from a threshold: at distance x it is 1 / (1 + exp(-steepness x)). Default 10, in (0, 1000].</summary>
    public double Steepness { get; init; } = 10;

    /// <summary>Whether the volatility thresholds are quantiles of the symbol's own trailing year. Default false.</summary>
    public bool UseQuantiles { get; init; }

    /// <summary>The quantile of <see cref="RegimeThresholds.HighVolatility"/>. Default 0.95.</summary>
    public double HighQuantile { get; init; } = 0.95;

    /// <summary>The quantile of <see cref="RegimeThresholds.LeaveHighVolatility"/>, at most the one above. Default 0.90.</summary>
    public double LeaveHighQuantile { get; init; } = 0.90;

    /// <summary>The quantile of <see cref="RegimeThresholds.RangeVolatility"/>, below <see cref="HighQuantile"/>. Default 0.50.</summary>
    public double RangeQuantile { get; init; } = 0.50;

    /// <summary>How many days quantiles look back. Default 365, from 2 to 3,650.</summary>
    public int QuantileDays { get; init; } = 365;

    /// <summary>Before this many days the fixed thresholds hold. Default 30, from 2 to <see cref="QuantileDays"/>.</summary>
    public int QuantileMinimumDays { get; init; } = 30;

    /// <summary>
    /// The share of the hidden Markov model's probabilities in the confidences of trends and ranges. Above 0 the largest of those four confidences decides
    /// between them, where the model's probabilities are known. Default 0, in [0, 1].
    /// </summary>
    public double MarkovWeight { get; init; }

    /// <summary>How far agreement with a coarser time frame moves the confidence of the regime towards 1, and disagreement towards 0. Default 0.2, in [0, 1).</summary>
    public double FrameWeight { get; init; } = 0.2;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public void Validate()
    {
        Thresholds.Validate();
        foreach (var (symbol, thresholds) in SymbolThresholds)
        {
            Require(symbol >= 0, nameof(SymbolThresholds), symbol, "keyed from 0");
            thresholds.Validate();
        }

        Require(MinimumDwell >= 1, nameof(MinimumDwell), MinimumDwell, "at least 1");
        Require(Steepness is > 0 and <= 1000, nameof(Steepness), Steepness, "in (0, 1000]");
        Require(HighQuantile is > 0 and < 1, nameof(HighQuantile), HighQuantile, "in (0, 1)");
        Require(LeaveHighQuantile > 0 && LeaveHighQuantile <= HighQuantile, nameof(LeaveHighQuantile), LeaveHighQuantile, $"above 0 and at most HighQuantile, {HighQuantile}");
        Require(RangeQuantile > 0 && RangeQuantile < HighQuantile, nameof(RangeQuantile), RangeQuantile, $"above 0 and below HighQuantile, {HighQuantile}");
        Require(QuantileDays is >= 2 and <= 3650, nameof(QuantileDays), QuantileDays, "from 2 to 3650");
        Require(QuantileMinimumDays >= 2 && QuantileMinimumDays <= QuantileDays, nameof(QuantileMinimumDays), QuantileMinimumDays, $"from 2 to QuantileDays, {QuantileDays}");
        Require(MarkovWeight is >= 0 and <= 1, nameof(MarkovWeight), MarkovWeight, "in [0, 1]");
        Require(FrameWeight is >= 0 and < 1, nameof(FrameWeight), FrameWeight, "in [0, 1)");
    }

    /// <summary>The thresholds of a symbol.</summary>
    /// <param name="symbol">The symbol's place.</param>
    public RegimeThresholds Of(int symbol) => SymbolThresholds.TryGetValue(symbol, out var own) ? own : Thresholds;

    private static void Require(bool holds, string field, double value, string range)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(field, value, $"{field} must be {range}.");
        }
    }
}
