using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Storage.Columns;
using Ratchet.Testing.Exchange;

namespace Ratchet.Cli.Tests.Commands;

public sealed class DataDownloadCommandTests : IAsyncDisposable
{
    private const int Bars = 2500;
    private static readonly Symbol Pair = Symbol.Parse("BTC/USDT");
    private readonly FakeMarket market = new("BTCUSDT", TimeFrame.Hour1, FakeMarket.Year2024, Bars);
    private readonly ManualTime clock;
    private readonly FakeExchange exchange;
    private readonly CommandLine line;

    public DataDownloadCommandTests()
    {
        clock = new(DateTimeOffset.FromUnixTimeMilliseconds(market.End(Bars - 1) + 60_000));
        exchange = new(clock, market);
        line = new() { Clock = clock };
    }

    [Fact]
    public void Download_WholeRange_IsStoredAndASecondCallAddsNothing()
    {
        var first = Download("--timerange", "20240101-", "--json");
        Assert.Equal(0, first.Exit);
        Assert.Equal(Bars, (int)first.Json["added"]!);
        Assert.Equal(3, exchange.KlineRequests.Count());
        Assert.Contains("2,500 of 2,500 bars (100.00 %)", first.Error, StringComparison.Ordinal);
        Assert.Equal(market.All, Stored());
        var hash = line.HashOfRoot();

        var second = Download("--json");
        Assert.Equal(0, second.Exit);
        Assert.Equal((0, Bars), ((int)second.Json["added"]!, (int)second.Json["alreadyStored"]!));
        Assert.Equal(hash, line.HashOfRoot());
        Assert.Equal(3, exchange.KlineRequests.Count());
    }

    [Fact]
    public void Download_CancelledAmid_KeepsPagesAndGoesOn()
    {
        using var cancel = new CancellationTokenSource();
        exchange.KlineFaults.Enqueue(null);
        exchange.KlineFaults.Enqueue(async r =>
        {
            await cancel.CancelAsync();
            await r.GoneAsync();
        });
        var cut = line.Run(cancel.Token, Words("--timerange", "20240101-"));
        Assert.Equal(130, cut.Exit);
        Assert.Contains("cancelled; 1,000 bars are stored, and the same command goes on from there.", cut.Error, StringComparison.Ordinal);
        Assert.Equal(market.All.Take(1000), Stored());
        var rest = Download("--timerange", "20240101-", "--json");
        Assert.Equal((1000, 1500, 1), ((int)rest.Json["alreadyStored"]!, (int)rest.Json["added"]!, (int)rest.Json["compared"]!));
        Assert.Equal(market.All, Stored());
    }

    [Fact]
    public void Download_StoredBarDiffers_IsReportedNotOverwritten()
    {
        var changed = market.BarAt(3) with { Close = 100.5 };
        var builder = new BarSeriesBuilder(Pair, TimeFrame.Hour1);
        builder.Add(changed);
        new BarStore(line.Root).Append(builder.Build(), "elsewhere", synthetic: false);
        var result = Download("--timerange", "20240101-20240102", "--json");
        Assert.Equal(3, result.Exit);
        Assert.Equal("2024-01-01T03:00:00Z", (string)result.Json["differences"]![0]!["openTime"]!);
        Assert.Contains("1 stored bar of BTC/USDT 1h differ", result.Error, StringComparison.Ordinal);
        Assert.Equal(24, Stored().Length);
        Assert.Equal(changed, Stored()[3]);
    }

    [Fact]
    public void Download_SyntheticSeriesThere_IsRefused()
    {
        var builder = new BarSeriesBuilder(Pair, TimeFrame.Hour1);
        builder.Add(market.BarAt(0));
        new BarStore(line.Root).Save(builder.Build(), "made up", synthetic: true);
        var result = Download("--timerange", "20240101-");
        Assert.Equal(3, result.Exit);
        Assert.Contains("synthetic", result.Error, StringComparison.Ordinal);
        Assert.Empty(exchange.Requests);
    }

    [Theory]
    [InlineData(1, "does not know the symbol NO/USDT", "--pair", "NO/USDT", "--timerange", "20240101-")]
    [InlineData(2, "needs a beginning", "--pair", "BTC/USDT")]
    [InlineData(2, "needs --pair", "--timerange", "20240101-")]
    [InlineData(2, "Binance has no 7m bars", "--pair", "BTC/USDT", "--timeframe", "7m", "--timerange", "20240101-")]
    [InlineData(2, "'ES' is no time range", "--pair", "BTC/USDT", "--timerange", "ES")]
    public void Download_WrongWords_AreNamed(int exit, string message, params string[] words)
    {
        var result = line.Run(["data", "download", .. words, "--url", exchange.RestAddress.AbsoluteUri]);
        Assert.Equal(exit, result.Exit);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(line.Root));
    }

    [Fact]
    public void Download_Text_SaysWhatWasDone()
    {
        market.Missing.Add(5);
        var result = Download("--timerange", "20240101-20240102");
        Assert.Equal(0, result.Exit);
        Assert.Contains("added     23 bars; 0 were there", result.Out, StringComparison.Ordinal);
        Assert.Contains("missing   1 bar of the range that the exchange does not have", result.Out, StringComparison.Ordinal);
        Assert.Contains("stored    BTC/USDT 1h: 23 bars", result.Out, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        line.Dispose();
        await exchange.DisposeAsync();
        Assert.Empty(exchange.Problems);
    }

    private CommandResult Download(params string[] words) => line.Run(Words(words));

    private string[] Words(params string[] words) =>
        ["data", "download", "--pair", "BTC/USDT", "--timeframe", "1h", "--url", exchange.RestAddress.AbsoluteUri, .. words];

    private Bar[] Stored()
    {
        using var stored = new BarStore(line.Root).Load(Pair, TimeFrame.Hour1);
        return [.. Enumerable.Range(0, stored.Series.Count).Select(i => stored.Series[i])];
    }
}
