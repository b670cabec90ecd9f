namespace Ratchet.Market.Feeds;

/// <summary>Raw rows that grow by chunks; columns double when they are full.</summary>
internal sealed class RawBarBuilder(bool hasTrades, bool hasTaker, int capacity = BarChunk.Rows)
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
        if (hasTrades)
        {
            chunk.TradeCount.CopyTo(trades.AsSpan(Count));
        }

        if (hasTaker)
        {
            chunk.TakerBuyVolume.CopyTo(taker.AsSpan(Count));
        }

        Count = count;
    }

    /// <summary>The rows; the builder must not be used afterwards.</summary>
    public RawBars Build(bool reversed)
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
        Array.Resize(ref open, length);
        Array.Resize(ref high, length);
        Array.Resize(ref low, length);
        Array.Resize(ref close, length);
        Array.Resize(ref volume, length);
        Array.Resize(ref line, length);
        if (hasTrades)
        {
            Array.Resize(ref trades, length);
        }

        if (hasTaker)
        {
            Array.Resize(ref taker, length);
        }
    }
}
