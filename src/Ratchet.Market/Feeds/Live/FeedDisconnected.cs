namespace Ratchet.Market.Feeds.Live;

/// <summary>The connection is lost, or could not be made; the feed tries again by itself.</summary>
/// <param name="At">When, by the source's clock.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="RetryIn">The wait before the next attempt.</param>
public sealed record FeedDisconnected(long At, string Reason, TimeSpan RetryIn) : FeedEvent(At);
