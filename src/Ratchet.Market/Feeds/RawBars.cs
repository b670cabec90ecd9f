namespace Ratchet.Market.Feeds;

/// <summary>
/// Rows as a source gave them, before any check: times may repeat or run backwards, prices may contradict each other, and a field that the source
/// left empty is NaN. Column by column; row i came from line <see cref="Line"/>[i] of the source.
/// </summary>
public sealed record RawBars
{
    /// <summary>Opening times, milliseconds since 1970-01-01 UTC, in the order of the rows.</summary>
    public required long[] OpenTime { get; init; }

    /// <summary>First prices.</summary>
    public required double[] Open { get; init; }

    /// <summary>Highest prices.</summary>
    public required double[] High { get; init; }

    /// <summary>Lowest prices.</summary>
    public required double[] Low { get; init; }

    /// <summary>Last prices.</summary>
    public required double[] Close { get; init; }

    /// <summary>Volumes in the base asset.</summary>
    public required double[] Volume { get; init; }

    /// <summary>Trades a bar, or empty where the source has no such column.</summary>
    public double[] TradeCount { get; init; } = [];

    /// <summary>Volume that buyers took, or empty where the source has no such column.</summary>
    public double[] TakerBuyVolume { get; init; } = [];

    /// <summary>The line of the source that each row came from, counted from 1.</summary>
    public required int[] Line { get; init; }

    /// <summary>How many rows.</summary>
    public int Count => OpenTime.Length;

    /// <summary>Some of the rows, in the order given.</summary>
    /// <param name="rows">Indices of rows.</param>
    public RawBars Select(ReadOnlySpan<int> rows) => new()
    {
        OpenTime = Take(OpenTime, rows),
        Open = Take(Open, rows),
        High = Take(High, rows),
        Low = Take(Low, rows),
        Close = Take(Close, rows),
        Volume = Take(Volume, rows),
        TradeCount = TradeCount.Length == 0 ? [] : Take(TradeCount, rows),
        TakerBuyVolume = TakerBuyVolume.Length == 0 ? [] : Take(TakerBuyVolume, rows),
        Line = Take(Line, rows),
    };

    private static T[] Take<T>(T[] column, ReadOnlySpan<int> rows)
    {
        var taken = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            taken[i] = column[rows[i]];
        }

        return taken;
    }
}
