using Ratchet.Market.Instruments;

namespace Ratchet.Market.Feeds.Live;

/// <summary>Trades that were not heard live have been asked for; those that exist were told just before this event.</summary>
/// <param name="At">When, by the source's clock.</param>
/// <param name="Symbol">What was traded.</param>
/// <param name="FirstId">The number of the first trade of the gap.</param>
/// <param name="NextId">The number after the last trade of the gap.</param>
/// <param name="Trades">How many trades it was filled with.</param>
/// <param name="Missing">How many numbers of the gap the source itself has no trade for.</param>
public sealed record TradeGapFilled(long At, Symbol Symbol, long FirstId, long NextId, long Trades, long Missing) : FeedEvent(At);
