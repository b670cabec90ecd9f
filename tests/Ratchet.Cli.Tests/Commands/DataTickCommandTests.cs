namespace Ratchet.Cli.Tests.Commands;

public sealed class DataTickCommandTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public void Import_Trades_OneLineOfResultAndListedBesideBars()
    {
        line.Run("data", "synth", "--bars", "100");
        var file = line.Write("BTCUSDT_trades.csv", SampleTrades.Text());

        var result = line.Run("data", "import", file);

        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Matches(@"trades of BTC/USDT: 60 rows, 2024-01-01 00:00:00 to 2024-01-01 00:00:59 UTC, series' hash [0-9a-f]{12}, put aside 0\n$", result.Out);
        Assert.Single(result.Out.Trim().Split('\n'));
        Assert.Contains("60 rows, all stored before,", line.Run("data", "import", file).Out, StringComparison.Ordinal);
        var listed = line.Run("data", "list");
        Assert.Matches(@"SYN/USD +1h +100 ", listed.Out);
        Assert.Matches(@"BTC/USDT +trades +60 +2024-01-01 +2024-01-01 +100.00 % +[0-9a-f]{8}  BTCUSDT_trades.csv", listed.Out);
        var json = line.Run("data", "list", "--json").Json.AsArray();
        Assert.Equal(["1h", null], json.Select(s => (string?)s!["timeframe"]));
        Assert.Equal("trades", (string?)json[1]!["kind"]);
    }

    [Fact]
    public void Import_BadRowAccepted_SaysWhatWasPutAsideAndWhere()
    {
        var file = line.Write("x.csv", SampleTrades.With(l => l[9] = l[9].Replace(",1,", ",0,", StringComparison.Ordinal)));

        var result = line.Run("data", "import", file, "-p", "BTC/USDT", "--accept", "--json");

        Assert.Equal(0, result.Exit);
        var part = result.Json[0]!;
        Assert.Equal((60, 59, "stored"), ((int)part["rows"]!, (int)part["goodRows"]!, (string?)part["status"]));
        Assert.Equal(1, (int)part["defects"]!["BadSize"]!);
        Assert.Contains("9,BadSize,2024-01-01T00:00:08Z,", File.ReadAllText((string)part["quarantine"]!), StringComparison.Ordinal);
        Assert.Contains("put aside 1 (BadSize 1) in ", line.Run("data", "import", file, "-p", "BTC/USDT", "--accept").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_StoredTicks_AreVerifiedBesideBars()
    {
        line.Run("data", "import", line.Write("BTCUSDT_trades.csv", SampleTrades.Text()));

        var result = line.Run("data", "check", "-p", "BTC/USDT");
        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Contains("BTC/USDT trades: 60 rows, ", result.Out, StringComparison.Ordinal);
        Assert.Contains("every byte agrees with content hash ", result.Out, StringComparison.Ordinal);
        Assert.Equal(60, (int)line.Run("data", "check", "-p", "BTC/USDT", "--json").Json["ticks"]![0]!["rows"]!);

        line.Run("data", "import", line.Write("BTCUSDT_1h.csv", SampleBars.Text()));
        var both = line.Run("data", "check", "-p", "BTC/USDT", "--json");
        Assert.Equal((60, 60), ((int)both.Json["rows"]!, (int)both.Json["ticks"]![0]!["rows"]!));
        Assert.Null(line.Run("data", "check", "-p", "BTC/USDT", "-i", "1h", "--json").Json["ticks"]);
    }

    [Fact]
    public void Import_BarsWithQuotes_StoresBoth()
    {
        var rows = string.Concat(Enumerable.Range(0, 60).Select(i => $"{1_704_067_200_000 + (i * 60_000L)},100,101,99,100,5,99.5,100.5\n"));
        var file = line.Write("BTCUSDT_1m.csv", "timestamp,open,high,low,close,volume,bid,ask\n" + rows);

        var result = line.Run("data", "import", file, "--json");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        Assert.Equal(["1m", "quotes"], result.Json.AsArray().Select(r => (string?)(r!["timeframe"] ?? r["kind"])));
        Assert.Equal(2, line.Run("data", "list", "--json").Json.AsArray().Count);
    }
}
