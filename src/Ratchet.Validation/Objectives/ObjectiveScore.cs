namespace Ratchet.Validation.Objectives;

/// <summary>What an objective thinks of a run.</summary>
/// <param name="Composite">The weighted sum of the components.</param>
/// <param name="Ranking">What a search maximises: the composite when viable; below every viable run, and still ordered, when not.</param>
/// <param name="Viable">Whether every criterion is met.</param>
/// <param name="Reasons">One sentence for each criterion that is missed, with its numbers; empty when viable.</param>
/// <param name="Components">The terms of the composite.</param>
public sealed record ObjectiveScore(
    double Composite, double Ranking, bool Viable, IReadOnlyList<string> Reasons, IReadOnlyList<ScoreComponent> Components);
