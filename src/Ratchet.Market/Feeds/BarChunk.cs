namespace Ratchet.Market.Feeds;

/// <summary>
/// Some rows of a file of bars, unchecked, in the file's order. The memory is used again for the next rows: whoever wants to keep them copies them.
/// </summary>
public sealed class BarChunk
{
    internal const int Rows = 8192;
    internal const int TradesColumn = 5;
    internal const int TakerColumn = 6;

    internal BarChunk(bool hasTrades, bool hasTaker)
    {
        var columns = new double[7][];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = (c != TradesColumn || hasTrades) && (c != TakerColumn || hasTaker) ? new double[Rows] : [];
        }

        Numbers = columns;
        HasTradeCount = hasTrades;
        HasTakerBuyVolume = hasTaker;
    }

    /// <summary>How many rows.</summary>
    public int Count { get; internal set; }

    /// <summary>Whether the source has a column of trade counts.</summary>
    public bool HasTradeCount { get; }

    /// <summary>Whether the source has a column of the volume that buyers took.</summary>
    public bool HasTakerBuyVolume { get; }

    /// <summary>Opening times, milliseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> OpenTime => Times.AsSpan(0, Count);

    /// <summary>First prices; NaN where the field was empty, as in every column.</summary>
    public ReadOnlySpan<double> Open => Numbers[0].AsSpan(0, Count);

    /// <summary>Highest prices.</summary>
    public ReadOnlySpan<double> High => Numbers[1].AsSpan(0, Count);

    /// <summary>Lowest prices.</summary>
    public ReadOnlySpan<double> Low => Numbers[2].AsSpan(0, Count);

    /// <summary>Last prices.</summary>
    public ReadOnlySpan<double> Close => Numbers[3].AsSpan(0, Count);

    /// <summary>Volumes in the base asset.</summary>
    public ReadOnlySpan<double> Volume => Numbers[4].AsSpan(0, Count);

    /// <summary>Trades a bar; empty where the source has no such column.</summary>
    public ReadOnlySpan<double> TradeCount => HasTradeCount ? Numbers[TradesColumn].AsSpan(0, Count) : [];

    /// <summary>Volume that buyers took; empty where the source has no such column.</summary>
    public ReadOnlySpan<double> TakerBuyVolume => HasTakerBuyVolume ? Numbers[TakerColumn].AsSpan(0, Count) : [];

    /// <summary>The line of the source that each row came from, counted from 1.</summary>
    public ReadOnlySpan<int> Line => Lines.AsSpan(0, Count);

    internal long[] Times { get; } = new long[Rows];

    internal double[][] Numbers { get; }

    internal int[] Lines { get; } = new int[Rows];

    internal void Add(long time, in PriceRow row, int line)
    {
        var i = Count++;
        Times[i] = time;
        Lines[i] = line;
        Numbers[0][i] = row.Open;
        Numbers[1][i] = row.High;
        Numbers[2][i] = row.Low;
        Numbers[3][i] = row.Close;
        Numbers[4][i] = row.Volume;
        if (HasTradeCount)
        {
            Numbers[TradesColumn][i] = row.Trades;
        }

        if (HasTakerBuyVolume)
        {
            Numbers[TakerColumn][i] = row.TakerBuy;
        }
    }
}
