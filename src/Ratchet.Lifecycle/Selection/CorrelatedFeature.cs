namespace Ratchet.Lifecycle.Selection;

/// <summary>A feature that a more important one makes superfluous.</summary>
/// <param name="Feature">The one that goes.</param>
/// <param name="Kept">The most important of the kept features that it is correlated with above the limit.</param>
/// <param name="Correlation">Their correlation, with its sign.</param>
public readonly record struct CorrelatedFeature(int Feature, int Kept, double Correlation);
