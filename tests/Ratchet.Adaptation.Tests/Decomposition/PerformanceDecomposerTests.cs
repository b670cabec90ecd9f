using System.Buffers;
using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Regimes;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Journal;

namespace Ratchet.Adaptation.Tests.Decomposition;

public sealed class PerformanceDecomposerTests
{
    private const int Strategies = 3;
    private const int Symbols = 2;
    private static readonly DecomposerOptions Small = new() { LastTrades = 7, LastMilliseconds = 40 * 3_600_000L, MostTimedTrades = 25 };

    [Fact]
    public void Figures_HandCalculatedTrades_AreTheseNumbers()
    {
        // R: +2, -1, -1, 0, +1, -1. Wins 2 of 6, mean win 1.5; losses 3 of 6, mean loss 1. Expectancy 2/6 x 1.5 - 3/6 x 1 = 0. Profit factor 3/3 = 1.
        // Path 2, 1, 0, 0, 1, 0: deepest fall 2. Longest run of losses 2, current 1.
        var decomposer = new PerformanceDecomposer(new(), 1, 1);
        double[] results = [2, -1, -1, 0, 1, -1];
        for (var i = 0; i < results.Length; i++)
        {
            Assert.True(decomposer.Add(new(0, 0, MarketRegime.TrendUp, 1, i, i, results[i] * 10, 1, 0.5, results[i], false)));
        }

        var f = decomposer.Figures(TradeGroup.All, TradeWindow.All, 6);
        Assert.Equal(6, f.Trades);
        Assert.Equal(1.0 / 3, f.WinRate, 12);
        Assert.Equal(0.5, f.LossRate, 12);
        Assert.Equal(1.5, f.AverageWin, 12);
        Assert.Equal(1, f.AverageLoss, 12);
        Assert.Equal(0, f.Expectancy, 12);
        Assert.Equal(1, f.ProfitFactor, 12);
        Assert.Equal(0, f.Sharpe, 12);
        Assert.Equal(2, f.Drawdown, 12);
        Assert.Equal(20, f.MoneyDrawdown, 12);
        Assert.Equal(3, f.Fees, 12);
        Assert.Equal((1, 2), (f.LosingRun, f.LongestLosingRun));
    }

    [Fact]
    public void Figures_EveryGroupingAndWindow_EqualThePlainComputation()
    {
        var random = StreamKey.FromSeed(11).Derive("decomposer").Open();
        var decomposer = new PerformanceDecomposer(Small, Strategies, Symbols);
        var trades = new List<StrategyTrade>();
        var time = 0L;
        for (var i = 0; i < 900; i++)
        {
            var trade = RandomTrades.Next(random, Strategies, Symbols, ref time);
            trades.Add(trade);
            decomposer.Add(trade);
            if (i % 30 != 0)
            {
                continue;
            }

            var now = time + (random.NextInt(3) * 15 * 3_600_000L);
            for (var g = 0; g < 8; g++)
            {
                foreach (var group in decomposer.Groups((Grouping)g))
                {
                    var own = trades.Where(t => Belongs(t, group)).ToList();
                    PlainFigures.AssertClose(PlainFigures.Of(own), decomposer.Figures(group, TradeWindow.All, now));
                    PlainFigures.AssertClose(PlainFigures.Of([.. own.TakeLast(Small.LastTrades)]), decomposer.Figures(group, TradeWindow.LastTrades, now));
                    var young = own.TakeLast(Small.MostTimedTrades).Where(t => now - t.ExitTime <= Small.LastMilliseconds).ToList();
                    PlainFigures.AssertClose(PlainFigures.Of(young), decomposer.Figures(group, TradeWindow.LastTime, now));
                }
            }
        }

        Assert.Equal(Strategies * Symbols * RegimeNames.Count, decomposer.Groups(Grouping.Strategy | Grouping.Symbol | Grouping.Regime).Count());
    }

    [Fact]
    public void TopAndBottom_ByAnyMetric_AreTheEndsOfTheRanking()
    {
        var random = StreamKey.FromSeed(12).Open();
        var decomposer = new PerformanceDecomposer(Small, Strategies, Symbols);
        var time = 0L;
        for (var i = 0; i < 300; i++)
        {
            decomposer.Add(RandomTrades.Next(random, Strategies, Symbols, ref time));
        }

        foreach (var metric in Enum.GetValues<PerformanceMetric>())
        {
            var all = decomposer.Groups(Grouping.Regime).Select(g => decomposer.Figures(g, TradeWindow.All, time).Value(metric)).Order().ToArray();
            var top = decomposer.Top(Grouping.Regime, TradeWindow.All, time, metric, 2).Select(r => r.Value).ToArray();
            var bottom = decomposer.Bottom(Grouping.Regime, TradeWindow.All, time, metric, 2).Select(r => r.Value).ToArray();
            var smallerIsBetter = metric is PerformanceMetric.Drawdown or PerformanceMetric.LongestLosingRun;
            Assert.Equal(smallerIsBetter ? [all[0], all[1]] : [all[^1], all[^2]], top);
            Assert.Equal(smallerIsBetter ? [all[^1], all[^2]] : [all[0], all[1]], bottom);
        }
    }

    [Fact]
    public void Add_ResultThatIsNoNumber_IsLeftOutAndCounted()
    {
        var decomposer = new PerformanceDecomposer(Small, 1, 1);
        Assert.False(decomposer.Add(new(0, 0, MarketRegime.Unknown, 1, 0, 1, 5, 1, 0, double.NaN, false)));
        Assert.Equal((0, 1), (decomposer.Count, decomposer.LeftOut));
        Assert.Equal(0, decomposer.Figures(TradeGroup.All, TradeWindow.All, 1).Trades);
        Assert.True(double.IsNaN(decomposer.Figures(TradeGroup.All, TradeWindow.All, 1).Expectancy));
    }

    [Fact]
    public void Read_WhatWasWritten_GoesOnToTheBit()
    {
        var random = StreamKey.FromSeed(13).Open();
        var first = new PerformanceDecomposer(Small, Strategies, Symbols);
        var time = 0L;
        for (var i = 0; i < 333; i++)
        {
            first.Add(RandomTrades.Next(random, Strategies, Symbols, ref time));
        }

        var second = new PerformanceDecomposer(Small, Strategies, Symbols);
        var reader = new StateReader(Bytes(first));
        second.Read(ref reader);
        Assert.True(reader.AtEnd);
        Assert.Equal(Bytes(first), Bytes(second));
        for (var i = 0; i < 200; i++)
        {
            var trade = RandomTrades.Next(random, Strategies, Symbols, ref time);
            first.Add(trade);
            second.Add(trade);
            Assert.Equal(
                first.Figures(new(trade.Strategy, null, trade.Regime), TradeWindow.LastTrades, time),
                second.Figures(new(trade.Strategy, null, trade.Regime), TradeWindow.LastTrades, time));
        }

        Assert.Equal(Bytes(first), Bytes(second));
    }

    [Fact]
    public void Add_ManyTrades_MemoryStaysBounded()
    {
        var random = StreamKey.FromSeed(14).Open();
        var decomposer = new PerformanceDecomposer(Small, Strategies, Symbols);
        var time = 0L;
        for (var i = 0; i < 20_000; i++)
        {
            decomposer.Add(RandomTrades.Next(random, Strategies, Symbols, ref time));
        }

        var half = Bytes(decomposer).Length;
        for (var i = 0; i < 20_000; i++)
        {
            decomposer.Add(RandomTrades.Next(random, Strategies, Symbols, ref time));
        }

        Assert.InRange(Bytes(decomposer).Length, 1, half * 1.1);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void Validate_LastTrades_HasABound(int value, bool holds)
    {
        var exception = Record.Exception(() => new DecomposerOptions { LastTrades = value }.Validate());
        Assert.Equal(holds, exception is null);
    }

    private static bool Belongs(StrategyTrade trade, TradeGroup group) =>
        (group.Strategy ?? trade.Strategy) == trade.Strategy && (group.Symbol ?? trade.Symbol) == trade.Symbol && (group.Regime ?? trade.Regime) == trade.Regime;

    private static byte[] Bytes(PerformanceDecomposer decomposer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        decomposer.Write(new(buffer));
        return buffer.WrittenSpan.ToArray();
    }
}
