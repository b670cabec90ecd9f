using Ratchet.Market.Feeds;

namespace Ratchet.Market.Quality;

/// <summary>Rows that are collected one by one; columns double when they are full, and keep their memory when cleared.</summary>
internal sealed class BarRowBuffer(int capacity)
{
    private long[] time = new long[capacity];
    private double[] open = new double[capacity];
    private double[] high = new double[capacity];
    private double[] low = new double[capacity];
    private double[] close = new double[capacity];
    private double[] volume = new double[capacity];
    private double[] trades = new double[capacity];
    private double[] taker = new double[capacity];
    private int[] line = new int[capacity];

    public int Count { get; private set; }

    public bool HasTradeCount { get; set; }

    public bool HasTakerBuyVolume { get; set; }

    public BarRows Rows => new()
    {
        OpenTime = time.AsSpan(0, Count),
        Open = open.AsSpan(0, Count),
        High = high.AsSpan(0, Count),
        Low = low.AsSpan(0, Count),
        Close = close.AsSpan(0, Count),
        Volume = volume.AsSpan(0, Count),
        TradeCount = HasTradeCount ? trades.AsSpan(0, Count) : default,
        TakerBuyVolume = HasTakerBuyVolume ? taker.AsSpan(0, Count) : default,
        Line = line.AsSpan(0, Count),
    };

    public void Clear() => Count = 0;

    public void Add(in BarRow row)
    {
        if (Count == time.Length)
        {
            Grow(Math.Max(16, Count * 2));
        }

        var i = Count++;
        time[i] = row.OpenTime;
        open[i] = row.Open;
        high[i] = row.High;
        low[i] = row.Low;
        close[i] = row.Close;
        volume[i] = row.Volume;
        trades[i] = row.TradeCount;
        taker[i] = row.TakerBuyVolume;
        line[i] = row.Line;
    }

    public RawBars ToRawBars() => new()
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

    private void Grow(int length)
    {
        Array.Resize(ref time, length);
        Array.Resize(ref line, length);
        Array.Resize(ref open, length);
        Array.Resize(ref high, length);
        Array.Resize(ref low, length);
        Array.Resize(ref close, length);
        Array.Resize(ref volume, length);
        Array.Resize(ref trades, length);
        Array.Resize(ref taker, length);
    }
}
