namespace Ratchet.Adaptation.Selection;

/// <summary>How a way to learn follows a best profile that changes.</summary>
/// <param name="Setup">The way.</param>
/// <param name="KnewBefore">The share of seeds that had the old best on top when it changed.</param>
/// <param name="Recovered">The share of seeds that have the new best on top 100 trades later.</param>
/// <param name="ResultBefore">Mean R a trade over the 100 trades before the change.</param>
/// <param name="ResultAfter">Mean R a trade over the 100 after it.</param>
public sealed record SwitchingResult(LearningSetup Setup, double KnewBefore, double Recovered, double ResultBefore, double ResultAfter);
