using Ratchet.Learning.Markov;
using Ratchet.Market.Time;

namespace Ratchet.Lifecycle.Regimes;

/// <summary>What a study of regimes found.</summary>
public sealed record RegimeStudyResult
{
    /// <summary>The time of the bars that the models were fitted on, half-open.</summary>
    public required TimeRange FitTime { get; init; }

    /// <summary>The time of the bars that paths, lags and returns are reported on, half-open; no model saw them.</summary>
    public required TimeRange ReportTime { get; init; }

    /// <summary>Rows of observations in the first part.</summary>
    public required int FitRows { get; init; }

    /// <summary>Rows in the second part.</summary>
    public required int ReportRows { get; init; }

    /// <summary>Every number of states and shape of covariances, on the first part.</summary>
    public required HmmSelection Selection { get; init; }

    /// <summary>The candidate of the asked number of states and the least criterion, its states from the most rising to the most falling.</summary>
    public required HmmModel Model { get; init; }

    /// <summary>Its starts.</summary>
    public required IReadOnlyList<HmmStart> Starts { get; init; }

    /// <summary>Persistence on the bars of the fit.</summary>
    public required PersistenceReport InSample { get; init; }

    /// <summary>Persistence on the bars after it.</summary>
    public required PersistenceReport OutOfSample { get; init; }

    /// <summary>The jump model, its states in the same order.</summary>
    public required JumpModel Jump { get; init; }

    /// <summary>The ways to name regimes, out of sample: two that look back, two for analysis.</summary>
    public required IReadOnlyList<RegimePath> Paths { get; init; }

    /// <summary>How far the causal paths run behind those that look ahead.</summary>
    public required IReadOnlyList<RegimeLag> Lags { get; init; }

    /// <summary>Share of bars on which the two causal paths name the same state.</summary>
    public required double CausalAgreement { get; init; }

    /// <summary>Names across refits, over all bars; no refit sees a bar after its window.</summary>
    public required RegimeIdentity Identity { get; init; }
}
