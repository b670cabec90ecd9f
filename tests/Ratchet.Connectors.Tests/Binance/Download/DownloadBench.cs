using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Download;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Testing.Exchange;

namespace Ratchet.Connectors.Tests.Binance.Download;

/// <summary>A client, an exchange and an archive. The exchange has hourly bars; its clock stands 30 minutes into the bar after the last whole one.</summary>
internal sealed class DownloadBench : IAsyncDisposable
{
    public DownloadBench(int bars = 12, int pageSize = 5, BinanceOptions? options = null, int weightLimit = 6000)
    {
        Market = new("BTCUSDT", TimeFrame.Hour1, FakeMarket.Year2024, bars + 5);
        Whole = bars;
        Clock = new(DateTimeOffset.FromUnixTimeMilliseconds(Market.OpenTime(bars) + 1_800_000));
        Exchange = new(Clock, Market) { WeightLimit = weightLimit };
        Rest = new((options ?? new()) with { BaseAddress = Exchange.RestAddress, PageSize = pageSize }, Clock, StreamKey.FromSeed(1));
    }

    public FakeMarket Market { get; }

    /// <summary>Bars that are final.</summary>
    public int Whole { get; }

    public ManualTime Clock { get; }

    public FakeExchange Exchange { get; }

    public BinanceRest Rest { get; }

    public MemoryArchive Archive { get; } = new();

    public static Symbol Pair { get; } = Symbol.Parse("BTC/USDT");

    public Ratchet.Market.Bars.Bar[] Expected => [.. Enumerable.Range(0, Whole).Where(i => !Market.Missing.Contains(i)).Select(Market.BarAt)];

    public DownloadRequest Request => new(Pair, TimeFrame.Hour1, new(FakeMarket.Year2024, long.MaxValue));

    public Task<DownloadResult> RunAsync(DownloadRequest? request = null, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Archive.Reopen(new(Pair, TimeFrame.Hour1));
        return new KlineDownload(Rest, Clock).RunAsync(request ?? Request, Archive, progress, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Rest.Dispose();
        await Exchange.DisposeAsync();
        Assert.Empty(Exchange.Problems);
    }
}
