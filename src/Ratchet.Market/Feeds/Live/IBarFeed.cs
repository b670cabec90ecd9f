namespace Ratchet.Market.Feeds.Live;

/// <summary>
/// Bars as they close. For each subscription every bar that the source has comes exactly once and in order, whatever happens to the connection; what happens to
/// it comes as events between the bars.
/// </summary>
public interface IBarFeed
{
    /// <summary>Reads until cancelled. Each enumeration has its own connection and position.</summary>
    /// <param name="subscriptions">What is wanted, each symbol and time frame once.</param>
    /// <param name="cancellationToken">Ends the enumeration with <see cref="OperationCanceledException"/> after the connection is closed.</param>
    IAsyncEnumerable<FeedEvent> ReadAsync(IReadOnlyList<FeedSubscription> subscriptions, CancellationToken cancellationToken);
}
