using Ratchet.Hosting.Composition;
using Ratchet.Storage.Models;

namespace Ratchet.Cli.Tests.Commands;

public sealed class BacktestEngineTests : IDisposable
{
    private static readonly string[] Small = ["--set", "synthetic.bars=3000", "--set", "search.randomEntryDraws=20"];
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public void Strategies_Together_TellEverythingAndWriteIt()
    {
        var folder = Path.Combine(line.Input, "out");
        var result = line.Run(["backtest", "--strategy", "all", "--cash", "5000", "--out", folder, .. Small]);
        result.Succeeded();
        Assert.All(
            ["SYNTHETIC DATA", "Nothing is fitted", "first half", "second half", "buy and hold", "random-entry", "Sharpe ratio", "by strategy", "by symbol", "by last exit", "refused or cut", "orders    ", "data      ", "paid: fees"],
            t => Assert.Contains(t, result.Out, StringComparison.Ordinal));
        Assert.Contains("again     ratchet backtest --strategy all --cash 5000 --set synthetic.bars=3000", result.Out, StringComparison.Ordinal);
        Assert.Contains("sealed and left out", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("UNIVERSE", result.Out, StringComparison.Ordinal);

        var json = line.Run(["backtest", "--strategy", "all", "--cash", "5000", "--json", .. Small]);
        Assert.Equal(File.ReadAllText(Path.Combine(folder, "result.json")), json.Out);
        var run = json.Json["run"]!;
        Assert.Equal(5000, (double)run["final_cash"]! - run["by_strategy"]!.AsArray().Sum(g => (double)g!["profit"]!), 6);
        Assert.Equal((int)run["whole"]!["trades"]!, File.ReadAllLines(Path.Combine(folder, "trades.csv")).Length - 1);
        var page = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.All(["SYNTHETIC DATA", "Monthly returns", "Buy and hold", "Refused and cut", (string)run["order_hash"]!], t => Assert.Contains(t, page, StringComparison.Ordinal));
        System.Xml.Linq.XDocument.Parse(page);
    }

    [Fact]
    public void Strategies_Alone_HaveARowAndABalanceEach()
    {
        var result = line.Run(["backtest", "--strategy", "Breakout,ema_trend", "--alone", "--json", .. Small]);
        result.Succeeded();
        var runs = result.Json.AsArray();
        Assert.Equal(["Breakout", "EMA_Trend"], runs.Select(r => (string)r!["title"]!));
        var alone = line.Run(["backtest", "--strategy", "Breakout", "--json", .. Small]).Json;
        Assert.Equal((string)alone["run"]!["order_hash"]!, (string)runs[0]!["run"]!["order_hash"]!);
        Assert.Contains("EMA_Trend", line.Run(["backtest", "--strategy", "Breakout,EMA_Trend", "--alone", .. Small]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_OwnBars_AreTradedLikeStoredOnes()
    {
        var file = line.Write("ABCUSDT_1h.csv", SampleBars.Text(2000));
        var rules = "engine.instruments=[{\"symbol\":\"ABC/USDT\",\"listed\":\"2020-01-01\"}]";
        var own = line.Run("backtest", file, "--strategy", "all", "--json", "--set", rules);
        own.Succeeded();
        Assert.DoesNotContain(own.Json["run"]!["warnings"]!.AsArray(), w => ((string)w!).Contains("UNIVERSE", StringComparison.Ordinal));
        Assert.Equal("2020-01-01T00:00:00Z", (string)own.Json["run"]!["universe"]![0]!["listed"]!);
        line.Run("data", "import", file).Succeeded();
        var stored = line.Run("backtest", "-p", "ABC/USDT", "-i", "1h", "--strategy", "all", "--json", "--set", rules);
        stored.Succeeded();
        Assert.Equal((string)own.Json["run"]!["data_hash"]!, (string)stored.Json["run"]!["data_hash"]!);
        Assert.Equal((string)own.Json["run"]!["order_hash"]!, (string)stored.Json["run"]!["order_hash"]!);
    }

    [Fact]
    public void HoldOut_Strategies_IsLeftOutOrOpenedAndRecorded()
    {
        var shut = line.Run(["backtest", "--strategy", "Breakout", "--json", .. Small]);
        Assert.False(File.Exists(Path.Combine(line.Root, "holdout_openings.tsv")));
        var open = line.Run(["backtest", "--strategy", "Breakout", "--json", "--open-holdout", .. Small]);
        Assert.True((int)open.Json["run"]!["whole"]!["bars"]! > (int)shut.Json["run"]!["whole"]!["bars"]!);
        Assert.Contains("by backtest of Breakout", (string)Assert.Single(open.Json["openings"]!.AsArray())!, StringComparison.Ordinal);
        Assert.Contains("backtest of Breakout", File.ReadAllText(Path.Combine(line.Root, "holdout_openings.tsv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Model_Range_IsWhatItHasNotSeenAndInSampleIsNeverAlone()
    {
        TinyOptimize.Run(line, "--timerange", "-20230415").Succeeded();
        line.Run("train", "--study", TinyOptimize.Study).Succeeded();
        var model = Path.Combine(line.Root, "models", TinyOptimize.Study);
        string[] market = ["--set", $"synthetic.bars={TinyOptimize.Bars}", "--set", "search.randomEntryDraws=20"];
        var seen = TrainedEnsembleFile.Read(model).Origin.SeenTo;
        var bars = MarketInputs.Open(new() { Synthetic = new() { Bars = TinyOptimize.Bars } });
        Assert.Equal(new DateTimeOffset(2023, 4, 15, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), seen);

        var usual = line.Run(["backtest", "--model", model, "--json", .. market]);
        usual.Succeeded();
        var run = usual.Json["run"]!;
        Assert.Equal("2023-04-15T00:00:00Z", (string)run["from"]!);
        Assert.Equal(Market.Time.UtcTime.Format(bars.Bars.OpenTime[bars.Split.Sealed.Start]), (string)run["to"]!);
        Assert.Null(usual.Json["in_sample"]);
        Assert.StartsWith("Out of sample", (string)usual.Json["sample"]!, StringComparison.Ordinal);

        // A range over both parts is two runs; the later one is the same as before.
        var both = line.Run(["backtest", "--model", model, "--json", "--timerange", "20230301-", .. market]);
        Assert.Equal((string)run["order_hash"]!, (string)both.Json["run"]!["order_hash"]!);
        Assert.Equal(("2023-03-01T00:00:00Z", "2023-04-15T00:00:00Z"), ((string)both.Json["in_sample"]!["from"]!, (string)both.Json["in_sample"]!["to"]!));
        Assert.Contains("in sample", line.Run(["backtest", "--model", model, "--timerange", "20230301-", .. market]).Out, StringComparison.Ordinal);

        Refused("in-sample result alone", "--timerange", "20230201-20230401");
        Refused("sealed", "--timerange", "20230510-");
        Refused("--allow-other-symbols", "-p", "ABC/USD", "-i", "1h");
        line.Run(["backtest", "--model", model, "--allow-other-symbols", "-p", "ABC/USD", "-i", "1h", "--json", .. market]).Succeeded();
        Assert.Equal(2, line.Run(["backtest", "--model", model, "-i", "4h", .. market]).Exit);

        // The sealed part is opened for the study, once, and recorded with its name.
        line.Run(["backtest", "--model", model, "--open-holdout", "--json", .. market]).Succeeded();
        Assert.Contains(TinyOptimize.Study, File.ReadAllText(Path.Combine(line.Root, "holdout_openings.tsv")), StringComparison.Ordinal);
        Assert.Contains("To trade it by the engine", line.Run("backtest", "--study", TinyOptimize.Study).Out, StringComparison.Ordinal);

        void Refused(string says, params string[] more)
        {
            if (more.Contains("ABC/USD"))
            {
                var text = line.Write("ABCUSD_1h.csv", SampleBars.Text(4000));
                line.Run("data", "import", text, "-p", "ABC/USD").Succeeded();
            }

            var refused = line.Run(["backtest", "--model", model, .. more, .. market]);
            Assert.Equal((3, ""), (refused.Exit, refused.Out));
            Assert.Contains(says, refused.Error, StringComparison.Ordinal);
        }
    }
}
