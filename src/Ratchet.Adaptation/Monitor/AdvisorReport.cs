using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Weights;

namespace Ratchet.Adaptation.Monitor;

/// <summary>All that the monitor shows, for screens and exports. Places of strategies in <see cref="WeightHistory"/> are those of <see cref="Strategies"/>.</summary>
public sealed record AdvisorReport
{
    /// <summary>When, in milliseconds since 1970-01-01 UTC.</summary>
    public required long Time { get; init; }

    /// <summary>The regime that weights and shares are for.</summary>
    public required MarketRegime Regime { get; init; }

    /// <summary>What went wrong; null where the advisor works.</summary>
    public required string? Fault { get; init; }

    /// <summary>The parts of the advisor.</summary>
    public required IReadOnlyList<ComponentStatus> Components { get; init; }

    /// <summary>The strategies.</summary>
    public required IReadOnlyList<StrategySummary> Strategies { get; init; }

    /// <summary>The regimes.</summary>
    public required IReadOnlyList<RegimeSummary> Regimes { get; init; }

    /// <summary>The mean weight over strategies and regimes.</summary>
    public required double AverageWeight { get; init; }

    /// <summary>Correlation of a weight with the mean result until its next update; NaN below three pairs or without spread.</summary>
    public required double WeightCorrelation { get; init; }

    /// <summary>The pairs behind it.</summary>
    public required long WeightPairs { get; init; }

    /// <summary>The share of the strategies' time that was degraded; NaN before any time passed.</summary>
    public required double ShareOfTimeDegraded { get; init; }

    /// <summary>Recoveries over degradations; NaN without any.</summary>
    public required double RecoveryRate { get; init; }

    /// <summary>What became of signals.</summary>
    public required SignalSummary Signals { get; init; }

    /// <summary>What advice is worth.</summary>
    public required AdviceEffect Effect { get; init; }

    /// <summary>What a person should look at.</summary>
    public required IReadOnlyList<AdvisorAlert> Alerts { get; init; }

    /// <summary>The newest changes of weights, oldest first.</summary>
    public required IReadOnlyList<WeightChange> WeightHistory { get; init; }

    /// <summary>The newest entries of the audit, oldest first.</summary>
    public required IReadOnlyList<AdvisorEntry> Audit { get; init; }

    /// <summary>The settings by name, as people write them.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; }
}
