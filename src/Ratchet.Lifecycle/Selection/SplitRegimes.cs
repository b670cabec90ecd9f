namespace Ratchet.Lifecycle.Selection;

/// <summary>How often each regime occurs in a split. Splits in time are not stratified: a fold may be tested on a regime that it hardly learned from.</summary>
/// <param name="Fold">The number of the split.</param>
/// <param name="Training">One share a regime among the training rows.</param>
/// <param name="Test">One share a regime among the test rows.</param>
public sealed record SplitRegimes(int Fold, IReadOnlyList<double> Training, IReadOnlyList<double> Test);
