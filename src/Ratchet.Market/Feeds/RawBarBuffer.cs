namespace Ratchet.Market.Feeds;

/// <summary>Raw rows that grow row by row or chunk by chunk; columns double when they are full, and keep their memory when cleared.</summary>
/// <param name="capacity">Rows that there is room for at first.</param>
/// <param name="hasTrades">Whether trades are counted.</param>
/// <param name="hasTaker">Whether the volume that buyers took is known.</param>
internal sealed class RawBarBuffer(int capacity, bool hasTrades = false, bool hasTaker = false)
{
    private long[] time = new long[capacity];
    private double[] open = new double[capacity];
    private double[] high = new double[capacity];
    private double[] low = new double[capacity];
    private double[] close = new double[capacity];
    private double[] volume = new double[capacity];
    private double[] trades = hasTrades ? new double[capacity] : [];
    private double[] taker = hasTaker ? new double[capacity] : [];
    private int[] line = new int[capacity];

    public int Count { get; private set; }

    public bool HasTradeCount { get; private set; } = hasTrades;

    public bool HasTakerBuyVolume { get; private set; } = hasTaker;

    public ReadOnlySpan<long> OpenTime => time.AsSpan(0, Count);

    public ReadOnlySpan<double> Open => open.AsSpan(0, Count);

    public ReadOnlySpan<double> High => high.AsSpan(0, Count);

    public ReadOnlySpan<double> Low => low.AsSpan(0, Count);

    public ReadOnlySpan<double> Close => close.AsSpan(0, Count);

    public ReadOnlySpan<double> Volume => volume.AsSpan(0, Count);

    /// <summary>Empty where trades are not counted.</summary>
    public ReadOnlySpan<double> TradeCount => HasTradeCount ? trades.AsSpan(0, Count) : default;

    /// <summary>Empty where it is not known.</summary>
    public ReadOnlySpan<double> TakerBuyVolume => HasTakerBuyVolume ? taker.AsSpan(0, Count) : default;

    public ReadOnlySpan<int> Line => line.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Makes room for the optional columns where rows have them; rows that are there already have NaN.</summary>
    public void Allow(bool tradeCount, bool takerBuyVolume)
    {
        if (tradeCount && !HasTradeCount)
        {
            HasTradeCount = true;
            trades = new double[time.Length];
            trades.AsSpan(0, Count).Fill(double.NaN);
        }

        if (takerBuyVolume && !HasTakerBuyVolume)
        {
            HasTakerBuyVolume = true;
            taker = new double[time.Length];
            taker.AsSpan(0, Count).Fill(double.NaN);
        }
    }

    public void Add(long openTime, in PriceRow row, int source)
    {
        if (Count == time.Length)
        {
            Resize(Math.Max(16, Count * 2));
        }

        var i = Count++;
        time[i] = openTime;
        open[i] = row.Open;
        high[i] = row.High;
        low[i] = row.Low;
        close[i] = row.Close;
        volume[i] = row.Volume;
        line[i] = source;
        if (HasTradeCount)
        {
            trades[i] = row.Trades;
        }

        if (HasTakerBuyVolume)
        {
            taker[i] = row.TakerBuy;
        }
    }

    /// <summary>Adds a chunk that has the optional columns which this has.</summary>
    public void Append(BarChunk chunk)
    {
        var count = Count + chunk.Count;
        if (count > time.Length)
        {
            Resize(Math.Max(count, time.Length * 2));
        }

        chunk.OpenTime.CopyTo(time.AsSpan(Count));
        chunk.Open.CopyTo(open.AsSpan(Count));
        chunk.High.CopyTo(high.AsSpan(Count));
        chunk.Low.CopyTo(low.AsSpan(Count));
        chunk.Close.CopyTo(close.AsSpan(Count));
        chunk.Volume.CopyTo(volume.AsSpan(Count));
        chunk.Line.CopyTo(line.AsSpan(Count));
        if (HasTradeCount)
        {
            chunk.TradeCount.CopyTo(trades.AsSpan(Count));
        }

        if (HasTakerBuyVolume)
        {
            chunk.TakerBuyVolume.CopyTo(taker.AsSpan(Count));
        }

        Count = count;
    }

    /// <summary>A copy of the rows.</summary>
    public RawBars Copy() => new()
    {
        OpenTime = time[..Count],
        Open = open[..Count],
        High = high[..Count],
        Low = low[..Count],
        Close = close[..Count],
        Volume = volume[..Count],
        TradeCount = HasTradeCount ? trades[..Count] : [],
        TakerBuyVolume = HasTakerBuyVolume ? taker[..Count] : [],
        Line = line[..Count],
    };

    /// <summary>The rows themselves, the last one first where they are reversed; the buffer must not be used afterwards.</summary>
    public RawBars Take(bool reversed)
    {
        Resize(Count);
        if (reversed)
        {
            Array.Reverse(time);
            Array.Reverse(line);
            foreach (var column in (double[][])[open, high, low, close, volume, trades, taker])
            {
                Array.Reverse(column);
            }
        }

        return new()
        {
            OpenTime = time,
            Open = open,
            High = high,
            Low = low,
            Close = close,
            Volume = volume,
            TradeCount = trades,
            TakerBuyVolume = taker,
            Line = line,
        };
    }

    private void Resize(int length)
    {
        Array.Resize(ref time, length);
        Array.Resize(ref line, length);
        Array.Resize(ref open, length);
        Array.Resize(ref high, length);
        Array.Resize(ref low, length);
        Array.Resize(ref close, length);
        Array.Resize(ref volume, length);
        if (HasTradeCount)
        {
            Array.Resize(ref trades, length);
        }

        if (HasTakerBuyVolume)
        {
            Array.Resize(ref taker, length);
        }
    }
}
