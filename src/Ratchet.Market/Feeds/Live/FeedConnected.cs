namespace Ratchet.Market.Feeds.Live;

/// <summary>The feed is connected and has caught up: every bar final before now, or every trade so far, has been told.</summary>
/// <param name="At">When, by the source's clock.</param>
/// <param name="Connection">Which connection it is, from 1.</param>
public sealed record FeedConnected(long At, int Connection) : FeedEvent(At);
