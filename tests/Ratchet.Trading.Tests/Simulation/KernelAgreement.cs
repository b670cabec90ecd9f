using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Tests.Simulation;

/// <summary>Runs kernel and engine on the same input and compares every trade and every point of the curve.</summary>
internal static class KernelAgreement
{
    public static int Compare(string where, EngineOptions options, BarSeries series, in SignalColumns signals, IndexRange range)
    {
        var buffers = new SimulationBuffers();
        var market = new MarketColumns { Open = series.Open, High = series.High, Low = series.Low, Close = series.Close };
        SignalBacktest.Run(market, signals, range, KernelModel.ToSimulation(options), buffers);
        var result = EngineBacktest.Run(options, series, signals, range, null);
        for (var i = 0; i < Math.Min(buffers.TradeCount, result.Trades.Count); i++)
        {
            Same(buffers.Trades[i], result.Trades[i], series, range.Start, $"{where}, trade {i}");
        }

        Assert.True(buffers.TradeCount == result.Trades.Count, $"{where}: {buffers.TradeCount} against {result.Trades.Count} trades");
        var kernel = buffers.Equity.Span;
        var engine = result.Curve.Equity.Span;
        Assert.Equal(kernel.Length, engine.Length);
        for (var i = 0; i < kernel.Length; i++)
        {
            Near(kernel[i], engine[i], 1e-9 * kernel[i], $"{where}, equity {i}");
            Near(buffers.Exposure.Span[i], result.Curve.Exposure.Span[i], 1e-9, $"{where}, exposure {i}");
        }

        return buffers.TradeCount;
    }

    private static void Same(in ClosedTrade kernel, TradeRecord engine, BarSeries series, int start, string where)
    {
        var text = $"{where}: {kernel} against {engine}";
        Assert.True(
            (kernel.EntryIndex - start, kernel.ExitIndex - start, kernel.Side, kernel.ExitReason.ToString())
            == (engine.EntryBar, engine.ExitBar, engine.Side, engine.Reason == Trading.Journal.AuditReason.ExitSignal ? nameof(ExitReason.Signal) : engine.Reason.ToString()),
            text);
        Assert.True(series.OpenTime[kernel.EntryIndex] == engine.EntryTime, text);
        Near(kernel.EntryPrice, (double)engine.EntryPrice, 1e-9 * kernel.EntryPrice, text);
        Near(kernel.ExitPrice, (double)engine.ExitPrice, 1e-9 * kernel.ExitPrice, text);
        Near(kernel.Quantity, (double)engine.Quantity, 1e-9 * kernel.Quantity, text);
        Near(kernel.Risk, (double)engine.Risk, 1e-9 * kernel.Risk, text);
        Near(kernel.Fees, (double)engine.Fees, 1e-9 * kernel.Fees, text);
        Near(kernel.Profit, (double)engine.Profit, 1e-9 * Math.Max(Math.Abs(kernel.Profit), 1e-3 * kernel.Quantity * kernel.EntryPrice), text);
    }

    private static void Near(double expected, double actual, double tolerance, string where) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance + 1e-12, $"{where}: {expected:R} against {actual:R}");
}
