using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Validation.Metrics;
using Ratchet.Validation.Objectives;

namespace Ratchet.Trading.Simulation;

/// <summary>
/// The baseline that a strategy must beat to show timing: as many trades as a reference, with the same sides, holding times and kinds of exit,
/// in shuffled order at random places that do not overlap. Whatever this earns is earned by being in the market, not by choosing when.
/// </summary>
public static class RandomEntry
{
    /// <summary>
    /// Makes the draws. Every trade's entry value is the reference's mean share of equity at entry; entries are at opens. A trade whose reference
    /// was closed by time or signal leaves at the open of its exit bar, every other at its close; one that ended at a target does not slip and
    /// pays the target fee. The places are n sorted uniform offsets into the bars that are left over. Draw i depends on the key's child i only, so
    /// the result is the same for any number of threads. Cost: draws times (bars + the metrics).
    /// </summary>
    /// <param name="market">The prices.</param>
    /// <param name="range">The bars of the reference's run.</param>
    /// <param name="reference">The strategy's closed trades in order, inside the range.</param>
    /// <param name="options">Equity and costs.</param>
    /// <param name="periodsPerYear">Bars in a year.</param>
    /// <param name="objective">Scores each draw; called from several threads at once.</param>
    /// <param name="draws">How many, from 1.</param>
    /// <param name="key">Names the random streams.</param>
    /// <param name="threads">How many threads, from 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A length, the range, an option or a trade is wrong.</exception>
    public static RandomEntryResult Run(
        in MarketColumns market,
        IndexRange range,
        ReadOnlySpan<ClosedTrade> reference,
        SimulationOptions options,
        double periodsPerYear,
        IObjective objective,
        int draws,
        StreamKey key,
        int threads,
        CancellationToken cancellationToken)
    {
        options.Validate();
        SimulationInput.Check(market, range);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var plan = RandomEntryPlan.From(range, reference, options);
        var open = market.Open[range.Start..range.End].ToArray();
        var close = market.Close[range.Start..range.End].ToArray();
        var returns = new double[draws];
        var composites = new double[draws];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(
            0,
            draws,
            parallel,
            () => new RandomEntryDraw(open, close, range.Start, plan, options),
            (draw, _, worker) =>
            {
                worker.Simulate(key.Derive(draw));
                var metrics = PerformanceMetrics.Compute(worker.Buffers.Curve(periodsPerYear), worker.Buffers.Trades, MetricOptions.Default);
                returns[draw] = metrics.TotalReturn;
                composites[draw] = objective.Evaluate(metrics).Composite;
                return worker;
            },
            static _ => { });
        return new(returns, composites);
    }
}
