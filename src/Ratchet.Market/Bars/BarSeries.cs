using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Market.Bars;

/// <summary>
/// Bars of one symbol and one time frame, column by column, oldest first, opening times strictly rising.
/// Immutable: whoever built it does not write to the columns again. Safe to read from any number of threads.
/// </summary>
public sealed class BarSeries
{
    /// <summary>Wraps columns of equal length; nothing is copied.</summary>
    /// <param name="symbol">What was traded.</param>
    /// <param name="timeFrame">The length of a bar.</param>
    /// <param name="columns">The columns.</param>
    /// <exception cref="ArgumentException">Lengths differ, or opening times do not rise strictly.</exception>
    public BarSeries(Symbol symbol, TimeFrame timeFrame, BarColumns columns)
    {
        columns.Validate();
        Symbol = symbol;
        TimeFrame = timeFrame;
        Columns = columns;
    }

    /// <summary>What was traded.</summary>
    public Symbol Symbol { get; }

    /// <summary>The length of a bar.</summary>
    public TimeFrame TimeFrame { get; }

    /// <summary>The columns themselves, for whoever must keep them beyond a span's life.</summary>
    public BarColumns Columns { get; }

    /// <summary>How many bars there are.</summary>
    public int Count => Columns.OpenTime.Length;

    /// <summary>Opening times, milliseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> OpenTime => Columns.OpenTime.Span;

    /// <summary>First prices.</summary>
    public ReadOnlySpan<double> Open => Columns.Open.Span;

    /// <summary>Highest prices.</summary>
    public ReadOnlySpan<double> High => Columns.High.Span;

    /// <summary>Lowest prices.</summary>
    public ReadOnlySpan<double> Low => Columns.Low.Span;

    /// <summary>Last prices.</summary>
    public ReadOnlySpan<double> Close => Columns.Close.Span;

    /// <summary>Volumes in the base asset.</summary>
    public ReadOnlySpan<double> Volume => Columns.Volume.Span;

    /// <summary>One bar.</summary>
    /// <param name="index">0 is the oldest.</param>
    public Bar this[int index] => new(
        Columns.OpenTime.Span[index],
        Columns.Open.Span[index],
        Columns.High.Span[index],
        Columns.Low.Span[index],
        Columns.Close.Span[index],
        Columns.Volume.Span[index],
        Columns.TradeCount.IsEmpty ? double.NaN : Columns.TradeCount.Span[index],
        Columns.TakerBuyVolume.IsEmpty ? double.NaN : Columns.TakerBuyVolume.Span[index]);

    /// <summary>A part of the series over the same memory.</summary>
    /// <param name="range">Which bars.</param>
    public BarSeries Slice(IndexRange range) => new(Symbol, TimeFrame, Columns.Slice(range));
}
