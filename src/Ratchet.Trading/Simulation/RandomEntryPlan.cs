using Ratchet.Numerics.Windows;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Simulation;

/// <summary>What a random draw keeps of its reference: sides, holding times, kinds of exit and the mean size.</summary>
/// <param name="Trades">One element a trade.</param>
/// <param name="EntryShare">The entry value as a share of equity.</param>
/// <param name="FreeBars">Bars of the range that no trade takes.</param>
internal sealed record RandomEntryPlan(RandomEntryPlan.Template[] Trades, double EntryShare, int FreeBars)
{
    /// <summary>Reads the reference.</summary>
    public static RandomEntryPlan From(IndexRange range, ReadOnlySpan<ClosedTrade> reference, SimulationOptions options)
    {
        var trades = new Template[reference.Length];
        var equity = options.InitialEquity;
        var shares = 0.0;
        long taken = 0;
        for (var i = 0; i < reference.Length; i++)
        {
            ref readonly var trade = ref reference[i];
            if (trade.EntryIndex < range.Start || trade.ExitIndex >= range.End || trade.ExitIndex < trade.EntryIndex)
            {
                throw new ArgumentException($"reference[{i}] holds the bars {trade.EntryIndex} to {trade.ExitIndex}; it must lie in {range}.", nameof(reference));
            }

            trades[i] = new(trade.Side, trade.ExitIndex - trade.EntryIndex, trade.ExitReason);
            taken += trades[i].HeldBars + 1L;
            shares += equity > 0 ? trade.Quantity * trade.EntryPrice / equity : 0;
            equity += trade.Profit;
        }

        if (taken > range.Length)
        {
            throw new ArgumentException($"The reference holds {taken} bars of {range.Length}; its trades must not overlap.", nameof(reference));
        }

        return new(trades, reference.IsEmpty ? 0 : shares / reference.Length, range.Length - (int)taken);
    }

    /// <summary>One trade without its place.</summary>
    /// <param name="Side">+1 or -1.</param>
    /// <param name="HeldBars">Exit bar minus entry bar.</param>
    /// <param name="Reason">How the reference left.</param>
    internal readonly record struct Template(int Side, int HeldBars, ExitReason Reason)
    {
        public bool LeavesAtOpen => HeldBars > 0 && Reason is ExitReason.TimeStop or ExitReason.Signal;
    }
}
