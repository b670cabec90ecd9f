using Ratchet.Market.Feeds;
using Ratchet.Market.Ticks;

namespace Ratchet.Market.Tests.Feeds;

public sealed class SourceFormatsTests
{
    [Theory]
    [InlineData("1703545200000000000", "1703545200085275419", "4800250000000")]
    [InlineData("2023-12-25T23:00:00.000000000Z", "2023-12-25T23:00:00.085275419Z", "4800.250000000")]
    [InlineData("2023-12-25 23:00:00+00:00", "2023-12-25 23:00:00.085275419+00:00", "4800.25")]
    public void Read_DatabentoTrades_RawAndPretty(string first, string second, string price)
    {
        var trades = Read(
            "ts_recv,ts_event,rtype,publisher_id,instrument_id,action,side,depth,price,size,flags,ts_in_delta,sequence,symbol\n"
            + $"{first},{first},0,1,42,T,B,0,{price},3,0,19777,1,ESH4\n{second},{first},0,1,42,T,A,0,{price},5,0,19777,2,ESH4\n{second},{first},0,1,42,T,N,0,{price},7,0,19777,3,ESH4\n");
        Assert.Equal("ESH4", trades.Instrument);
        Assert.Equal(
            [new(1703545200000000000, 4800.25, 3, AggressorSide.Buy), new(1703545200085275419, 4800.25, 5, AggressorSide.Sell), new(1703545200085275419, 4800.25, 7)],
            Enumerable.Range(0, 3).Select(i => trades.Trades![i]));
    }

    [Fact]
    public void Read_DatabentoBbo_GivesQuotesAndNoPriceIsMissing()
    {
        var part = Read(
            "ts_recv,ts_event,rtype,publisher_id,instrument_id,side,price,size,flags,sequence,bid_px_00,ask_px_00,bid_sz_00,ask_sz_00,bid_ct_00,ask_ct_00\n"
            + "1703545200000000000,1703545199000000000,195,1,42,N,9223372036854775807,0,0,1,4800250000000,9223372036854775807,5,0,2,0\n");
        var quote = part.Quotes![0];
        Assert.Equal((1703545200000000000, 4800.25, 5, 0), (quote.Time, quote.Bid, quote.BidSize, quote.AskSize));
        Assert.True(double.IsNaN(quote.Ask) && double.IsNaN(quote.Mid) && double.IsNaN(quote.Spread));
    }

    [Fact]
    public void Read_DatabentoMbp_GivesBookAndTrades()
    {
        using var file = new TemporaryFile(
            "ts_recv,ts_event,rtype,publisher_id,instrument_id,action,side,depth,price,size,flags,ts_in_delta,sequence,bid_px_00,ask_px_00,bid_sz_00,ask_sz_00,bid_ct_00,ask_ct_00,bid_px_01,ask_px_01,bid_sz_01,ask_sz_01,bid_ct_01,ask_ct_01\n"
            + "1703545200000000000,1703545200000000000,10,1,42,A,B,0,4800.25,3,0,0,1,4800.25,4800.50,3,4,1,1,4800.00,,9,0,1,0\n"
            + "1703545200000000001,1703545200000000000,10,1,42,T,A,0,4800.25,2,0,0,1,4800.25,4800.50,3,4,1,1,4800.00,,9,0,1,0\n");
        var parts = SourceReader.Read(file.FullPath, null, TestContext.Current.CancellationToken).Parts;
        var book = parts[0].Book!;
        Assert.Equal((2, 2), (book.Depth, book.Count));
        Assert.Equal([new(4800.25, 3), new(4800, 9)], book.Snapshot(1).Bids.ToArray());
        Assert.Equal(4800.5, book.Best(0).Ask);
        Assert.True(double.IsNaN(book.AskPrice(1)[0]));
        Assert.Equal(new Trade(1703545200000000001, 4800.25, 2, AggressorSide.Sell), parts[1].Trades![0]);
        Assert.Equal(1, parts[1].Count);
    }

    [Fact]
    public void Read_LeanEquity_ScalesPricesAndUsesNewYorkTime()
    {
        // 09:30 in New York is 13:30 UTC in October and 14:30 UTC in December.
        using var zip = new TemporaryFile(ZipBytes.Of(("20131008_spy_minute_trade.csv", "34200000,1673400,1674200,1673300,1674100,1000\n")), "20131008_trade.zip");
        var bars = SourceReader.Read(zip.FullPath, new() { LeanMarket = LeanMarket.Equity }, TestContext.Current.CancellationToken).Parts[0].Bars!;
        Assert.Equal((1381239000000, 167.34, 167.42, 167.33, 167.41, 1000), (bars.OpenTime[0], bars.Open[0], bars.High[0], bars.Low[0], bars.Close[0], bars.Volume[0]));
        using var winter = new TemporaryFile(ZipBytes.Of(("20131209_spy_second_quote.csv", "34200000,1,2,1,1810000,5,1,2,1,1810100,6\n")), "20131209_quote.zip");
        var quotes = SourceReader.Read(winter.FullPath, new() { LeanMarket = LeanMarket.Equity }, TestContext.Current.CancellationToken).Parts[0].Quotes!;
        Assert.Equal(new Quote(1386599401000000000, 181, 5, 181.01, 6), quotes[0]);
    }

    [Fact]
    public void Read_LeanTicks_OfCrypto()
    {
        using var trades = new TemporaryFile(ZipBytes.Of(("20221213_btcusdt_tick_trade.csv", "1,17208.86,0.5\n1.25,17208.87,0.25\n")), "lean_crypto_trade.zip");
        var part = SourceReader.Read(trades.FullPath, null, TestContext.Current.CancellationToken).Parts[0];
        Assert.Equal(new Trade(1670889600001250000, 17208.87, 0.25), part.Trades![1]);
        using var quotes = new TemporaryFile(ZipBytes.Of(("20221213_btcusdt_Quote_Tick.csv", "5,17208,1,17209,2\n")), "lean_crypto_quote.zip");
        Assert.Equal(new Quote(1670889600005000000, 17208, 1, 17209, 2), SourceReader.Read(quotes.FullPath, null, TestContext.Current.CancellationToken).Parts[0].Quotes![0]);
    }

    [Fact]
    public void Read_LocalTimes_KeepTheirOrderOverTheChangeOfClocks()
    {
        var autumn = Read("time,price,size\n2024-11-03 01:30:00.5,1,1\n2024-11-03 01:30:00.5,1,1\n2024-11-03 01:10:00,1,1\n2024-11-03 02:00:00,1,1\n", "America/New_York").Trades!;
        Assert.Equal([1730611800500000000, 1730611800500000000, 1730614200000000000, 1730617200000000000], autumn.Time.ToArray());
        using var spring = new TemporaryFile("time,price,size\n2024-03-10 02:30:00,1,1\n");
        var message = Assert.Throws<MarketDataException>(() => SourceReader.Read(spring.FullPath, new() { TimeZone = "America/New_York" }, TestContext.Current.CancellationToken)).Message;
        Assert.Contains("'2024-03-10 02:30:00' does not exist in America/New_York", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_BinanceTradeFlag_TellsTheAggressor()
    {
        var trades = Read("agg_trade_id,price,quantity,first_trade_id,last_trade_id,transact_time,is_buyer_maker\n1,10.5,2,1,1,1700000000000,true\n2,10.6,3,2,2,1700000000001,False\n").Trades!;
        Assert.Equal([AggressorSide.Sell, AggressorSide.Buy], trades.Side.ToArray());
        Assert.Equal(1700000000001000000, trades.Time[1]);
    }

    [Fact]
    public void Read_Candles_OfOtherExchanges()
    {
        Assert.Equal(3, Read("[[1700000000000,1,3,0.5,2,10],[1700000060000,2,2.5,2,2.25,7]]").Bars!.High[0]);
        var newestFirst = Read("[[1700000060,0.5,3,1,2,10],[1700000000,2,2.5,2,2.25,7]]").Bars!;
        Assert.Equal([1700000000000, 1700000060000], newestFirst.OpenTime);
        Assert.Equal((1, 3, 0.5, 2), (newestFirst.Open[1], newestFirst.High[1], newestFirst.Low[1], newestFirst.Close[1]));
    }

    [Fact]
    public void Read_Options_KeepsClassesApartAndMissingColumnsEmpty()
    {
        var options = Read(
            "timestamp,underlying,option_symbol,expiration,strike,type,bid,ask\n1700000000000,SPX,SPX240119C04500000,2024-01-19,4500,C,10,11\n1700000000000,SPX,SPXW240119P04500000,2024-01-19,4500,P,,12\n").Options!;
        Assert.Equal(("SPX", OptionRight.Call, 10.0), (options[0].Root, options[0].Right, options[0].Bid));
        Assert.Equal(("SPXW", OptionRight.Put, new DateOnly(2024, 1, 19)), (options[1].Root, options[1].Right, options[1].Expiry));
        Assert.True(options.Columns.Delta.IsEmpty && double.IsNaN(options[0].Delta) && double.IsNaN(options[1].Bid));
    }

    [Fact]
    public void Options_BookDepthOutsideItsRange_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SourceOptions { BookDepth = 0 }.Validate());

    private static SourcePart Read(string text, string? zone = null)
    {
        using var file = new TemporaryFile(text);
        return Assert.Single(SourceReader.Read(file.FullPath, new() { TimeZone = zone }, TestContext.Current.CancellationToken).Parts);
    }
}
