namespace Ratchet.Strategies.Ensemble;

/// <summary>What the meta layer knows beside the four predictions, one element a bar, known at the bar's close.</summary>
/// <param name="Side">The primary signal's side: +1, -1, or 0 for none.</param>
/// <param name="Bull">Filtered probability of the rising regime; NaN where unknown (then one third is used).</param>
/// <param name="Bear">Filtered probability of the falling regime; NaN where unknown (then one third is used).</param>
public sealed record MetaContext(ReadOnlyMemory<sbyte> Side, ReadOnlyMemory<double> Bull, ReadOnlyMemory<double> Bear);
