using Ratchet.Market.Feeds;

namespace Ratchet.Market.Quality;

/// <summary>One raw row, copied out of its chunk.</summary>
internal readonly record struct BarRow(
    long OpenTime, double Open, double High, double Low, double Close, double Volume, double TradeCount, double TakerBuyVolume, int Line)
{
    public PriceRow Numbers => new(Open, High, Low, Close, Volume, TradeCount, TakerBuyVolume);

    public bool HasSamePrices(in BarRow other) =>
        Close.Equals(other.Close) && Open.Equals(other.Open) && High.Equals(other.High) && Low.Equals(other.Low);

    public bool IsSameBar(in BarRow other) => HasSamePrices(other) && Volume.Equals(other.Volume);
}
