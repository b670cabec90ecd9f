using System.Globalization;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Testing;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Simulation;
using Ratchet.Trading.Tests.Portfolios;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Tests.Regression;

/// <summary>
/// Runs whose results are pinned in <c>runs.txt</c>, so that a change of the engine's trades is seen and read in review. With RATCHET_REWRITE_RUNS set to 1 the tests
/// write the lines that they would have compared.
/// </summary>
public sealed class RegressionRunTests
{
    private static readonly Lock Gate = new();

    public static TheoryData<string> Names => ["portfolio", "plain", "trailing", "fine", "limit", "leverage", "volatility"];

    [Theory, MemberData(nameof(Names))]
    public void Run_MadeBars_GivesThePinnedTrades(string name) => Pinned(name, Made(name));

    [Fact]
    public void Run_BitcoinHours_GivesThePinnedTrades()
    {
        var raw = BarCsvReader.Read(SharedFiles.Require("data/crypto/binance_BTCUSDT_1h_2022-2025.csv.gz"), cancellationToken: TestContext.Current.CancellationToken).Bars;
        var run = PortfolioRun.Single(1, new() { Name = "trend", Exits = new() { TrailingMultiple = 1, HorizonBars = 6 } }, new());
        var bars = new BarSeries(
            Symbol.Parse("BTC/USDT"),
            TimeFrame.Hour1,
            new() { OpenTime = raw.OpenTime, Open = raw.Open, High = raw.High, Low = raw.Low, Close = raw.Close, Volume = raw.Volume });
        // With the halt at 20 % the run would end before the data does.
        Pinned("bitcoin", run with { Series = [bars], Options = run.Options with { Limits = new() { DrawdownReduce = 0.5, DrawdownHalt = 0.9 } } });
    }

    private static PortfolioRun Made(string name)
    {
        var trend = new Trading.Engine.StrategyRules { Name = "trend" };
        return name switch
        {
            "portfolio" => PortfolioRun.Portfolio(1),
            "plain" => PortfolioRun.Single(2, trend, new()),
            "trailing" => PortfolioRun.Single(3, trend with { Exits = new() { TrailingMultiple = 0.8, TrailingAfterTarget = 0, BreakEvenAfterTarget = 2 } }, new()),
            "fine" => PortfolioRun.Single(2, trend, new(), fine: true),
            "limit" => PortfolioRun.Single(2, trend with { EntryKind = OrderKind.Limit }, new() { MakerFee = 0.0001 }),
            "leverage" => PortfolioRun.Single(2, trend with { Exits = new() { StopMultiple = 6, TargetMultiples = [3], TargetFractions = [1], HorizonBars = 200 } }, new(), leverage: 50),
            "volatility" => PortfolioRun.Single(2, trend with { Exits = new() { StopMultiple = 3, TargetMultiples = [1, 3], TargetFractions = [0.8, 0.2], HorizonBars = 5 } }, new() { Slippage = SlippageModel.Volatility, VolumeShare = 0.01 }),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such run."),
        };
    }

    private static void Pinned(string name, PortfolioRun run)
    {
        var line = Line(name, run.Run(null));
        var path = Path.Combine(Folder(), "runs.txt");
        lock (Gate)
        {
            string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
            if (Environment.GetEnvironmentVariable("RATCHET_REWRITE_RUNS") == "1")
            {
                File.WriteAllLines(path, lines.Where(l => !l.StartsWith(name + ":", StringComparison.Ordinal)).Append(line).Order(StringComparer.Ordinal));
                return;
            }

            Assert.Equal(lines.SingleOrDefault(l => l.StartsWith(name + ":", StringComparison.Ordinal)), line);
        }
    }

    private static string Line(string name, EngineResult result)
    {
        var won = result.Trades.Count(t => t.Profit > 0);
        var reasons = string.Join(" ", result.Trades.CountBy(t => t.Reason).OrderBy(r => r.Key).Select(r => $"{r.Key}={r.Value}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: trades {result.Trades.Count}, won {won}, orders {result.Orders}, fills {result.Fills}, fees {result.Trades.Sum(t => t.Fees):0.00}, cash {result.FinalCash:0.00}, {reasons}, {result.OrderHash}");
    }

    private static string Folder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Ratchet.slnx")))
            {
                return Path.Combine(folder.FullName, "tests", "Ratchet.Trading.Tests", "Regression");
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Ratchet.slnx.");
    }
}
