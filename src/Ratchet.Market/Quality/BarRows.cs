using Ratchet.Market.Feeds;

namespace Ratchet.Market.Quality;

/// <summary>Rows of bars as spans over whoever's memory: a chunk of a file, a whole file, or rows that a check let through.</summary>
public readonly ref struct BarRows
{
    /// <summary>Opening times, milliseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> OpenTime { get; init; }

    /// <summary>First prices; NaN where there is none, as in every column.</summary>
    public ReadOnlySpan<double> Open { get; init; }

    /// <summary>Highest prices.</summary>
    public ReadOnlySpan<double> High { get; init; }

    /// <summary>Lowest prices.</summary>
    public ReadOnlySpan<double> Low { get; init; }

    /// <summary>Last prices.</summary>
    public ReadOnlySpan<double> Close { get; init; }

    /// <summary>Volumes in the base asset.</summary>
    public ReadOnlySpan<double> Volume { get; init; }

    /// <summary>Trades a bar, or empty.</summary>
    public ReadOnlySpan<double> TradeCount { get; init; }

    /// <summary>Volume that buyers took, or empty.</summary>
    public ReadOnlySpan<double> TakerBuyVolume { get; init; }

    /// <summary>The line of the source that each row came from.</summary>
    public ReadOnlySpan<int> Line { get; init; }

    /// <summary>How many rows.</summary>
    public int Count => OpenTime.Length;

    /// <summary>The rows of a chunk, over its memory.</summary>
    /// <param name="chunk">The chunk.</param>
    public static BarRows Of(BarChunk chunk) => new()
    {
        OpenTime = chunk.OpenTime,
        Open = chunk.Open,
        High = chunk.High,
        Low = chunk.Low,
        Close = chunk.Close,
        Volume = chunk.Volume,
        TradeCount = chunk.TradeCount,
        TakerBuyVolume = chunk.TakerBuyVolume,
        Line = chunk.Line,
    };

    /// <summary>Raw rows, over their memory.</summary>
    /// <param name="bars">The rows.</param>
    public static BarRows Of(RawBars bars) => new()
    {
        OpenTime = bars.OpenTime,
        Open = bars.Open,
        High = bars.High,
        Low = bars.Low,
        Close = bars.Close,
        Volume = bars.Volume,
        TradeCount = bars.TradeCount,
        TakerBuyVolume = bars.TakerBuyVolume,
        Line = bars.Line,
    };

    /// <summary>Rows that were collected, over their memory.</summary>
    internal static BarRows Of(RawBarBuffer rows) => new()
    {
        OpenTime = rows.OpenTime,
        Open = rows.Open,
        High = rows.High,
        Low = rows.Low,
        Close = rows.Close,
        Volume = rows.Volume,
        TradeCount = rows.TradeCount,
        TakerBuyVolume = rows.TakerBuyVolume,
        Line = rows.Line,
    };

    /// <summary>Some neighbouring rows.</summary>
    /// <param name="start">The first.</param>
    /// <param name="count">How many.</param>
    public BarRows Slice(int start, int count) => new()
    {
        OpenTime = OpenTime.Slice(start, count),
        Open = Open.Slice(start, count),
        High = High.Slice(start, count),
        Low = Low.Slice(start, count),
        Close = Close.Slice(start, count),
        Volume = Volume.Slice(start, count),
        TradeCount = TradeCount.IsEmpty ? default : TradeCount.Slice(start, count),
        TakerBuyVolume = TakerBuyVolume.IsEmpty ? default : TakerBuyVolume.Slice(start, count),
        Line = Line.Slice(start, count),
    };

    internal BarRow Row(int i) => new(
        OpenTime[i], Open[i], High[i], Low[i], Close[i], Volume[i],
        TradeCount.IsEmpty ? double.NaN : TradeCount[i], TakerBuyVolume.IsEmpty ? double.NaN : TakerBuyVolume[i], Line[i]);
}
