using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;

namespace Ratchet.Hosting.Composition;

/// <summary>A whole series that the engine may trade.</summary>
/// <param name="Bars">Every bar that there is.</param>
/// <param name="Sealed">Its sealed part.</param>
/// <param name="Synthetic">Whether a random generator made them.</param>
/// <param name="Source">Where they came from, in words.</param>
/// <param name="Quality">Good bars / expected bars.</param>
public sealed record TradedMarket(BarSeries Bars, IndexRange Sealed, bool Synthetic, string Source, double Quality)
{
    /// <summary>The opening time of the first sealed bar.</summary>
    public long Border => Bars.OpenTime[Sealed.Start];
}
