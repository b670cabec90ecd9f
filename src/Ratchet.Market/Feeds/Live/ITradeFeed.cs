using Ratchet.Market.Instruments;

namespace Ratchet.Market.Feeds.Live;

/// <summary>
/// Trades as they happen. For each symbol every trade that the source has from the first <see cref="FeedConnected"/> on comes exactly once and in order,
/// whatever happens to the connection; what happens to it comes as events between the trades.
/// </summary>
public interface ITradeFeed
{
    /// <summary>Reads until cancelled. Each enumeration has its own connection and position.</summary>
    /// <param name="symbols">What is wanted, each symbol once.</param>
    /// <param name="cancellationToken">Ends the enumeration with <see cref="OperationCanceledException"/> after the connection is closed.</param>
    IAsyncEnumerable<FeedEvent> ReadAsync(IReadOnlyList<Symbol> symbols, CancellationToken cancellationToken);
}
