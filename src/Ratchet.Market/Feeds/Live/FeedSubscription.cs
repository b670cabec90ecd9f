using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Feeds.Live;

/// <summary>One series of a feed.</summary>
/// <param name="Symbol">What is traded.</param>
/// <param name="TimeFrame">The length of a bar.</param>
/// <param name="After">The opening time of the last bar that is known already: the feed begins with the one after. Null begins with the bar now open.</param>
public sealed record FeedSubscription(Symbol Symbol, TimeFrame TimeFrame, long? After = null);
