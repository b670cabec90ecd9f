using System.Text;

namespace Ratchet.Cli.Tests.BadInput;

/// <summary>Files that cannot be imported.</summary>
internal static class BadFiles
{
    private const string Import = "data import {in}/x.csv -p BTC/USDT -i 1h";

    public static IEnumerable<BadCase> All { get; } =
    [
        new("missing-file", 1, "data import {in}/nowhere.csv -p BTC/USDT -i 1h", "nowhere.csv", "Check the path"),
        Text("empty-file", 1, "", "x.csv", "the file is empty", "Download or export it again"),
        Text("header-only", 1, SampleBars.Header + "\n", "x.csv", "no rows", "Download or export it again"),
        Bytes("truncated-gzip", 1, SampleBars.Gzip(SampleBars.Text(2000))[..^200], "x.csv", "gzip", "truncated or damaged", "Download it again"),
        Bytes("truncated-zip", 1, SampleBars.Zip(("a.csv", SampleBars.Text(2000)))[..^200], "x.csv", "zip is truncated or damaged", "Download it again"),
        Bytes("zip-of-several-files", 1, SampleBars.Zip(("a.csv", SampleBars.Text()), ("b.csv", SampleBars.Text())), "a.csv, b.csv", "one by one"),
        Bytes("utf-16", 1, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(SampleBars.Text())], "x.csv", "UTF-16", "Save it as UTF-8"),
        Bytes("not-utf-8", 1, [.. Encoding.UTF8.GetBytes(SampleBars.Text()), 0xE4, 0xF6, (byte)'\n'], "line 62", "no UTF-8", "Save the file as UTF-8"),
        Bytes("packed-by-zstd", 1, [0x28, 0xB5, 0x2F, 0xFD, 0, 0, 0, 0], "x.csv", "packed by zstd", "gzip or zip"),
        Text("json", 1, "[{\"a\":1}]", "candle 1", "no list of 12 or 6 elements", "as Binance and Bitfinex answer"),
        Lines("decimal-commas", 1, l => l[7] = "1704088800000,\"106,5\",108,104,106,10", "line 8", "column 'open'", "106,5", "with a point"),
        Text("semicolons", 1, SampleBars.Text().Replace(',', ';'), "line 1", "semicolons", "commas between columns"),
        Lines("missing-column", 1, l => l[0] = "timestamp,open,high,low,last,volume", "line 1", "column 'close'", "rename the column"),
        Lines("column-twice", 1, l => l[0] = "timestamp,open,high,low,close,close", "line 1", "'close'", "Rename or remove"),
        Lines("text-in-number", 1, l => l[9] = "1704096000000,108,12x,104,106,10", "line 10", "column 'high'", "'12x'", "Write a number"),
        Lines("nan-price", 1, l => l[9] = "1704096000000,108,109,104,NaN,10", "line 10", "column 'close'", "'NaN'", "empty field"),
        Lines("too-few-columns", 1, l => l[9] = "1704096000000,108,109", "line 10", "3 columns", "6 are expected", "export the file again"),
        Lines("no-time", 1, l => l[9] = "yesterday,108,109,104,106,10", "line 10", "'yesterday'", "Write "),
        Lines("mixed-time-units", 1, l => l[9] = "1704096000,108,109,104,106,10", "line 10", "seconds", "milliseconds", "one unit throughout"),
        Lines("time-without-zone", 1, WriteLocalTimes, "line 2", "no time zone", "--time-zone"),
        new("unknown-time-zone", 1, Import + " --time-zone Mars/Base", "'Mars/Base'", "America/New_York") { Prepare = c => c.Write("x.csv", SampleBars.Text()) },
        Lines("mixed-symbols", 1, l => AddSymbols(l, i => i == 9 ? "ETHUSDT" : "BTCUSDT"), "line 10", "ETHUSDT", "Split the file by symbol"),
        Lines("another-symbol", 1, l => AddSymbols(l, _ => "ETHUSDT"), "ETH/USDT", "BTC/USDT", "leave the symbol out"),
        new("no-symbol", 1, "data import {in}/x.csv", "x.csv", "--pair BTC/USDT") { Prepare = c => c.Write("x.csv", SampleBars.Text()) },
        new("one-row", 1, "data import {in}/x.csv -p BTC/USDT", "x.csv", "time frame cannot be inferred", "such as 1h") { Prepare = c => c.Write("x.csv", SampleBars.Text(1)) },
        new("bars-of-seconds", 1, "data import {in}/x.csv -p BTC/USDT", "x.csv", "1000 ms", "shorter than one minute", "1m or longer")
        {
            Prepare = c => c.Write("x.csv", SampleBars.With(WriteSeconds)),
        },
        Lines("negative-price", 3, l => l[9] = "1704096000000,108,109,-104,106,10", "x.csv", "1 of 60 rows are bad", "--accept"),
        Lines("low-above-high", 3, l => l[9] = "1704096000000,108,104,109,106,10", "x.csv", "quality 98.33 %", "--accept"),
        Lines("missing-bars", 3, l => l.RemoveRange(20, 10), "10 of 60 expected bars are missing", "--calendar", "--accept"),
        Lines("duplicate-bars", 3, l => l.Insert(9, l[9].Replace(",10", ",11", StringComparison.Ordinal)), "rows are bad", "--repair dedupe-keep-last"),
        Lines("times-backwards", 3, l => l.Reverse(10, 6), "rows are bad", "--repair sort"),
        Lines("off-the-grid", 3, l => l[9] = "1704096600000,108,109,104,106,10", "rows are bad", "give the time frame with -i"),
        Lines("nothing-good", 3, SpoilAll, "60 of 60 rows are bad", "no good row to accept"),
        new("real-into-synthetic", 1, "data import {in}/x.csv -p SYN/USD -i 1h", "SYN/USD", "never mixed") { Prepare = c => c.Write("x.csv", SampleBars.Text()) },
        new("check-below-quality", 3, "data check {in}/x.csv", "x.csv", "1 of 60 rows are bad", "--accept")
        {
            Prepare = c => c.Write("x.csv", SampleBars.With(l => l[9] = "1704096000000,108,109,0,106,10")),
        },
        new("check-missing-file", 1, "data check {in}/nowhere.csv", "nowhere.csv", "Check the path"),
        Text("ticks-below-quality", 3, SampleTrades.With(l => l[9] = l[9].Replace(",1,", ",-1,", StringComparison.Ordinal)), "x.csv", "1 of 60 trades are bad", "BadSize 1", "--accept"),
        Text("ticks-backwards", 1, SampleTrades.With(l => l.Reverse(10, 2)), "line 12", "before the row above it", "Sort the rows by time"),
        Text("ticks-empty", 1, SampleTrades.With(l => l.RemoveRange(1, 60)), "x.csv", "no rows", "Download or export it again"),
        new("ticks-without-symbol", 1, "data import {in}/x.csv", "neither the file nor its name", "--pair BTC/USDT") { Prepare = c => c.Write("x.csv", SampleTrades.Text()) },
        Stored("ticks-overlap", Import, SampleTrades.With(l => l[30] = l[30].Replace(",1,", ",2,", StringComparison.Ordinal)), "overlap the stored ones of BTC/USDT", "Cut the file", "--replace"),
        Bytes("ticks-of-several-contracts", 1, SampleTrades.Contracts(), "201312, 201403", "--contract", "--pair"),
        new("ticks-of-another-contract", 1, "data import {in}/x.csv -p ES --contract 201403", "of contract 201312", "never mixed", "a symbol of their own") { Prepare = c => Store(c, SampleTrades.Contracts(), "ES", "--contract", "201312") },
        new("ticks-of-no-such-contract", 1, "data import {in}/x.csv -p ES --contract 201406", "no contract '201406'", "There are 201312, 201403") { Prepare = c => c.Write("x.csv", SampleTrades.Contracts()) },
        Stored("ticks-of-other-columns", Import, SampleTrades.Book(3), "have other columns", "never mixed", "--replace") with { Prepare = c => { Store(c, Encoding.UTF8.GetBytes(SampleTrades.Book(2)), "BTC/USDT"); c.Write("x.csv", SampleTrades.Book(3)); } },
        Text("orders-without-a-book", 1, "ts_recv,ts_event,rtype,publisher_id,instrument_id,action,side,price,size,order_id\n1,1,160,1,1,A,B,1,1,1\n", "market by order", "mbp-10"),
        new("check-damaged-ticks", 1, "data check -p BTC/USDT", "was changed or damaged", "--replace") { Prepare = Damage },
    ];

    private static BadCase Text(string id, int exit, string content, params string[] says) =>
        new(id, exit, Import, says) { Prepare = c => c.Write("x.csv", content) };

    private static BadCase Bytes(string id, int exit, byte[] content, params string[] says) =>
        new(id, exit, Import, says) { Prepare = c => c.Write("x.csv", content) };

    private static BadCase Lines(string id, int exit, Action<List<string>> spoil, params string[] says) => Text(id, exit, SampleBars.With(spoil), says);

    private static BadCase Stored(string id, string command, string content, params string[] says) =>
        new(id, 1, command, says) { Prepare = c => { Store(c, Encoding.UTF8.GetBytes(SampleTrades.Text()), "BTC/USDT"); c.Write("x.csv", content); } };

    private static void Store(CommandLine line, byte[] content, string pair, params string[] more) =>
        Assert.Equal(0, line.Run(["data", "import", line.Write("x.csv", content), "-p", pair, .. more]).Exit);

    private static void Damage(CommandLine line)
    {
        Store(line, Encoding.UTF8.GetBytes(SampleTrades.Text()), "BTC/USDT");
        var column = Directory.GetFiles(line.Root, "price.npy", SearchOption.AllDirectories)[0];
        var bytes = File.ReadAllBytes(column);
        bytes[^1] ^= 1;
        File.WriteAllBytes(column, bytes);
    }

    private static void AddSymbols(List<string> lines, Func<int, string> symbol)
    {
        lines[0] += ",symbol";
        for (var i = 1; i < lines.Count; i++)
        {
            lines[i] += "," + symbol(i);
        }
    }

    private static void WriteLocalTimes(List<string> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            lines[i] = $"2024-01-{1 + (i / 24):00} {i % 24:00}:00:00" + lines[i][lines[i].IndexOf(',', StringComparison.Ordinal)..];
        }
    }

    private static void WriteSeconds(List<string> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            lines[i] = $"{1_704_067_200_000L + (i * 1000L)}" + lines[i][lines[i].IndexOf(',', StringComparison.Ordinal)..];
        }
    }

    private static void SpoilAll(List<string> lines)
    {
        for (var i = 1; i < lines.Count; i++)
        {
            lines[i] = lines[i].Replace(",1", ",-1", StringComparison.Ordinal);
        }
    }
}
