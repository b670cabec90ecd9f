using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Feeds.Live;

/// <summary>Bars that were not heard live have been asked for; those that exist were told just before this event.</summary>
/// <param name="At">When, by the source's clock.</param>
/// <param name="Symbol">What was traded.</param>
/// <param name="TimeFrame">The length of a bar.</param>
/// <param name="Span">The opening times of the gap.</param>
/// <param name="Bars">How many bars it was filled with.</param>
/// <param name="Missing">How many bars of the gap the source itself does not have.</param>
public sealed record GapFilled(long At, Symbol Symbol, TimeFrame TimeFrame, TimeRange Span, int Bars, int Missing) : FeedEvent(At);
