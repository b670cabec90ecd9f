using Ratchet.Lifecycle.Backtests;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Validation.Objectives;

namespace Ratchet.Lifecycle.Tests.Backtests;

public sealed class BacktestRunnerTests
{
    private static readonly TimeFrame Hour = TimeFrame.Parse("1h");

    [Fact]
    public void Run_AllStrategiesOnTwoSymbols_AddsUpEverywhere()
    {
        var run = BacktestRunner.Run(Plan(TimeRange.All), TestContext.Current.CancellationToken);
        var trades = run.Result.Trades;
        Assert.True(trades.Count > 100, $"{trades.Count}");
        Assert.All(new[] { run.BySymbol, run.ByStrategy, run.BySide, run.ByExit }, groups =>
        {
            Assert.Equal(trades.Count, groups.Sum(g => g.Trades));
            Assert.Equal(trades.Sum(t => t.Profit), groups.Sum(g => g.Profit));
        });
        Assert.Empty(run.ByTag);
        Assert.Equal(run.Result.FinalCash, run.Plan.Options.InitialCash + trades.Sum(t => t.Profit));
        Assert.Equal((double)run.Result.FinalCash, run.Whole.Metrics.FinalEquity, 6);
        Assert.Equal(trades.Count, run.Halves.Sum(h => h.Metrics.Trades));
        Assert.Equal(1 + run.Whole.Metrics.TotalReturn, run.Halves.Aggregate(1.0, (g, h) => g * (1 + h.Metrics.TotalReturn)), 9);
        Assert.Equal(run.Halves[0].Time.To, run.Halves[1].Time.From);
        Assert.InRange(run.Whole.Metrics.Sharpe, run.Sharpe.Lower, run.Sharpe.Upper);
        Assert.Equal(run.Whole.Metrics.Sharpe, run.Sharpe.Estimate, 6);
        Assert.InRange(run.RandomPercentile, 0, 100);

        // Two legs at 2 bps of about the traded value, less the targets, which do not slip.
        var traded = (double)trades.Sum(t => t.Quantity * (t.EntryPrice + t.ExitPrice));
        Assert.InRange(run.Slippage, traded * 1e-4, traded * 2.01e-4);
        Assert.Contains(run.Warnings, w => w.StartsWith("UNIVERSE CHOSEN WITH HINDSIGHT", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_Again_IsTheSameForAnyThreadsAndSeedChangesNoOrder()
    {
        var one = BacktestRunner.Run(Plan(TimeRange.All), TestContext.Current.CancellationToken);
        var two = BacktestRunner.Run(Plan(TimeRange.All) with { Threads = 4 }, TestContext.Current.CancellationToken);
        var other = BacktestRunner.Run(Plan(TimeRange.All) with { Seed = 9 }, TestContext.Current.CancellationToken);
        Assert.Equal((one.Result.OrderHash, one.DataHash, one.RandomMedian, one.Sharpe), (two.Result.OrderHash, two.DataHash, two.RandomMedian, two.Sharpe));
        Assert.Equal(one.RandomReturns, two.RandomReturns);
        Assert.Equal(one.Result.OrderHash, other.Result.OrderHash);
        Assert.NotEqual(one.RandomMedian, other.RandomMedian);
    }

    [Fact]
    public void Run_Range_WarmsUpBeforeItAndReadsNothingAfter()
    {
        var bars = Market(1, "ABC/USD");
        var (from, to) = (bars.OpenTime[1500], bars.OpenTime[2500]);
        var range = new TimeRange(from, to);
        var run = BacktestRunner.Run(Plan(range, bars), TestContext.Current.CancellationToken);
        Assert.Equal((from, to), (run.Time.From, run.Time.To));
        Assert.All(run.Result.Trades, t => Assert.InRange(t.EntryTime, from, to));

        // With the warm-up a signal can come within the first bars; without it the strategies are silent for 54.
        var cold = BacktestRunner.Run(Plan(range, bars.Slice(new IndexRange(1500, 2600))), TestContext.Current.CancellationToken);
        Assert.True(cold.Result.Trades.Count > 0 && cold.Result.OrderHash != run.Result.OrderHash);
        var cut = BacktestRunner.Run(Plan(range, bars.Slice(new IndexRange(0, 2500))), TestContext.Current.CancellationToken);
        Assert.Equal((run.Result.OrderHash, run.DataHash), (cut.Result.OrderHash, cut.DataHash));
        var error = Assert.Throws<NotEnoughDataException>(() => BacktestRunner.Run(Plan(new(0, 1), bars), TestContext.Current.CancellationToken));
        Assert.Contains("0 bars", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Universe_Dates_DecideAboutHindsight()
    {
        var rules = new InstrumentRules { Symbol = Symbol.Parse("ABC/USD"), Frame = Hour };
        Assert.Contains("not known", Universe.Hindsight(rules, 100), StringComparison.Ordinal);
        Assert.Contains("after the beginning", Universe.Hindsight(rules with { Listed = 101 }, 100), StringComparison.Ordinal);
        Assert.Null(Universe.Hindsight(rules with { Listed = 100 }, 100));
        Assert.Null(Universe.Warning([rules with { Listed = 100 }], 100));
        Assert.Contains("ABC/USD", Universe.Warning([rules], 100), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_HandMadeTrades_MatchTheHandCalculation()
    {
        var trade = BacktestRunner.Run(Plan(TimeRange.All), TestContext.Current.CancellationToken).Result.Trades[0];
        var groups = TradeGroups.Of(
            [trade with { Profit = 30, Risk = 10, Fees = 1 }, trade with { Profit = -10, Risk = 10, Fees = 2 }, trade with { Profit = 0, Risk = 0, Fees = 3 }, trade with { Profit = 5, Side = 0 }],
            ["a", "b"],
            t => t.Side == 0 ? 1 : 0);
        Assert.Equal((3, 0.5, 3.0, 1.0, 20m, 6m), (groups[0].Trades, groups[0].WinRate, groups[0].ProfitFactor, groups[0].MeanR, groups[0].Profit, groups[0].Fees));
        Assert.Equal((1, double.PositiveInfinity), (groups[1].Trades, groups[1].ProfitFactor));
    }

    private static BacktestPlan Plan(TimeRange range, params BarSeries[] series)
    {
        BarSeries[] traded = series.Length > 0 ? series : [Market(1, "ABC/USD"), Market(2, "XYZ/USD")];
        var contexts = new MarketContexts(Hour);
        return new()
        {
            Options = new()
            {
                Instruments = [.. traded.Select(s => new InstrumentRules { Symbol = s.Symbol, Frame = s.TimeFrame })],
                Strategies = [.. SignalStrategies.All.Select(s => s.Rules)],
                Limits = new() { DrawdownReduce = 0.5, DrawdownHalt = 0.9 },
            },
            Series = traded,
            Traded = range,
            Strategies = [.. SignalStrategies.All.Select(s => s.Create(contexts))],
            Objective = new CompositeObjective(new()),
            RandomDraws = 50,
            Resamples = 50,
        };
    }

    private static BarSeries Market(ulong seed, string symbol)
    {
        var bars = SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = 3000, Seed = seed }).Bars;
        return new(Symbol.Parse(symbol), bars.TimeFrame, bars.Columns);
    }
}
