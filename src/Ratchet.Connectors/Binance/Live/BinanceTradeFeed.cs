using System.Runtime.CompilerServices;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Instruments;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Connectors.Binance.Live;

/// <summary>
/// Aggregate trades (what one order took at one price) of Binance's combined WebSocket stream, each exactly once and in order of the exchange's numbers, from
/// the first connect on. After every connect, at every jump in the numbers and for every symbol that has been quiet the missing ones are asked for over REST;
/// doubles and latecomers are counted and ignored. Reconnects and refusals are those of <see cref="BinanceKlineFeed"/>. Where the buyer's order was resting, the
/// seller is the aggressor. Source: Binance documentation, "WebSocket Streams for Binance", "Aggregate Trade Streams".
/// </summary>
public sealed class BinanceTradeFeed : ITradeFeed
{
    private readonly FeedSource source;
    private readonly BackOff gapBackOff;

    /// <summary>A feed; nothing is connected yet.</summary>
    /// <param name="rest">For back-fill and the exchange's time; its owner disposes it.</param>
    /// <param name="options">Address, limits and patience.</param>
    /// <param name="clock">Time for waits and silence.</param>
    /// <param name="key">Names the random stream of the back-off.</param>
    public BinanceTradeFeed(BinanceRest rest, BinanceFeedOptions options, TimeProvider clock, StreamKey key)
    {
        source = new(rest, options, clock, key);
        gapBackOff = new(key.Derive("gap"), options.FirstDelay, options.LongestDelay);
    }

    /// <summary>What the feed has heard and ignored, over all enumerations.</summary>
    public FeedCounters Counters => source.Tally.Snapshot();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is no symbol, one is there twice, or one names a contract.</exception>
    /// <exception cref="ExchangeException">The exchange refuses.</exception>
    public async IAsyncEnumerable<FeedEvent> ReadAsync(IReadOnlyList<Symbol> symbols, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (symbols.Count == 0 || symbols.Distinct().Count() < symbols.Count)
        {
            throw new ArgumentException("There must be at least one symbol, and each once.", nameof(symbols));
        }

        TradeCursor[] cursors = [.. symbols.Select(s => new TradeCursor(s))];
        var events = source.ReadAsync(
            writer => new TradeContent(
                source.Rest, source.Options, source.Tally, cursors, new(source.Rest, source.Options, source.Clock, gapBackOff, source.Tally, writer)),
            cancellationToken);
        await foreach (var told in events)
        {
            yield return told;
        }
    }
}
