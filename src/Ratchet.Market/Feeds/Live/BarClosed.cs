using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Feeds.Live;

/// <summary>A bar is final.</summary>
/// <param name="At">When it was heard of, by the source's clock.</param>
/// <param name="Symbol">What was traded.</param>
/// <param name="TimeFrame">The length of the bar.</param>
/// <param name="Bar">The bar.</param>
/// <param name="IsBackFill">Whether it was asked for afterwards instead of heard live.</param>
public sealed record BarClosed(long At, Symbol Symbol, TimeFrame TimeFrame, Bar Bar, bool IsBackFill) : FeedEvent(At);
