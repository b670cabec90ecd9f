namespace Ratchet.Adaptation.Decomposition;

/// <summary>A group in a ranking.</summary>
/// <param name="Group">The group.</param>
/// <param name="Value">The figure it is ranked by.</param>
/// <param name="Figures">All its figures.</param>
public readonly record struct RankedGroup(TradeGroup Group, double Value, PerformanceFigures Figures);
