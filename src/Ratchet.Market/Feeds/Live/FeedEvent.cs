namespace Ratchet.Market.Feeds.Live;

/// <summary>
/// Something that a feed tells: <see cref="BarClosed"/> and <see cref="GapFilled"/>, or <see cref="TradeArrived"/> and <see cref="TradeGapFilled"/>; and
/// <see cref="FeedConnected"/>, <see cref="FeedDisconnected"/> and <see cref="FeedStale"/>.
/// </summary>
/// <param name="At">When, by the source's clock, in milliseconds since 1970-01-01 UTC.</param>
public abstract record FeedEvent(long At);
