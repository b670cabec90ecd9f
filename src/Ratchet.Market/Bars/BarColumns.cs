using Ratchet.Numerics.Windows;

namespace Ratchet.Market.Bars;

/// <summary>The columns of a bar series, one element a bar. The last two may be empty where the source does not give them.</summary>
public sealed record BarColumns
{
    /// <summary>Opening times, milliseconds since 1970-01-01 UTC, strictly rising.</summary>
    public required ReadOnlyMemory<long> OpenTime { get; init; }

    /// <summary>First prices.</summary>
    public required ReadOnlyMemory<double> Open { get; init; }

    /// <summary>Highest prices.</summary>
    public required ReadOnlyMemory<double> High { get; init; }

    /// <summary>Lowest prices.</summary>
    public required ReadOnlyMemory<double> Low { get; init; }

    /// <summary>Last prices.</summary>
    public required ReadOnlyMemory<double> Close { get; init; }

    /// <summary>Volumes in the base asset.</summary>
    public required ReadOnlyMemory<double> Volume { get; init; }

    /// <summary>Trades a bar, or empty.</summary>
    public ReadOnlyMemory<double> TradeCount { get; init; }

    /// <summary>Volume that buyers took, or empty.</summary>
    public ReadOnlyMemory<double> TakerBuyVolume { get; init; }

    /// <summary>A part of every column over the same memory.</summary>
    /// <param name="range">Which bars.</param>
    public BarColumns Slice(IndexRange range) => new()
    {
        OpenTime = OpenTime[range.Start..range.End],
        Open = Open[range.Start..range.End],
        High = High[range.Start..range.End],
        Low = Low[range.Start..range.End],
        Close = Close[range.Start..range.End],
        Volume = Volume[range.Start..range.End],
        TradeCount = TradeCount.IsEmpty ? default : TradeCount[range.Start..range.End],
        TakerBuyVolume = TakerBuyVolume.IsEmpty ? default : TakerBuyVolume[range.Start..range.End],
    };

    internal void Validate()
    {
        var count = OpenTime.Length;
        Check(nameof(Open), Open.Length, count);
        Check(nameof(High), High.Length, count);
        Check(nameof(Low), Low.Length, count);
        Check(nameof(Close), Close.Length, count);
        Check(nameof(Volume), Volume.Length, count);
        if (!TradeCount.IsEmpty)
        {
            Check(nameof(TradeCount), TradeCount.Length, count);
        }

        if (!TakerBuyVolume.IsEmpty)
        {
            Check(nameof(TakerBuyVolume), TakerBuyVolume.Length, count);
        }

        var times = OpenTime.Span;
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] <= times[i - 1])
            {
                throw new ArgumentException($"Opening times must rise strictly: bar {i} opens at {times[i]} ms, bar {i - 1} at {times[i - 1]} ms.");
            }
        }
    }

    private static void Check(string name, int length, int expected)
    {
        if (length != expected)
        {
            throw new ArgumentException($"Column {name} has {length} elements, OpenTime has {expected}; they must agree.", name);
        }
    }
}
