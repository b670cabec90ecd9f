using FsCheck;
using FsCheck.Fluent;
using Ratchet.Numerics.Windows;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Tests.Simulation;

public sealed class SignalBacktestPropertyTests
{
    [Fact]
    public void Run_RandomInputs_AgreesWithTheReferenceTradeForTrade()
    {
        var trades = 0;
        var reasons = new HashSet<ExitReason>();
        for (var seed = 0UL; seed < 300; seed++)
        {
            var data = new RandomMarket(seed, 400, signalShare: 0.1 + (seed % 9 * 0.1));
            var options = RandomMarket.Options(seed);
            var range = new IndexRange((int)(seed % 50), 400 - (int)(seed % 30));
            var buffers = new SimulationBuffers();
            SignalBacktest.Run(data.Market, data.Signals, range, options, buffers);
            var reference = new ReferenceBacktest(data, options);
            reference.Run(range);

            Assert.Equal(reference.Trades.Count, buffers.TradeCount);
            for (var i = 0; i < buffers.TradeCount; i++)
            {
                Same(reference.Trades[i], buffers.Trades[i], $"seed {seed}, trade {i}");
                reasons.Add(buffers.Trades[i].ExitReason);
            }

            var equity = buffers.Equity.ToArray();
            Assert.Equal(reference.Equity.Count, equity.Length);
            for (var i = 0; i < equity.Length; i++)
            {
                Assert.Equal(reference.Equity[i], equity[i], 1e-6);
            }

            trades += buffers.TradeCount;
        }

        Assert.True(trades > 5_000, $"{trades} trades compared");
        Assert.Equal(7, reasons.Count);
    }

    [Fact]
    public void Run_AnyInputs_EquityIsTheStartPlusTheProfitsWhenFlat() =>
        Check.QuickThrowOnFailure(Prop.ForAll<uint>(seed =>
        {
            var buffers = Simulate(new RandomMarket(seed, 300), RandomMarket.Options(seed));
            var equity = buffers.Equity.ToArray();
            var exposure = buffers.Exposure.ToArray();
            var trades = buffers.Trades.ToArray();
            return Enumerable.Range(0, equity.Length).Where(t => exposure[t] == 0).All(t =>
                Math.Abs(equity[t] - 10_000 - trades.Where(x => x.ExitIndex <= t).Sum(x => x.Profit)) < 1e-6);
        }));

    [Fact]
    public void Run_AnyInputs_TradesDoNotOverlapAndKeepTheirLimits() =>
        Check.QuickThrowOnFailure(Prop.ForAll<uint>(seed =>
        {
            var data = new RandomMarket(seed, 300);
            var options = RandomMarket.Options(seed);
            var buffers = Simulate(data, options);
            var equity = 10_000.0;
            var last = -1;
            foreach (var trade in buffers.Trades)
            {
                if (trade.EntryIndex <= last || trade.ExitIndex < trade.EntryIndex || trade.ExitIndex - trade.EntryIndex > options.HorizonBars
                    || trade.Risk > (equity * options.RiskPerTrade) + 1e-9
                    || trade.Quantity * trade.EntryPrice > (equity * options.MaximumGrossPerSymbol) + 1e-9
                    || trade.Side != data.Side[trade.EntryIndex - 1])
                {
                    return false;
                }

                last = trade.ExitIndex;
                equity += trade.Profit;
            }

            return true;
        }));

    [Fact]
    public void Run_FutureChanged_LeavesThePastBitForBit() =>
        Check.QuickThrowOnFailure(Prop.ForAll<uint>(seed =>
        {
            var options = RandomMarket.Options(seed);
            var cut = 50 + (int)(seed % 200);
            var data = new RandomMarket(seed, 300);
            var before = Simulate(data, options);
            for (var t = cut; t < 300; t++)
            {
                data.Open[t] *= 1.3;
                data.High[t] *= 1.5;
                data.Low[t] *= 0.7;
                data.Close[t] *= 0.9;
                data.Side[t] = (sbyte)-data.Side[t];
                data.Distance[t] *= 2;
                data.ExitProbability[t] = 0.9;
            }

            var after = Simulate(data, options);
            return before.Equity.Span[..cut].SequenceEqual(after.Equity.Span[..cut])
                && before.Trades.ToArray().Where(t => t.ExitIndex < cut).SequenceEqual(after.Trades.ToArray().Where(t => t.ExitIndex < cut));
        }));

    [Fact]
    public void Run_RowsOutsideTheRangeArePoison_NothingChanges()
    {
        var options = RandomMarket.Options(3);
        var range = new IndexRange(100, 250);
        var data = new RandomMarket(3, 300);
        var clean = new SimulationBuffers();
        SignalBacktest.Run(data.Market, data.Signals, range, options, clean);
        for (var t = 0; t < 300; t++)
        {
            if (!range.Contains(t))
            {
                (data.Open[t], data.High[t], data.Low[t], data.Close[t]) = (double.NaN, double.NaN, double.NaN, double.NaN);
                (data.Side[t], data.Confidence[t], data.ExitProbability[t]) = (1, 1, 1);
            }
        }

        var poisoned = new SimulationBuffers();
        SignalBacktest.Run(data.Market, data.Signals, range, options, poisoned);
        Assert.True(clean.TradeCount > 0);
        Assert.Equal(clean.Trades.ToArray(), poisoned.Trades.ToArray());
        Assert.Equal(clean.Equity.ToArray(), poisoned.Equity.ToArray());
    }

    [Fact]
    public void Run_WarmBuffers_AllocatesNothing()
    {
        var data = new RandomMarket(1, 20_000);
        var options = new SimulationOptions { ConfidenceThreshold = 0.3 };
        var buffers = new SimulationBuffers();
        var range = new IndexRange(0, 20_000);
        for (var i = 0; i < 3; i++)
        {
            SignalBacktest.Run(data.Market, data.Signals, range, options, buffers);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        SignalBacktest.Run(data.Market, data.Signals, range, options, buffers);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(buffers.TradeCount > 500);
    }

    [Fact]
    public void Run_UsedBuffers_GiveTheSameAsNewOnes()
    {
        var options = RandomMarket.Options(5);
        var used = Simulate(new RandomMarket(4, 900), options);
        var data = new RandomMarket(5, 300);
        SignalBacktest.Run(data.Market, data.Signals, new(0, 300), options, used);
        var fresh = Simulate(data, options);
        Assert.Equal(fresh.Trades.ToArray(), used.Trades.ToArray());
        Assert.Equal(fresh.Equity.ToArray(), used.Equity.ToArray());
        Assert.Equal(fresh.Exposure.ToArray(), used.Exposure.ToArray());
    }

    [Fact]
    public void Run_ColumnOfAnotherLength_Throws()
    {
        var data = new RandomMarket(5, 30);
        var error = Assert.Throws<ArgumentException>(() =>
        {
            var signals = new SignalColumns { Side = data.Side, Confidence = data.Confidence, Distance = data.Distance, Size = new double[29] };
            SignalBacktest.Run(data.Market, signals, new(0, 30), new(), new());
        });
        Assert.Contains("signals.Size has 29", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SignalBacktest.Run(data.Market, data.Signals, new(0, 31), new(), new()));
    }

    private static SimulationBuffers Simulate(RandomMarket data, SimulationOptions options)
    {
        var buffers = new SimulationBuffers();
        SignalBacktest.Run(data.Market, data.Signals, new(0, data.Close.Length), options, buffers);
        return buffers;
    }

    private static void Same(ClosedTrade expected, ClosedTrade actual, string where)
    {
        Assert.True(
            (expected.EntryIndex, expected.ExitIndex, expected.Side, expected.ExitReason) == (actual.EntryIndex, actual.ExitIndex, actual.Side, actual.ExitReason),
            $"{where}: {expected} against {actual}");
        Assert.Equal(expected.EntryPrice, actual.EntryPrice, 1e-9);
        Assert.Equal(expected.ExitPrice, actual.ExitPrice, 1e-9);
        Assert.Equal(expected.Quantity, actual.Quantity, 1e-9);
        Assert.Equal(expected.Profit, actual.Profit, 1e-7);
        Assert.Equal(expected.Fees, actual.Fees, 1e-7);
        Assert.Equal(expected.Risk, actual.Risk, 1e-7);
    }
}
