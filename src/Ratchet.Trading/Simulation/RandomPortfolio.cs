using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>
/// <see cref="RandomEntry"/> for several strategies and symbols at a time, returns only: each slot's trades are placed at random on its own symbol, and the money that
/// all slots made is added up. A slot reckons with the whole balance and with its own results, not with those of the others; for one slot the returns are those of
/// <see cref="RandomEntry.Run"/> with the key's child 0. Draw i depends on the key alone, so the result is the same for any number of threads. Cost: draws times trades.
/// </summary>
public static class RandomPortfolio
{
    /// <summary>Makes the draws.</summary>
    /// <param name="slots">What is imitated.</param>
    /// <param name="options">Equity and costs; the rest is not used.</param>
    /// <param name="draws">How many, from 1.</param>
    /// <param name="key">Names the random streams.</param>
    /// <param name="threads">How many threads, from 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The total return of each draw, a share.</returns>
    /// <exception cref="ArgumentException">Prices differ in length, an option is wrong, or the trades of a slot overlap.</exception>
    public static double[] Returns(IReadOnlyList<RandomSlot> slots, SimulationOptions options, int draws, StreamKey key, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(slots);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        options.Validate();
        var plans = new RandomEntryPlan[slots.Count];
        for (var i = 0; i < plans.Length; i++)
        {
            var slot = slots[i];
            if (slot.Open.Length != slot.Close.Length)
            {
                throw new ArgumentException($"slots[{i}] has {slot.Open.Length} opens and {slot.Close.Length} closes; they must agree.", nameof(slots));
            }

            plans[i] = RandomEntryPlan.From(new IndexRange(0, slot.Close.Length), [.. slot.Trades], options);
        }

        var returns = new double[draws];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, draws, parallel, draw =>
        {
            var profit = 0.0;
            for (var i = 0; i < plans.Length; i++)
            {
                profit += Cash(slots[i], plans[i], options, key.Derive(i).Derive(draw)) - options.InitialEquity;
            }

            returns[draw] = profit / options.InitialEquity;
        });
        return returns;
    }

    // The same draws and the same money as RandomEntryDraw, without marking bars in between.
    private static double Cash(RandomSlot slot, RandomEntryPlan plan, SimulationOptions options, StreamKey key)
    {
        var random = key.Open();
        var order = (RandomEntryPlan.Template[])plan.Trades.Clone();
        random.Shuffle(order.AsSpan());
        var offsets = new int[order.Length];
        for (var i = 0; i < offsets.Length; i++)
        {
            offsets[i] = random.NextInt(plan.FreeBars + 1);
        }

        Array.Sort(offsets);
        var open = slot.Open.Span;
        var close = slot.Close.Span;
        var position = new OpenPosition { Cash = options.InitialEquity };
        var held = 0;
        for (var i = 0; i < order.Length; i++)
        {
            var template = order[i];
            var entry = offsets[i] + held;
            var exit = entry + template.HeldBars;
            var slip = options.SlippageShare * template.Side;
            var price = open[entry] * (1 + slip);
            position.Enter(entry, template.Side, price, Math.Max(position.Cash, 0) * plan.EntryShare / price, 0, options.FeeRate);
            var isTarget = template.Reason == ExitReason.Target;
            var left = (template.LeavesAtOpen ? open[exit] : close[exit]) * (isTarget ? 1 : 1 - slip);
            position.CloseAll(exit, left, isTarget ? options.TargetFeeRate : options.FeeRate, template.Reason);
            held += template.HeldBars + 1;
        }

        return position.Cash;
    }
}
