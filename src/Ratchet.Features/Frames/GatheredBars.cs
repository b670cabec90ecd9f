using Ratchet.Market.Bars;

namespace Ratchet.Features.Frames;

/// <summary>Columns that grow bar by bar; columns that the source does not have stay empty.</summary>
internal sealed class GatheredBars(long expected, BarColumns source)
{
    private readonly List<long> openTime = new((int)Math.Min(expected, int.MaxValue));
    private readonly List<double>[] prices = [.. Enumerable.Range(0, 5).Select(_ => new List<double>((int)Math.Min(expected, int.MaxValue)))];
    private readonly List<double> trades = [];
    private readonly List<double> taker = [];

    public int Count => openTime.Count;

    public void Add(in Bar bar)
    {
        openTime.Add(bar.OpenTime);
        prices[0].Add(bar.Open);
        prices[1].Add(bar.High);
        prices[2].Add(bar.Low);
        prices[3].Add(bar.Close);
        prices[4].Add(bar.Volume);
        if (!source.TradeCount.IsEmpty)
        {
            trades.Add(bar.TradeCount);
        }

        if (!source.TakerBuyVolume.IsEmpty)
        {
            taker.Add(bar.TakerBuyVolume);
        }
    }

    public BarColumns ToColumns() => new()
    {
        OpenTime = openTime.ToArray(),
        Open = prices[0].ToArray(),
        High = prices[1].ToArray(),
        Low = prices[2].ToArray(),
        Close = prices[3].ToArray(),
        Volume = prices[4].ToArray(),
        TradeCount = trades.ToArray(),
        TakerBuyVolume = taker.ToArray(),
    };
}
