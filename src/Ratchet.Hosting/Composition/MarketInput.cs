using Ratchet.Market.Bars;

namespace Ratchet.Hosting.Composition;

/// <summary>The bars that a command works on.</summary>
/// <param name="Bars">The bars.</param>
/// <param name="Synthetic">Whether a random generator made them.</param>
/// <param name="Source">Where they came from, in words.</param>
/// <param name="Quality">Good bars / expected bars; 1 for the synthetic market.</param>
/// <param name="PlantedCoefficient">The information coefficient that was planted; null for real bars.</param>
public sealed record MarketInput(BarSeries Bars, bool Synthetic, string Source, double Quality, double? PlantedCoefficient);
