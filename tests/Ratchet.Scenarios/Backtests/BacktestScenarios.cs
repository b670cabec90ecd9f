using System.Text.Json.Nodes;
using Ratchet.Scenarios.Processes;
using Ratchet.Testing;

namespace Ratchet.Scenarios.Backtests;

/// <summary>Whole backtests by the command line, their statistics and order hashes pinned.</summary>
public sealed class BacktestScenarios
{
    private const string Edge = "synthetic.informationCoefficient=0.4";
    private static readonly string[] Synthetic = ["--set", "synthetic.bars=6000", "--set", "synthetic.seed=5", "--set", "search.randomEntryDraws=100"];

    private static readonly string[] Venue =
    [
        "--set", "venue.makerFee=0.0002", "--set", "venue.slippage=Volume", "--set", "venue.slippageFactor=0.002", "--set", "venue.volumeShare=0.02", "--set", "sizing.method=VolatilityTarget",
        "--set", "risk.losingRun=3", "--set", "risk.drawdownReduce=0.04",
        "--set", "engine.instruments=[{\"symbol\":\"SYN/USD\",\"tickSize\":0.01,\"lotSize\":0.001,\"minimumValue\":50,\"leverage\":3,\"listed\":\"2023-02-01\"}]",
    ];

    [Fact]
    public void Synthetic_AllTogether_IsAsPinned() => Pin("synthetic 1h, all together", ["--strategy", "all", .. Synthetic]);

    [Theory]
    [InlineData("EMA_Trend")]
    [InlineData("RSI_Reversal")]
    [InlineData("FVG_Pattern")]
    [InlineData("Breakout")]
    public void Synthetic_OneAlone_IsAsPinned(string strategy) => Pin($"synthetic 1h, {strategy}", ["--strategy", strategy, .. Synthetic]);

    [Fact]
    public void Synthetic_VenueWithRules_IsAsPinned() => Pin("synthetic 1h, all together, ticks, lots, leverage, volume", ["--strategy", "all", .. Synthetic, .. Venue]);

    [Fact]
    public void Synthetic_TrainedModel_IsAsPinned()
    {
        using var root = new DataRoot();
        RatchetProcess.Run(root.Optimize(2, "--timerange", "-20230415", "--set", Edge)).Succeeded();
        RatchetProcess.Run("train", "--study", DataRoot.Study, "--data-root", root.Path, "-j", "2").Succeeded();
        var model = Path.Combine(root.Path, "models", DataRoot.Study);
        Pin("synthetic 1h, trained model", ["--model", model, "--set", "synthetic.bars=3500", "--set", Edge, "--set", "search.randomEntryDraws=100"]);
    }

    [Theory]
    [InlineData("BTC 1h 2022-2025", "binance_BTCUSDT_1h_2022-2025.csv.gz")]
    [InlineData("ETH 15m 2025", "binance_ETHUSDT_15m_2025.csv.gz")]
    public void Real_AllTogether_IsAsPinned(string name, string file) =>
        Pin($"{name}, all together", [SharedFiles.Require($"data/crypto/{file}"), "--strategy", "all", "--set", "search.randomEntryDraws=100"]);

    [Fact]
    public void Real_TwoSymbols_AreAsPinned() => Pin(
        "BTC and SOL 1h 2022-2025, EMA_Trend and Breakout",
        [
            SharedFiles.Require("data/crypto/binance_BTCUSDT_1h_2022-2025.csv.gz"), SharedFiles.Require("data/crypto/binance_SOLUSDT_1h_2022-2025.csv.gz"),
            "--strategy", "EMA_Trend,Breakout", "--timerange", "20230101-20250101", "--set", "search.randomEntryDraws=100",
        ]);

    private static void Pin(string name, string[] arguments)
    {
        using var root = new DataRoot();
        var run = RatchetProcess.Run(["backtest", "--data-root", root.Path, "--json", "-j", "2", .. arguments]);
        run.Succeeded();
        BacktestGoldens.Check(BacktestPin.Of(name, JsonNode.Parse(run.Output)!));
    }
}
