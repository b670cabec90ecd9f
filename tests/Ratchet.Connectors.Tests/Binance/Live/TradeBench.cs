using System.Collections.Concurrent;
using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Live;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Instruments;
using Ratchet.Market.Ticks;
using Ratchet.Numerics.Randomness;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Live;

/// <summary>A feed of trades on the bench. A quiet minute is as usual; five seconds more are not.</summary>
internal sealed class TradeBench : FeedBench
{
    // Longer than three quiet minutes and one more: a trade that REST told may be seen before its message has ended the silence.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(290);

    public TradeBench(int trades = 8, BinanceFeedOptions? options = null, BinanceOptions? restOptions = null)
        : base(trades, restOptions) =>
        Feed = new(
            Rest,
            (options ?? new()) with { StallAfter = Patience, OverdueAfter = TimeSpan.FromSeconds(65), Address = Exchange.StreamAddress },
            Clock,
            StreamKey.FromSeed(1).Derive("feed"));

    public BinanceTradeFeed Feed { get; }

    public FakeTrades Source => Exchange.Trades[0];

    public (long Id, Trade Trade)[] Trades => [.. Events.OfType<TradeArrived>().Select(e => (e.Id, e.Trade))];

    public override FeedCounters Counters => Feed.Counters;

    public override ConcurrentQueue<Func<RestReply, Task>?> RestFaults => Exchange.TradeFaults;

    public override TimeSpan StallAfter => Patience;

    public override int Lost => Source.All.Except(Trades).Count();

    public override int Doubled => Trades.Length - Trades.DistinctBy(t => t.Id).Count();

    public override string Message(int index) => Source.Message(index);

    public override string Conflicting(int index) => Source.Message(index, price: "100.00000001");

    public override string Unfinished(int index) =>
        Message(index).Replace("\"aggTrade\"", "\"trade\"", StringComparison.Ordinal).Replace("\"a\":", "\"t\":", StringComparison.Ordinal);

    public override string Unsound(int index) => Source.Message(index, price: "-1.00000000");

    public override void AssertWhole() => Assert.Equal(Source.All, Trades);

    protected override IAsyncEnumerable<FeedEvent> Read(CancellationToken cancellationToken) => Feed.ReadAsync([Symbol.Parse("BTC/USDT")], cancellationToken);

    protected override int? IndexOf(FeedEvent told) => told is TradeArrived trade ? (int)(trade.Id - FakeTrades.FirstId) : null;
}
