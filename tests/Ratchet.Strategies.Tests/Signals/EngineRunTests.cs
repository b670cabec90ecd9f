using System.Text;
using OwnStrategy;
using Ratchet.Market.Bars;
using Ratchet.Market.Synthetic;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Simulation;

namespace Ratchet.Strategies.Tests.Signals;

public sealed class EngineRunTests
{
    private static readonly BarSeries Bars = SyntheticMarket.Generate(new() { Bars = 6000, TimeFrame = new(15), Seed = 12 }).Bars;

    [Fact]
    public void Run_ColumnsScannedFromTheStrategies_GiveTheSameOrders()
    {
        var live = Run([.. SignalStrategies.All.Select(s => s.Create(new(Bars.TimeFrame)))]);
        var played = Run([.. SignalStrategies.All.Select(s => new ColumnStrategy(
            s.Name,
            [SignalScan.Run(s.Create(new(Bars.TimeFrame)), Bars, cancellationToken: TestContext.Current.CancellationToken)]))]);
        Assert.All(Enumerable.Range(0, 4), s => Assert.Contains(live.Trades, t => t.Strategy == s));
        Assert.Equal(live.OrderHash, played.OrderHash);
        Assert.Equal(live.FinalCash, played.FinalCash);
    }

    [Fact]
    public void Run_RememberingStrategies_RememberEachTrade()
    {
        RememberingStrategy[] strategies = [.. SignalStrategies.All.Select(s => new RememberingStrategy(s.Create(new(Bars.TimeFrame)), new() { LeastSetups = 20 }))];
        var first = Run(strategies);
        for (var i = 0; i < strategies.Length; i++)
        {
            // An entry cut down to dust by the limits has no risk, and so no result in R.
            Assert.Equal(first.Trades.Count(t => t.Strategy == i && double.IsFinite(t.ResultInR)), strategies[i].Memory.Count);
            Assert.True(strategies[i].Memory.Count > 20);
        }

        var again = Run([.. SignalStrategies.All.Select(s => new RememberingStrategy(s.Create(new(Bars.TimeFrame)), new() { LeastSetups = 20 }))]);
        Assert.Equal(first.OrderHash, again.OrderHash);
    }

    [Fact]
    public void OwnStrategy_Example_TradesBothWays()
    {
        var text = new StringWriter(new StringBuilder());
        var result = Demonstration.Run(text);
        Assert.Contains(result.Trades, t => t is { Strategy: 0, Side: 1 });
        Assert.Contains(result.Trades, t => t is { Strategy: 0, Side: -1 });
        Assert.Contains(result.Trades, t => t.Strategy == 1);
        Assert.Equal(3, text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static EngineResult Run(ITradingStrategy[] strategies) => EngineBacktest.Run(
        new()
        {
            Instruments = [new() { Symbol = Bars.Symbol, Frame = Bars.TimeFrame }],
            Strategies = [.. SignalStrategies.All.Select(s => s.Rules)],
        },
        [Bars],
        strategies,
        null,
        null,
        TestContext.Current.CancellationToken);
}
