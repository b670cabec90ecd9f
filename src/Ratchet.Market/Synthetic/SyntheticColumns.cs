using Ratchet.Market.Bars;

namespace Ratchet.Market.Synthetic;

/// <summary>Columns of known length that are filled bar by bar.</summary>
internal sealed class SyntheticColumns(int count)
{
    private readonly long[] time = new long[count];
    private readonly double[] open = new double[count];
    private readonly double[] high = new double[count];
    private readonly double[] low = new double[count];
    private readonly double[] close = new double[count];
    private readonly double[] volume = new double[count];
    private readonly double[] trades = new double[count];
    private readonly double[] taker = new double[count];

    public void Set(int index, in Bar bar)
    {
        time[index] = bar.OpenTime;
        open[index] = bar.Open;
        high[index] = bar.High;
        low[index] = bar.Low;
        close[index] = bar.Close;
        volume[index] = bar.Volume;
        trades[index] = bar.TradeCount;
        taker[index] = bar.TakerBuyVolume;
    }

    public BarColumns ToBarColumns() => new()
    {
        OpenTime = time,
        Open = open,
        High = high,
        Low = low,
        Close = close,
        Volume = volume,
        TradeCount = trades,
        TakerBuyVolume = taker,
    };
}
