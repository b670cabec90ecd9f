using System.Collections.Concurrent;
using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Live;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds.Live;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Live;

/// <summary>A feed of minute bars on the bench.</summary>
internal sealed class BarBench : FeedBench
{
    public BarBench(int bars = 8, BinanceFeedOptions? options = null, BinanceOptions? restOptions = null)
        : base(bars, restOptions) =>
        Feed = new(Rest, (options ?? new() { StallAfter = TimeSpan.FromSeconds(200) }) with { Address = Exchange.StreamAddress }, Clock, StreamKey.FromSeed(1).Derive("feed"));

    public BinanceKlineFeed Feed { get; }

    public Bar[] Bars => [.. Events.OfType<BarClosed>().Select(e => e.Bar)];

    public override FeedCounters Counters => Feed.Counters;

    public override ConcurrentQueue<Func<RestReply, Task>?> RestFaults => Exchange.KlineFaults;

    public override TimeSpan StallAfter => TimeSpan.FromSeconds(200);

    public override int Lost => Market.All.Except(Bars).Count();

    public override int Doubled => Bars.Length - Bars.DistinctBy(b => b.OpenTime).Count();

    public override string Message(int index) => Market.Message(index);

    public override string Conflicting(int index) => Market.Message(index, close: "100.00000001");

    public override string Unfinished(int index) => Market.Message(index, isClosed: false, close: "100.5");

    public override string Unsound(int index) => Message(index).Replace("\"l\":\"", "\"l\":\"9", StringComparison.Ordinal);

    public override void AssertWhole() => Assert.Equal(Market.All, Bars);

    protected override IAsyncEnumerable<FeedEvent> Read(CancellationToken cancellationToken) =>
        Feed.ReadAsync([new(Symbol.Parse("BTC/USDT"), TimeFrame.Minute1, FakeMarket.Year2024 - 60_000)], cancellationToken);

    protected override int? IndexOf(FeedEvent told) => told is BarClosed closed ? (int)((closed.Bar.OpenTime - FakeMarket.Year2024) / 60_000) : null;
}
