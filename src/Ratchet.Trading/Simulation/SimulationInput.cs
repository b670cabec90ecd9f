using Ratchet.Numerics.Windows;

namespace Ratchet.Trading.Simulation;

/// <summary>Checks the lengths of columns and the range before a simulation reads them.</summary>
internal static class SimulationInput
{
    public static void Check(in MarketColumns market, IndexRange range)
    {
        var bars = market.Close.Length;
        Length(market.Open.Length, bars, "market.Open");
        Length(market.High.Length, bars, "market.High");
        Length(market.Low.Length, bars, "market.Low");
        if (range.Start < 0 || range.End > bars || range.End < range.Start)
        {
            throw new ArgumentOutOfRangeException(nameof(range), range, $"The range must lie in [0, {bars}).");
        }
    }

    public static void Check(in SignalColumns signals, int bars)
    {
        Length(signals.Side.Length, bars, "signals.Side");
        Length(signals.Confidence.Length, bars, "signals.Confidence");
        Length(signals.Distance.Length, bars, "signals.Distance");
        Optional(signals.Momentum.Length, bars, "signals.Momentum");
        Optional(signals.Size.Length, bars, "signals.Size");
        Optional(signals.ExitProbability.Length, bars, "signals.ExitProbability");
    }

    private static void Optional(int length, int bars, string column)
    {
        if (length != 0)
        {
            Length(length, bars, column);
        }
    }

    private static void Length(int length, int bars, string column)
    {
        if (length != bars)
        {
            throw new ArgumentException($"{column} has {length} elements and market.Close has {bars}; they must agree.", column);
        }
    }
}
