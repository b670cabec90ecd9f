namespace Ratchet.Market.Feeds.Live;

/// <summary>Nothing was heard for too long although the connection stands; the feed gives it up and connects anew.</summary>
/// <param name="At">When, by the source's clock.</param>
/// <param name="Silence">How long nothing was heard.</param>
public sealed record FeedStale(long At, TimeSpan Silence) : FeedEvent(At);
