using Ratchet.Validation.Significance;

namespace Ratchet.Lifecycle.Adaptation;

/// <summary>What a way to choose makes of the same entries as all others.</summary>
/// <param name="Name">The way.</param>
/// <param name="Pooled">Whether it pools; null where it does not learn.</param>
/// <param name="FullInformation">Whether it learns from profiles it did not choose; null where it does not learn.</param>
/// <param name="Hindsight">Whether it knows what only hindsight knows.</param>
/// <param name="Mean">Mean result in R, over entries and seeds.</param>
/// <param name="Gain">Mean of the result less the default profile's on the same entry.</param>
/// <param name="StaticRegret">R lost a hundred trades against the best static profile in hindsight.</param>
/// <param name="OracleRegret">The same against the oracle by symbol and regime.</param>
/// <param name="Explored">The share of choices that explored; NaN where it does not learn.</param>
public sealed record EntryRow(
    string Name,
    bool? Pooled,
    bool? FullInformation,
    bool Hindsight,
    ConfidenceInterval Mean,
    ConfidenceInterval Gain,
    double StaticRegret,
    double OracleRegret,
    double Explored);
