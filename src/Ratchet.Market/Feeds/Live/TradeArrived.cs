using Ratchet.Market.Instruments;
using Ratchet.Market.Ticks;

namespace Ratchet.Market.Feeds.Live;

/// <summary>A trade happened.</summary>
/// <param name="At">When it was heard of, by the source's clock, in milliseconds.</param>
/// <param name="Symbol">What was traded.</param>
/// <param name="Id">The source's number of the trade; numbers of one symbol rise by one from trade to trade.</param>
/// <param name="Trade">The trade; its own time is in nanoseconds.</param>
/// <param name="IsBackFill">Whether it was asked for afterwards instead of heard live.</param>
public sealed record TradeArrived(long At, Symbol Symbol, long Id, Trade Trade, bool IsBackFill) : FeedEvent(At);
