using Ratchet.Market.Bars;

namespace Ratchet.Features.Statistics;

/// <summary>The number that a bar contributes to a window.</summary>
/// <param name="bar">The bar that closed.</param>
/// <param name="previousClose">The close before it; NaN at the first bar.</param>
internal delegate double BarInput(in Bar bar, double previousClose);
