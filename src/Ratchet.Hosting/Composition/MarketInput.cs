using Ratchet.Market.Bars;
using Ratchet.Validation.Splits;

namespace Ratchet.Hosting.Composition;

/// <summary>The bars that a command works on.</summary>
/// <param name="Bars">The bars, from the beginning of the range that was asked for to the end of the series: the sealed part is among them.</param>
/// <param name="Synthetic">Whether a random generator made them.</param>
/// <param name="Source">Where they came from, in words.</param>
/// <param name="Quality">Good bars / expected bars; 1 for the synthetic market.</param>
/// <param name="PlantedCoefficient">The information coefficient that was planted; null for real bars.</param>
/// <param name="Split">
/// What may be looked at and what is sealed, as ranges of <paramref name="Bars"/>. The border is that of the whole series, whatever range was asked for; bars
/// between a range that ends earlier and the border are in neither part.
/// </param>
/// <param name="Notice">What is to be said about a range that reached into the sealed part; null where there is nothing to say.</param>
public sealed record MarketInput(
    BarSeries Bars, bool Synthetic, string Source, double Quality, double? PlantedCoefficient, HoldOut Split, string? Notice)
{
    /// <summary>The bars that may be looked at.</summary>
    public BarSeries Development => Bars.Slice(Split.Development);
}
