using System.Globalization;
using System.Text.Json;
using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Live;
using Ratchet.Market.Time;
using Ratchet.Testing.Fuzzing;

namespace Ratchet.Connectors.Tests.Fuzzing;

/// <summary>Damaged answers and messages of the exchange: each is read, or refused with the one exception that the client takes for a bad answer.</summary>
public sealed class AnswerFuzzTests
{
    private const long Start = 1_700_002_800_000;

    [Fact]
    public void ReadRows_DamagedKlines_GiveRowsOrOneRefusal() => Run("download: klines (REST)", Klines(), json => KlineJson.ReadRows(json, TimeFrame.Minute1, TimeRange.All, 1000).Count > 0);

    [Fact]
    public void ReadRows_DamagedTrades_GiveRowsOrOneRefusal() => Run("download: trades (REST)", Trades(), json => TradeJson.ReadRows(json, 0, 1000).Count > 0);

    [Fact]
    public void ReadServerTime_DamagedAnswers_GiveATimeOrOneRefusal() => Run("download: server time (REST)", "{\"zone\":\"UTC\",\"serverTime\":1499827319559}", json => KlineJson.ReadServerTime(json) != 0);

    [Fact]
    public void ReadError_DamagedAnswers_GiveAnErrorOrNone() =>
        Run("download: errors (REST)", "{\"code\":-1121,\"msg\":\"Invalid symbol.\",\"data\":{\"serverTime\":1}}", json => KlineJson.ReadError(json) is not null);

    [Fact]
    public void Read_DamagedKlineMessages_GiveABarOrOneRefusal() => Run(
        "live: klines (WebSocket)",
        $"{{\"stream\":\"btcusdt@kline_1m\",\"data\":{{\"e\":\"kline\",\"E\":{Start},\"s\":\"BTCUSDT\",\"k\":{{\"t\":{Start},\"T\":{Start + 59_999},\"s\":\"BTCUSDT\",\"i\":\"1m\",\"f\":1,\"L\":9,\"o\":\"1.5\",\"c\":\"1.6\",\"h\":\"1.7\",\"l\":\"1.4\",\"v\":\"10\",\"n\":9,\"x\":true,\"q\":\"15\",\"V\":\"5\",\"Q\":\"7\",\"B\":\"0\"}}}}}}",
        json => KlineMessageReader.Read(json) is not null);

    [Fact]
    public void Read_DamagedTradeMessages_GiveATradeOrOneRefusal() => Run(
        "live: trades (WebSocket)",
        $"{{\"stream\":\"btcusdt@aggTrade\",\"data\":{{\"e\":\"aggTrade\",\"E\":{Start},\"s\":\"BTCUSDT\",\"a\":7,\"p\":\"1.5\",\"q\":\"2\",\"f\":1,\"l\":2,\"T\":{Start},\"m\":true,\"M\":true}}}}",
        json => StreamEnvelope.Read<(string, AggregateTrade)>(json, TradeJson.ReadData) is not null);

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\xFF")]
    public void Read_TextThatIsNone_IsTheOneRefusal(string text)
    {
        var bytes = System.Text.Encoding.Latin1.GetBytes(text);
        byte[] With(string before, string after) => [.. System.Text.Encoding.UTF8.GetBytes(before), .. bytes, .. System.Text.Encoding.UTF8.GetBytes(after)];
        Assert.Null(KlineJson.ReadError(With("{\"code\":-1,\"msg\":\"", "\"}")));
        Assert.Throws<JsonException>(() => TradeJson.ReadRows(With("[{\"s\":\"", "\"}]"), 0, 10));
        Assert.Throws<JsonException>(() => KlineMessageReader.Read(With("{\"data\":{\"e\":\"kline\",\"k\":{\"s\":\"", "\"}}}")));
    }

    [Fact]
    public void Read_NamesOfHalfACharacter_AreOtherNames()
    {
        Assert.Equal(-1, KlineJson.ReadError("{\"\\ud800\":1,\"code\":-1}"u8)!.Value.Code);
        Assert.Equal(5, KlineJson.ReadServerTime("{\"\\ud800\":1,\"serverTime\":5}"u8));
        Assert.Null(KlineMessageReader.Read("{\"\\ud800\":{},\"data\":{\"\\ud800\":1,\"e\":\"\\ud800\"}}"u8));
    }

    private static void Run(string name, string seed, Func<byte[], bool> read)
    {
        var outcome = FuzzRun.Of(name, [FuzzSeed.Of("answer.json", seed)], input =>
        {
            try
            {
                return read(input.Bytes);
            }
            catch (JsonException)
            {
                return false;
            }
        });
        Assert.Empty(outcome.Failures);
        Assert.True(outcome is { Accepted: > 0, Refused: > 0 });
    }

    private static string Klines() => $"[{string.Join(',', Enumerable.Range(0, 12).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"[{Start + (60_000L * i)},\"{100 + i}.5\",\"{102 + i}\",\"{99 + i}\",\"{101 + i}.25\",\"12.5\",{Start + (60_000L * i) + 59_999},\"1250\",{9 + i},\"6.25\",\"600\",\"0\"]")))}]";

    private static string Trades() => $"[{string.Join(',', Enumerable.Range(0, 12).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"{{\"a\":{7 + i},\"p\":\"{100 + i}.5\",\"q\":\"0.25\",\"f\":{i},\"l\":{i},\"T\":{Start + i},\"m\":{(i % 2 == 0 ? "true" : "false")},\"M\":true}}")))}]";
}
