using Ratchet.Numerics.Windows;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>The plainest baseline: buys at the first open with all equity and sells at the last close, both at the costs of the options.</summary>
public static class BuyAndHold
{
    /// <summary>Runs a range. The quantity is what the equity pays for, fee and slippage included; the trade has no stop and so no risk.</summary>
    /// <param name="market">The prices.</param>
    /// <param name="range">The bars that are held.</param>
    /// <param name="options">Equity, fee and slippage; the rest is not used.</param>
    /// <param name="buffers">Receives the trade, equity and exposure.</param>
    /// <exception cref="ArgumentException">A length, the range or an option is wrong.</exception>
    public static void Run(in MarketColumns market, IndexRange range, SimulationOptions options, SimulationBuffers buffers)
    {
        options.Validate();
        SimulationInput.Check(market, range);
        buffers.Begin(range.Length, options.InitialEquity);
        if (range.IsEmpty)
        {
            return;
        }

        var price = market.Open[range.Start] * (1 + options.SlippageShare);
        var position = new OpenPosition { Cash = options.InitialEquity };
        position.Enter(range.Start, 1, price, options.InitialEquity / (price * (1 + options.FeeRate)), 0, options.FeeRate);
        var equity = buffers.EquityToWrite;
        var exposure = buffers.ExposureToWrite;
        var last = range.Length - 1;
        for (var i = 0; i < last; i++)
        {
            var close = market.Close[range.Start + i];
            var marked = position.Mark(close);
            equity[i] = marked;
            exposure[i] = position.Remaining * close / marked;
        }

        var exit = market.Close[range.End - 1] * (1 - options.SlippageShare);
        buffers.Add(position.CloseAll(range.End - 1, exit, options.FeeRate, ExitReason.EndOfData));
        equity[last] = position.Cash;
        exposure[last] = 0;
    }
}
