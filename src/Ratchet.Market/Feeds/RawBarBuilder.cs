namespace Ratchet.Market.Feeds;

/// <summary>Raw rows that grow one by one; columns double when they are full.</summary>
internal sealed class RawBarBuilder(bool hasTrades, bool hasTaker)
{
    private const int FirstCapacity = 4096;

    private long[] time = new long[FirstCapacity];
    private double[] open = new double[FirstCapacity];
    private double[] high = new double[FirstCapacity];
    private double[] low = new double[FirstCapacity];
    private double[] close = new double[FirstCapacity];
    private double[] volume = new double[FirstCapacity];
    private double[] trades = hasTrades ? new double[FirstCapacity] : [];
    private double[] taker = hasTaker ? new double[FirstCapacity] : [];
    private int[] line = new int[FirstCapacity];

    public int Count { get; private set; }

    public void Add(long openTime, in PriceRow row, int sourceLine)
    {
        if (Count == time.Length)
        {
            Resize(Count * 2);
        }

        var i = Count++;
        time[i] = openTime;
        open[i] = row.Open;
        high[i] = row.High;
        low[i] = row.Low;
        close[i] = row.Close;
        volume[i] = row.Volume;
        line[i] = sourceLine;
        if (hasTrades)
        {
            trades[i] = row.Trades;
        }

        if (hasTaker)
        {
            taker[i] = row.TakerBuy;
        }
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
