namespace Ratchet.Market.Feeds.Live;

/// <summary>Something that a feed tells: <see cref="BarClosed"/>, <see cref="FeedConnected"/>, <see cref="FeedDisconnected"/>, <see cref="FeedStale"/> or <see cref="GapFilled"/>.</summary>
/// <param name="At">When, by the source's clock, in milliseconds since 1970-01-01 UTC.</param>
public abstract record FeedEvent(long At);
