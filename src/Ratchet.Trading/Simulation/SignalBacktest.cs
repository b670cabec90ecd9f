using Ratchet.Numerics.Windows;

namespace Ratchet.Trading.Simulation;

/// <summary>
/// The search kernel: one symbol, one position at a time, signals at closes, fills from the next open on. Its model is narrower than an engine's:
/// whole fills, no funding, no lot or tick rounding, no leverage.
/// </summary>
/// <remarks>
/// <para>Entry: flat at the close of t with a side, confidence at or above its threshold, |momentum| at or above its own, a size and a distance above 0:
/// a market order at the open of t + 1. Quantity = min(equity risk min(confidence, 1) size / stop distance, equity gross limit / fill price).
/// Stop and targets are measured from the fill price with the distance of row t.</para>
/// <para>Within a bar: a close that was decided at the last close (time stop, exit model) fills at the open; then the stop, at the open when the bar
/// opens beyond it, else at its price, before any target of the same bar; then the targets, at the open when that is better than their price.
/// Market and stop fills slip against the position and pay the taker fee; targets do not slip and pay the target fee. The entry bar can stop out and
/// reach targets. After the first target, break-even and trailing move the stop from the next bar on; the trailing stop follows the best price
/// since entry. What is open at the end is closed at the last close. A signal at the close of a bar whose position closes at the next open is not used.</para>
/// </remarks>
public static class SignalBacktest
{
    /// <summary>Runs the signals of a range; rows outside it are not read. No allocation once the buffers have grown. Linear in bars.</summary>
    /// <param name="market">The prices.</param>
    /// <param name="signals">The models' columns, as long as the prices.</param>
    /// <param name="range">The bars that are simulated.</param>
    /// <param name="options">Costs, sizes and exits.</param>
    /// <param name="buffers">Receives trades, equity and exposure.</param>
    /// <exception cref="ArgumentException">A length, the range or an option is wrong.</exception>
    public static void Run(in MarketColumns market, in SignalColumns signals, IndexRange range, SimulationOptions options, SimulationBuffers buffers)
    {
        options.Validate();
        SimulationInput.Check(market, range);
        SimulationInput.Check(signals, market.Length);
        buffers.Begin(range.Length, options.InitialEquity);
        if (range.IsEmpty)
        {
            return;
        }

        Span<double> steps = stackalloc double[SimulationOptions.MaximumTargets];
        Span<double> fractions = stackalloc double[SimulationOptions.MaximumTargets];
        var targets = options.TargetSteps.Count;
        for (var i = 0; i < targets; i++)
        {
            steps[i] = options.TargetSteps[i] * options.TargetMultiple;
            fractions[i] = options.TargetFractions[i];
        }

        new SignalRun(market, signals, range, options, steps[..targets], fractions[..targets], buffers).Run();
    }
}
