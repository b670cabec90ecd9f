using System.Globalization;
using System.Text;

namespace Ratchet.Storage.Tests.Fuzzing;

/// <summary>Small good files of every format, made here.</summary>
internal static class SeedText
{
    private const long Start = 1_700_002_800_000;
    private const long Nanoseconds = 1_000_000;
    private const int Rows = 24;

    /// <summary>Hourly bars under a header.</summary>
    public static string Bars(Func<long, string> time, string names = "timestamp,open,high,low,close,volume", string before = "", bool falling = false)
    {
        var rows = Enumerable.Range(0, Rows).Select(i => $"{before}{time(Start + (i * 3_600_000L))},{Prices(i, 10_000)},{Text(5 + (0.25 * i))}\n");
        return names + "\n" + string.Concat(falling ? rows.Reverse() : rows);
    }

    /// <summary>Binance's twelve columns in minutes; times are multiplied, so that 1000 gives microseconds.</summary>
    public static string Binance(int scale)
    {
        var start = Start * scale;
        var minute = 60_000L * scale;
        return Lines(Rows, i => $"{start + (i * minute)},{Prices(i, 0.00003)},12.5,{start + (i * minute) + minute - 1},0.4,{7 + i},6.25,0.2,0");
    }

    /// <summary>Candles of twelve elements in JSON.</summary>
    public static string Candles12() =>
        $"[{string.Join(",\n", Enumerable.Range(0, Rows).Select(i => $"[{Start + (i * 60_000L)},{Quoted(i)},\"12.5\",{Start + (i * 60_000L) + 59_999},\"400.5\",{7 + i},\"6.25\",\"200.1\",\"0\"]"))}]";

    /// <summary>Candles of six elements in the order open, close, high, low, newest first.</summary>
    public static string Candles6() =>
        $"[{string.Join(",", Enumerable.Range(0, Rows).Reverse().Select(i => $"[{Start + (i * 60_000L)},{Text(100 + i)},{Text(100.5 + i)},{Text(101 + i)},{Text(99 + i)},12.5]"))}]";

    /// <summary>Bars with the last bid and offer of each interval.</summary>
    public static string BarQuotes(string contract) =>
        $"timestamp,open,high,low,close,volume,bid,bid_size,ask,ask_size{(contract.Length > 0 ? ",contract" : "")}\n"
        + Lines(Rows, i => $"{Start + (i * 60_000L)},{(i % 3 == 1 ? ",,,," : Prices(i, 4800) + ",12")},4799,3,4799.25,{i}{(contract.Length > 0 ? "," + contract : "")}");

    /// <summary>Trades with the aggressor's side, in nanoseconds.</summary>
    public static string Trades() =>
        "timestamp_ns,price,size,side\n" + Lines(Rows, i => $"{(Start * Nanoseconds) + (i * 137L)},{Text(4800 + (0.25 * i))},{1 + i},{"BSN"[i % 3]}");

    /// <summary>Trades as Binance writes them, with the maker's flag.</summary>
    public static string MakerTrades() =>
        "time,symbol,price,qty,is_buyer_maker\n" + Lines(Rows, i => $"{Start + (i * 137L)},BTCUSDT,{Text(60_000 + i)},0.5,{(i % 2 == 0 ? "true" : "false")}");

    /// <summary>Databento's schema trades, prices in billionths.</summary>
    public static string DatabentoTrades() =>
        "ts_recv,ts_event,rtype,publisher_id,instrument_id,action,side,depth,price,size,flags,ts_in_delta,sequence,symbol\n"
        + Lines(Rows, i => $"{(Start * Nanoseconds) + (i * 211L)},{Start * Nanoseconds},0,1,5602,T,{"BAN"[i % 3]},0,{4_799_250_000_000 + (i * 250_000_000L)},{1 + i},0,17{i},{900 + i},ESH4");

    /// <summary>Databento's schemas of a book with a number of levels, times as text.</summary>
    public static string DatabentoBook(int levels)
    {
        var names = string.Concat(Enumerable.Range(0, levels).Select(l => string.Create(CultureInfo.InvariantCulture, $",bid_px_{l:00},ask_px_{l:00},bid_sz_{l:00},ask_sz_{l:00},bid_ct_{l:00},ask_ct_{l:00}")));
        return $"ts_recv,ts_event,rtype,publisher_id,instrument_id,action,side,depth,price,size,flags,ts_in_delta,sequence{names},symbol\n"
            + Lines(Rows / 2, i => $"2023-11-14T23:00:{i:00}.{i:000000000}Z,2023-11-14T23:00:{i:00}.000000001Z,10,1,5602,{"AT"[i % 2]},B,0,4799.250000000,2,0,17,{i}"
                + string.Concat(Enumerable.Range(0, levels).Select(l => string.Create(CultureInfo.InvariantCulture, $",{4799 - (0.25 * l):0.000000000},{4799.25 + (0.25 * l):0.000000000},{3 + i},{4 + l},1,2"))) + ",ESH4");
    }

    /// <summary>Levels of a book under names of one digit.</summary>
    public static string Depth(int levels) =>
        "timestamp_ns" + string.Concat(Enumerable.Range(0, levels).Select(l => $",bid_px_{l},bid_sz_{l},ask_px_{l},ask_sz_{l}")) + "\n"
        + Lines(Rows / 2, i => $"{(Start * Nanoseconds) + i}" + string.Concat(Enumerable.Range(0, levels).Select(l => $",{Text(100 - l)},{i},{Text(100.5 + l)},{l}")));

    /// <summary>Events of single orders.</summary>
    public static string OrderEvents() =>
        "timestamp_ns,event,order_id,side,price,amount\n"
        + Lines(Rows, i => $"{(Start * Nanoseconds) + i},{(i % 3 == 0 ? "created" : i % 3 == 1 ? "changed" : "deleted")},{655 + (i / 3)},{(i % 2 == 0 ? "bid" : "ask")},236.47,2.5");

    /// <summary>Option quotes.</summary>
    public static string Options() =>
        "timestamp,underlying,underlying_price,expiration,strike,type,bid,bid_size,ask,ask_size,open_interest,iv,delta,gamma\n"
        + Lines(Rows, i => $"{Start},SPX,4501.5,2024-03-15,{4000 + (25 * i)},{"CP"[i % 2]},118.4,19,121.9,19,{i},0.21,0.5,0.001");

    /// <summary>Cboe's table of calls and puts.</summary>
    public static string Cboe() =>
        "\nSPDR S&P 500 ETF Trust,Last: 557.65,Change:  3.93\n\"Date: May 1, 2025 at 4:49 PM EDT\",Bid: 557.55,Ask: 557.62,Size: 7*1,\"Volume: 60,477,472\"\n"
        + "Expiration Date,Calls,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest,Strike,Puts,Last Sale,Net,Bid,Ask,Volume,IV,Delta,Gamma,Open Interest\n"
        + Lines(Rows / 2, i => $"Thu May 01 2025,SPY250501C00{250 + i}000,311.32,9.98,305.48,307.59,4,0.2,1,0,1,{250 + i}.00,SPY250501P00{250 + i}000,0.01,0,0,0.01,0,0,0,0,3");

    /// <summary>Numbers over time, a day a row.</summary>
    public static string Values() => "date,gex,dix\n" + Lines(Rows, i => $"2024-01-{1 + i:00}T00:00:00Z,{Text(1e9 * i)},0.4{i}");

    /// <summary>LOBSTER's messages in the order of their times, with a book line each.</summary>
    public static (string Messages, string Book) Lobster(int levels) => (
        Lines(Rows, i => $"{34_200 + i}.00{10 + i}1,{1 + (i % 5)},{11 + i},{18 + i},5853300,{(i % 2 == 0 ? 1 : -1)}"),
        Lines(Rows, i => string.Join(',', Enumerable.Range(0, levels).Select(l => l > 2 ? "9999999999,0,-9999999999,0" : $"{5_859_400 + (100 * l)},{200 + i},{5_853_300 - (100 * l)},18"))));

    /// <summary>LEAN's bars: a minute a line.</summary>
    public static string LeanTrades() => Lines(Rows, i => $"{i * 60_000},{Prices(i, 1667.5)},{48 + i}");

    /// <summary>LEAN's quote bars.</summary>
    public static string LeanQuotes() => Lines(Rows, i => $"{i * 60_000},{Prices(i, 1667.25)},31,{Prices(i, 1667.5)},24");

    /// <summary>LEAN's trades, one a line.</summary>
    public static string LeanTradeTicks() => Lines(Rows, i => $"{(i * 137) + 0.5},{Text(16_704_100 + i)},{100 + i},P,1,0");

    /// <summary>LEAN's quotes, one a line.</summary>
    public static string LeanQuoteTicks() => Lines(Rows, i => $"{i * 137},{Text(16_704 + i)},1.5,{Text(16_705 + i)},2.5");

    /// <summary>LEAN's open interest.</summary>
    public static string LeanInterest() => Lines(3, i => $"{(i + 1) * 21_960_000},{2_693_575 + i}");

    /// <summary>Bybit's archive: a snapshot and changes.</summary>
    public static string Bybit() => Lines(8, i =>
        $"{{\"topic\":\"orderbook.500.XRPUSDT\",\"type\":\"{(i == 0 ? "snapshot" : "delta")}\",\"ts\":{Start + (100 * i)},\"data\":{{\"s\":\"XRPUSDT\",\"b\":[[\"1.95{i}\",\"6203\"],[\"1.9530\",\"{i}\"]],\"a\":[[\"1.9{60 + i}\",\"24\"]],\"u\":{7 + i},\"seq\":{9 + i}}},\"cts\":{Start}}}");

    /// <summary>A recording of Hyperliquid: a book and trades by turns.</summary>
    public static string Hyperliquid() => Lines(8, i => $"{(Start + i) * Nanoseconds} " + (i % 2 == 0
        ? $"{{\"channel\":\"l2Book\",\"data\":{{\"coin\":\"BTC\",\"time\":{Start},\"levels\":[[{{\"n\":5,\"px\":\"10505{i}.0\",\"sz\":\"3.03\"}}],[{{\"n\":1,\"px\":\"105090.0\",\"sz\":\"1.5\"}}]]}}}}"
        : $"{{\"channel\":\"trades\",\"data\":[{{\"coin\":\"BTC\",\"side\":\"{"AB"[i / 2 % 2]}\",\"px\":\"105054.0\",\"sz\":\"0.1\",\"time\":{Start + i},\"hash\":\"0x0\",\"tid\":{i}}}]}}"));

    private static string Lines(int count, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
        {
            text.Append(line(i)).Append('\n');
        }

        return text.ToString();
    }

    private static string Prices(int i, double near) => string.Join(',', PriceTexts(i, near));

    private static string Quoted(int i) => string.Join(',', PriceTexts(i, 42_000).Select(p => $"\"{p}\""));

    private static string[] PriceTexts(int i, double near) =>
        [Text(near * (1 + (0.001 * (i % 7)))), Text(near * (1.002 + (0.001 * (i % 7)))), Text(near * (0.998 + (0.001 * (i % 7)))), Text(near * (1.001 + (0.001 * (i % 7))))];

    private static string Text(double value) => value.ToString("0.########", CultureInfo.InvariantCulture);
}
