using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;
using Ratchet.Validation.Objectives;

namespace Ratchet.Trading.Tests.Simulation;

public sealed class BaselineTests
{
    private static readonly IObjective Objective = new CompositeObjective(new());

    [Fact]
    public void BuyAndHold_TwoBars_MatchesTheHandCalculation()
    {
        var market = new MarketColumns { Open = [100, 110], High = [112, 121], Low = [99, 109], Close = [110, 120] };
        var buffers = new SimulationBuffers();
        BuyAndHold.Run(market, new(0, 2), new() { InitialEquity = 1000, FeeRate = 0.01, SlippageBps = 100 }, buffers);

        // Fill 101; quantity 1000 / (101 * 1.01); exit 120 * 0.99 = 118.8, 1 % fee again.
        var quantity = 1000 / (101 * 1.01);
        Assert.Equal(quantity * 110, buffers.Equity.Span[0], 9);
        Assert.Equal(1, buffers.Exposure.Span[0], 9);
        Assert.Equal(quantity * 118.8 * 0.99, buffers.Equity.Span[1], 9);
        var trade = Assert.Single(buffers.Trades.ToArray());
        Assert.Equal(buffers.Equity.Span[1] - 1000, trade.Profit, 9);
        Assert.Equal((0, 1, ExitReason.EndOfData), (trade.EntryIndex, trade.ExitIndex, trade.ExitReason));
        Assert.True(double.IsNaN(trade.ResultInR));
    }

    [Fact]
    public void RandomEntry_OneTradeThatFillsTheRange_IsTheReferenceItself()
    {
        // No place is free, so every draw holds the same bars: in at 100, out at the close 120, half of the equity, no costs.
        var market = new MarketColumns { Open = [100, 110], High = [112, 121], Low = [99, 109], Close = [110, 120] };
        var reference = new ClosedTrade(0, 1, 1, 100, 120, 50, 1000, 0, 0, ExitReason.EndOfData);
        var options = new SimulationOptions { FeeRate = 0, SlippageBps = 0 };
        var result = RandomEntry.Run(market, new(0, 2), [reference], options, 8760, Objective, 5, StreamKey.FromSeed(1), 1, CancellationToken.None);
        Assert.All(result.Returns, r => Assert.Equal(0.1, r, 12));
        Assert.Equal(50, result.ReturnPercentile(result.Returns[0]));
        Assert.Equal(100, result.ReturnPercentile(0.2));
        Assert.Equal(0, result.CompositePercentile(-10));
    }

    [Fact]
    public void RandomEntry_TimedExit_LeavesAtTheOpen()
    {
        var market = new MarketColumns { Open = [100, 110], High = [112, 121], Low = [99, 109], Close = [110, 120] };
        var reference = new ClosedTrade(0, 1, -1, 100, 110, 50, -500, 0, 0, ExitReason.TimeStop);
        var options = new SimulationOptions { FeeRate = 0.001, SlippageBps = 0 };
        var result = RandomEntry.Run(market, new(0, 2), [reference], options, 8760, Objective, 1, StreamKey.FromSeed(1), 1, CancellationToken.None);
        Assert.Equal((-500 - (0.001 * 50 * 210)) / 10_000, result.Returns[0], 12);
    }

    [Fact]
    public void RandomEntry_AnyThreads_IsBitForBitTheSame()
    {
        var (data, reference) = Reference(2, 3000);
        var one = Draw(data, reference, 60, 1);
        var three = Draw(data, reference, 60, 3);
        Assert.Equal(one.Returns, three.Returns);
        Assert.Equal(one.Composites, three.Composites);
        Assert.True(one.Returns.Distinct().Count() > 50);
    }

    [Fact]
    public void RandomEntry_NoEdge_TheReferenceIsSomewhereInTheMiddle()
    {
        // Signals are noise, so the share of its own kind that a run beats is uniform: its mean over many runs is near 50.
        var sum = 0.0;
        for (var seed = 0UL; seed < 30; seed++)
        {
            var (data, reference) = Reference(seed + 100, 1500);
            var own = reference.Sum(t => t.Profit) / 10_000;
            sum += Draw(data, reference, 60, 2).ReturnPercentile(own);
        }

        Assert.InRange(sum / 30, 30, 70);
    }

    [Fact]
    public void RandomEntry_NoTrades_EarnsNothing()
    {
        var data = new RandomMarket(1, 100);
        var result = Draw(data, [], 3, 1);
        Assert.All(result.Returns, r => Assert.Equal(0, r));
        Assert.Equal(0, result.MedianReturn);
    }

    [Fact]
    public void RandomEntry_ReferenceOutsideTheRangeOrOverlapping_Throws()
    {
        var data = new RandomMarket(1, 10);
        Assert.Throws<ArgumentException>(() => Draw(data, [new(5, 10, 1, 1, 1, 1, 0, 0, 0, ExitReason.Signal)], 1, 1));
        ClosedTrade[] overlapping = [new(0, 6, 1, 1, 1, 1, 0, 0, 0, ExitReason.Signal), new(3, 9, 1, 1, 1, 1, 0, 0, 0, ExitReason.Signal)];
        Assert.Throws<ArgumentException>(() => Draw(data, overlapping, 1, 1));
    }

    [Fact]
    public void RandomEntry_Cancelled_Stops()
    {
        var (data, reference) = Reference(2, 500);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            RandomEntry.Run(data.Market, new(0, 500), reference, new(), 8760, Objective, 5, StreamKey.FromSeed(1), 1, source.Token));
    }

    // Bars that touch stop and target both are rare then, so that the rule to take the stop does not weigh on the reference.
    private static SimulationOptions WideBarriers => new() { StopMultiple = 2, TargetMultiple = 1.5 };

    private static (RandomMarket Data, ClosedTrade[] Trades) Reference(ulong seed, int bars)
    {
        var data = new RandomMarket(seed, bars, 0.1);
        var buffers = new SimulationBuffers();
        SignalBacktest.Run(data.Market, data.Signals, new(0, bars), WideBarriers, buffers);
        Assert.True(buffers.TradeCount > 5);
        return (data, buffers.Trades.ToArray());
    }

    private static RandomEntryResult Draw(RandomMarket data, ClosedTrade[] reference, int draws, int threads) =>
        RandomEntry.Run(
            data.Market, new IndexRange(0, data.Close.Length), reference, WideBarriers, 8760, Objective, draws, StreamKey.FromSeed(7), threads, CancellationToken.None);
}
