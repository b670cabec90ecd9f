using System.Runtime.CompilerServices;
using Ratchet.Market.Feeds.Live;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>
/// Closed bars of Binance's combined WebSocket stream, each exactly once and in order. After every connect, at every jump in opening times and for every bar
/// that is overdue the missing ones are asked for over REST; doubles and latecomers are counted and ignored. Silence, a closed or broken connection (the
/// exchange ends each after 24 hours) leads to a reconnect with back-off and full jitter, for ever; only a refusal, such as an unknown symbol, ends the
/// enumeration with an error. Source: Binance documentation, "WebSocket Streams for Binance".
/// </summary>
public sealed class BinanceKlineFeed : IBarFeed
{
    private readonly FeedSource source;
    private readonly BackOff gapBackOff;

    /// <summary>A feed; nothing is connected yet.</summary>
    /// <param name="rest">For back-fill and the exchange's time; its owner disposes it.</param>
    /// <param name="options">Address, limits and patience.</param>
    /// <param name="clock">Time for waits and silence.</param>
    /// <param name="key">Names the random stream of the back-off.</param>
    public BinanceKlineFeed(BinanceRest rest, BinanceFeedOptions options, TimeProvider clock, StreamKey key)
    {
        source = new(rest, options, clock, key);
        gapBackOff = new(key.Derive("gap"), options.FirstDelay, options.LongestDelay);
    }

    /// <summary>What the feed has heard and ignored, over all enumerations.</summary>
    public FeedCounters Counters => source.Tally.Snapshot();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no subscription, one is there twice, or the exchange has no such symbol form or time frame.</exception>
    /// <exception cref="ExchangeException">The exchange refuses.</exception>
    public async IAsyncEnumerable<FeedEvent> ReadAsync(
        IReadOnlyList<FeedSubscription> subscriptions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (subscriptions.Count == 0 || subscriptions.DistinctBy(s => (s.Symbol, s.TimeFrame)).Count() < subscriptions.Count)
        {
            throw new ArgumentException("There must be at least one subscription, and each symbol and time frame once.", nameof(subscriptions));
        }

        StreamCursor[] cursors = [.. subscriptions.Select(s => new StreamCursor(s))];
        var events = source.ReadAsync(
            writer => new BarContent(
                source.Rest, source.Options, source.Tally, cursors, new(source.Rest, source.Options, source.Clock, gapBackOff, source.Tally, writer)),
            cancellationToken);
        await foreach (var told in events)
        {
            yield return told;
        }
    }
}
