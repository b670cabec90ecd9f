using Ratchet.Market.Feeds;

namespace Ratchet.Market.Tests.Feeds;

/// <summary>Inputs that damage by chance has brought to other ends than data or one refusal.</summary>
public sealed class SourceFuzzedInputTests
{
    private const string Snapshot = "{\"topic\":\"orderbook.500.X\",\"type\":\"snapshot\",\"ts\":1700000000000,\"data\":{\"s\":\"X\",\"b\":[],\"a\":[],\"u\":7}}";
    private const string Book = "{\"channel\":\"l2Book\",\"data\":{\"coin\":\"BTC\",\"time\":1700000000000,\"levels\":[[],[]]}}";
    private const string Trade = "{\"channel\":\"trades\",\"data\":[{\"coin\":\"BTC\",\"side\":\"B\",\"px\":\"1\",\"sz\":\"1\",\"time\":1700000000000}]}";

    public static TheoryData<string, string> Texts() => new()
    {
        { "date,a,a\n2024-01-01,1,2\n", "column 'a': the header names this column twice" },
        { "date" + new string(',', 5000) + "\n2024-01-01" + new string(',', 5000) + "\n", "the header has 5,001 columns" },
        { "SPY,Last: 1.2.3,\n\"Date: May 1, 2025 at 4:49 PM EDT\"\nExpiration Date,Calls,Strike,Puts\n", "'1.2.3' is no finite number" },
        { "SPY,Last: " + new string('9', 400) + "\n\"Date: May 1, 2025 at 4:49 PM EDT\"\nExpiration Date,Calls,Strike,Puts\n", "is no finite number" },
        { "timestamp_ns,open,high,low,close,volume,bid,ask\n4000000000000000000,1,1,1,1,1,1,1\n9200000000000000000,1,1,1,1,1,1,1\n", "line 3, column 'time': the interval of the row ends after the year 2262" },
        { Snapshot.Replace("1700000000000", "9223372036854775", StringComparison.Ordinal), "is no time in milliseconds before the year 2262" },
        { Snapshot.Replace("\"X\"", "\"\\ud800\"", StringComparison.Ordinal), "holds half of an escaped character" },
        { Snapshot.Replace("\"X\"", "[1]", StringComparison.Ordinal), "'[1]' is no text" },
        { Snapshot.Replace("\"snapshot\"", "7", StringComparison.Ordinal), "begins with a change, not with a snapshot" },
        { Snapshot.Replace("\"b\":[]", "\"b\":[\"\\ud800\"]", StringComparison.Ordinal), "is no pair of price and size" },
        { Book.Replace("1700000000000", "9223372036854775", StringComparison.Ordinal), "is no time in milliseconds before the year 2262" },
        { Book.Replace("\"BTC\"", "\"\\ud800\"", StringComparison.Ordinal), "holds half of an escaped character" },
        { Book.Replace("\"l2Book\"", "[\"l2Book\"]", StringComparison.Ordinal), "the file has no rows" },
        { Trade.Replace("\"channel\"", "\"\\ud800\"", StringComparison.Ordinal), "data.txt" },
        { Trade.Replace("\"side\"", "\"\\ud800\"", StringComparison.Ordinal), "data.txt" },
        { Trade.Replace("\"B\"", "5", StringComparison.Ordinal), "'5' is no side" },
        { Trade.Replace("\"B\"", "\"\\ud800\"", StringComparison.Ordinal), "is no side" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Read_Text_IsRefused(string text, string expected) => AssertRefused(new TemporaryFile(text, "data.txt"), expected);

    [Theory]
    [InlineData("AAPL_0001-01-01_34200000_57600000_message_1.csv")]
    [InlineData("AAPL_9999-12-31_34200000_57600000_message_1.csv")]
    public void Read_LobsterNameOfAnImpossibleDay_IsNoName(string name) => AssertRefused(new TemporaryFile("34200.1,1,1,18,5853300,1\n", name), "LOBSTER's files under their own names");

    [Fact]
    public void Read_LeanNameOfAnImpossibleDay_IsNoName() =>
        AssertRefused(new TemporaryFile(ZipBytes.Of(("99991231_spy_minute_trade.csv", "0,1,2,1,2,3\n")), "equity_trade.zip"), "no header and 6 columns");

    [Fact]
    public void Stream_SmallChunks_AllocateLittle()
    {
        using var file = new TemporaryFile(ZipBytes.Of(("20131008_es_minute_trade_201312.csv", string.Concat(Enumerable.Range(0, 1000).Select(i => $"{i * 60_000},1,2,1,2,3\n")))), "20131008_trade.zip");
        var rows = 0;
        var before = GC.GetAllocatedBytesForCurrentThread();
        SourceReader.Stream(file.FullPath, null, 1, part => rows += part.Count, TestContext.Current.CancellationToken);
        Assert.Equal(1000, rows);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    private static void AssertRefused(TemporaryFile file, string expected)
    {
        using (file)
        {
            var message = Assert.Throws<MarketDataException>(() => SourceReader.Read(file.FullPath, null, TestContext.Current.CancellationToken)).Message;
            Assert.Contains(expected, message, StringComparison.Ordinal);
            Assert.StartsWith(Path.GetDirectoryName(file.FullPath)!, message, StringComparison.Ordinal);
        }
    }
}
