using System.Globalization;
using System.Text;
using Ratchet.Market.Feeds;

namespace Ratchet.Market.Tests.Feeds;

public sealed class SourceBadInputTests
{
    private const string Trades = "timestamp_ns,price,size,side\n1700000000000000001,10.5,1,B\n";

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("\n\n", "no lines with data")]
    [InlineData("<html>Not found</html>", "the format of '<html>Not found</html>' is not known. Known are bars, CSV with a header")]
    [InlineData("1,2,3\n", "no header and 3 columns")]
    [InlineData("timestamp;price;size\n1700000000000000001;1;2\n", "are separated by semicolons")]
    [InlineData(Trades + "1700000000000000002,10,5,1,B\n", "line 3: '1700000000000000002,10,5,1,B' has 5 columns, 4 are expected. If decimals are written with commas")]
    [InlineData(Trades + "1700000000000000002,\"10,5\",1,B\n", "line 3, column 'price': '10,5' is no finite number. Decimals must be written with a point")]
    [InlineData(Trades + "1700000000000000002,,1,B\n", "line 3, column 'price': the field is empty")]
    [InlineData(Trades + "1700000000000000002,1,1,Z\n", "line 3, column 'side': 'Z' is no side")]
    [InlineData(Trades + "1700000000000000000,1,1,B\n", "line 3, column 'time': the row is 1 nanoseconds before the row above it")]
    [InlineData(Trades + "1700000000001,1,1,B\n", "'1700000000001' is written in milliseconds, the rows before in nanoseconds")]
    [InlineData(Trades + "17000000,1,1,B\n", "'17000000' is too small for a time since 1970")]
    [InlineData(Trades + "1700000000000000002,NaN,1,B\n", "A missing value is an empty field, never NaN")]
    [InlineData("timestamp,price,size\n2024-03-10 02:30:00,1,2\n", "has no time zone")]
    [InlineData("timestamp,symbol,price,size\n1700000000000,ES,1,2\n1700000000001,NQ,1,2\n", "line 3, column 'symbol': 'NQ' after 'ES': the file mixes symbols")]
    [InlineData("timestamp,price,price,size\n1700000000000,1,1,2\n", "the header names this column twice")]
    [InlineData("timestamp_ns,bid_px_0,bid_sz_0,ask_px_0\n1700000000000000001,1,2,3\n", "column 'ask_sz_0': the header has no such column")]
    [InlineData("timestamp,expiration,strike,type\n1700000000000,2024-02-30,1,C\n", "'2024-02-30' is no date")]
    [InlineData("timestamp,expiration,strike,type\n1700000000000,2024-02-28,1,X\n", "'X' is neither call nor put")]
    [InlineData("timestamp,underlying,expiration,strike,type\n1700000000000,SPX,2024-02-28,1,C\n1700000000000,NDX,2024-02-28,1,C\n", "'NDX' after 'SPX': the file mixes underlyings")]
    [InlineData("timestamp_ns,event,order_id,side,price,amount\n1700000000000000001,gone,1,bid,1,1\n", "'gone' is no event")]
    [InlineData("timestamp,price,size,side\n", "the file has no rows")]
    [InlineData("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}", "'{\"code\":-1121,\"msg\":\"Invalid symbol.\"}' is JSON of no known layout")]
    [InlineData("[[1700000000000,1,2,1,2", "is no whole JSON")]
    [InlineData("[]", "the list of candles is empty")]
    [InlineData("[[1700000000000,1,2,3]]", "candle 1, '[1700000000000,1,2,3]', is no list of 12 or 6 elements")]
    [InlineData("[[1700000000000,1,2,1,\"x\",2]]", "element 5 of candle 1, 'x', is no finite number")]
    [InlineData("[[1700000000000,5,5,5,5,2]]", "the order of the prices cannot be told")]
    [InlineData("[[1700000000000,1,3,0.5,2,9],[1700000060,1,3,0.5,2,9]]", "candle 2 has the time 1700000060")]
    [InlineData("{\"topic\":\"orderbook.500.X\",\"type\":\"delta\",\"ts\":1700000000000,\"data\":{\"s\":\"X\",\"b\":[],\"a\":[],\"u\":7}}", "begins with a change, not with a snapshot")]
    [InlineData("{\"topic\":\"orderbook.500.X\",\"type\":\"snapshot\",\"ts\":1700000000000,\"data\":{\"s\":\"X\",\"b\":[[\"1\"]],\"a\":[],\"u\":7}}", "is no pair of price and size")]
    [InlineData("1700000000000000000 {\"channel\":\"l2Book\",\"data\":{\"coin\":\"BTC\",\"levels\":[[]]}}", "the book has not two sides")]
    [InlineData("1700000000000000000 {\"channel\":\"l2Book\",\"da", "is no whole JSON text")]
    public void Read_BadText_GivesOneClearError(string text, string expected)
    {
        using var file = new TemporaryFile(text, "data.txt");
        AssertRefused(file.FullPath, expected);
    }

    [Fact]
    public void Read_BybitMessagesMissing_SaysWhich()
    {
        const string First = "{\"topic\":\"orderbook.500.X\",\"type\":\"snapshot\",\"ts\":1700000000000,\"data\":{\"s\":\"X\",\"b\":[[\"1\",\"2\"]],\"a\":[],\"u\":7}}\n";
        using var file = new TemporaryFile(First + "{\"topic\":\"orderbook.500.X\",\"type\":\"delta\",\"ts\":1700000000001,\"data\":{\"s\":\"X\",\"b\":[],\"a\":[],\"u\":9}}\n");
        AssertRefused(file.FullPath, "line 2, column 'u': update 9 follows 7: messages are missing");
    }

    [Fact]
    public void Read_PackedText_EveryCutIsRefused()
    {
        var text = new StringBuilder(Trades);
        for (var i = 0; i < 5000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{1700000000000000001 + i},{(i * 7919) % 10007},1,S\n");
        }

        foreach (var bytes in (byte[][])[ZipBytes.Gzip(text.ToString()), ZipBytes.Of(("trades.csv", text.ToString()))])
        {
            for (var part = 1; part < 12; part++)
            {
                using var file = new TemporaryFile(bytes[..(bytes.Length * part / 12)]);
                AssertRefused(file.FullPath, "truncated or damaged");
            }
        }
    }

    [Theory]
    [InlineData("../evil.csv")]
    [InlineData("a/../../evil.csv")]
    [InlineData("/etc/evil.csv")]
    [InlineData("c:evil.csv")]
    [InlineData("..\\evil.csv")]
    public void Read_ZipWithNameThatLeadsOut_IsRefused(string name)
    {
        using var file = new TemporaryFile(ZipBytes.Of((name, Trades)));
        AssertRefused(file.FullPath, "which leads out of its folder");
        Assert.Contains(
            "which leads out of its folder",
            Assert.Throws<MarketDataException>(() => BarCsvReader.Read(file.FullPath, null, TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwoFormatsInOneZip_AreRefused()
    {
        using var mixed = new TemporaryFile(ZipBytes.Of(("20131008_es_minute_trade_201312.csv", "0,1,2,1,2,3\n"), ("20131008_es_minute_quote_201312.csv", "0,1,1,1,1,5,2,2,2,2,5\n")));
        AssertRefused(mixed.FullPath, "the zip mixes es minute quote, es minute trade");
        using var foreign = new TemporaryFile(ZipBytes.Of(("20131008_es_minute_trade_201312.csv", "0,1,2,1,2,3\n"), ("readme.txt", "hello")));
        AssertRefused(foreign.FullPath, "holds 2 files");
    }

    [Theory]
    [InlineData("0,1,2,1,2\n", "has 5 columns, 6 are expected")]
    [InlineData("86400000,1,2,1,2,3\n", "'86400000' is no time of day in milliseconds")]
    [InlineData("0,1,2,x,2,3\n", "'x' is no finite number")]
    public void Read_BadLeanLine_NamesThePlace(string line, string expected)
    {
        using var file = new TemporaryFile(ZipBytes.Of(("20131008_es_minute_trade_201312.csv", line)), "20131008_trade.zip");
        AssertRefused(file.FullPath, expected);
        AssertRefused(file.FullPath, "(20131008_es_minute_trade_201312.csv), line 1");
    }

    [Fact]
    public void Read_LeanZipOfUnknownMarket_AsksForIt()
    {
        using var file = new TemporaryFile(ZipBytes.Of(("20131008_spy_minute_trade.csv", "0,1,2,1,2,3\n")), "20131008_trade.zip");
        AssertRefused(file.FullPath, "give the option LeanMarket");
    }

    [Fact]
    public void Read_LobsterBookAlone_AsksForItsPartner()
    {
        const string Name = "AAPL_2012-06-21_34200000_57600000_orderbook_1.csv";
        using var file = new TemporaryFile("5859400,200,5853300,18\n", Name);
        AssertRefused(file.FullPath, "AAPL_2012-06-21_34200000_57600000_message_1.csv");
        var message = Path.Combine(Path.GetDirectoryName(file.FullPath)!, Name.Replace("orderbook", "message", StringComparison.Ordinal));
        File.WriteAllText(message, "34200.1,1,1,18,5853300,1\n34200.2,1,2,18,5853300,1\n");
        AssertRefused(file.FullPath, "ends after 1 lines, its message file has more");
        File.WriteAllText(message, "34200.1.1,1,1,18,5853300,1\n");
        AssertRefused(file.FullPath, "'34200.1.1' is no time of day in seconds");
    }

    [Fact]
    public void Read_LatinText_NamesTheLine()
    {
        using var file = new TemporaryFile(Encoding.Latin1.GetBytes(Trades.Replace("10.5", "10\u00e9", StringComparison.Ordinal)));
        AssertRefused(file.FullPath, "line 2: the line has bytes that are no UTF-8");
    }

    private static void AssertRefused(string path, string expected)
    {
        var message = Assert.Throws<MarketDataException>(() => SourceReader.Read(path, null, TestContext.Current.CancellationToken)).Message;
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.StartsWith(Path.GetDirectoryName(path)!, message, StringComparison.Ordinal);
    }
}
