using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Quality;
using Ratchet.Adaptation.Retirement;
using Ratchet.Adaptation.Weights;

namespace Ratchet.Adaptation.Advising;

/// <summary>Everything about the advisor that can be set. <see cref="AdvisorSettings"/> names what can be changed while it runs.</summary>
public sealed record AdvisorOptions
{
    /// <summary>The preset that the defaults are.</summary>
    public static AdvisorOptions Conservative { get; } = new();

    /// <summary>The preset that moves faster and filters less: 30 % a step, weights 0.05 to 3 (the multiplier stays at most 2), threshold 0.6, least expectancy 0, degraded for 6 h.</summary>
    public static AdvisorOptions Aggressive { get; } = new()
    {
        WeightRules = new() { Step = 0.30, Minimum = 0.05, Maximum = 3 },
        QualityRules = new() { Threshold = 0.6 },
        RetirementRules = new() { LeastExpectancy = 0, DegradedHours = 6 },
    };

    /// <summary>Whether signals of low quality are filtered. Default true.</summary>
    public bool QualityFiltering { get; init; } = true;

    /// <summary>Whether weights follow performance. Default true.</summary>
    public bool AdaptiveWeighting { get; init; } = true;

    /// <summary>Whether strategies are degraded, suspended and retired. Default true.</summary>
    public bool Retirement { get; init; } = true;

    /// <summary>Hours between updates of the weights of a regime. Default 1, in (0, 1,000].</summary>
    public double UpdateHours { get; init; } = 1;

    /// <summary>The share of the capital that 1 R stands for; turns drawdowns in R into shares of the capital. Default 0.01, in (0, 1].</summary>
    public double RiskShare { get; init; } = 0.01;

    /// <summary>How many entries each history keeps; fixed when the advisor is made. Default 1,000, in [1, 1,000,000].</summary>
    public int HistoryLength { get; init; } = 1000;

    /// <summary>The rolling windows; fixed when the advisor is made.</summary>
    public DecomposerOptions Windows { get; init; } = new();

    /// <summary>How weights follow performance.</summary>
    public WeightOptions WeightRules { get; init; } = new();

    /// <summary>How the quality of a signal is computed.</summary>
    public QualityOptions QualityRules { get; init; } = new();

    /// <summary>When strategies are degraded, suspended and retired.</summary>
    public RetirementOptions RetirementRules { get; init; } = new();

    /// <summary>Whether any switch is on; with all off the advisor is silent.</summary>
    public bool AnySwitch => QualityFiltering || AdaptiveWeighting || Retirement;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    /// <exception cref="ArgumentException">Values do not fit together.</exception>
    public void Validate()
    {
        if (UpdateHours is not (> 0 and <= 1000))
        {
            throw new ArgumentOutOfRangeException(nameof(UpdateHours), UpdateHours, "UpdateHours must be in (0, 1000].");
        }

        if (RiskShare is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(RiskShare), RiskShare, "RiskShare must be in (0, 1].");
        }

        if (HistoryLength is < 1 or > 1_000_000)
        {
            throw new ArgumentOutOfRangeException(nameof(HistoryLength), HistoryLength, "HistoryLength must be in [1, 1000000].");
        }

        Windows.Validate();
        WeightRules.Validate();
        QualityRules.Validate();
        RetirementRules.Validate();
    }
}
