namespace Ratchet.Market.Bars;

/// <summary>What happened in one interval of time. Times are UTC; the interval is [open time, open time + time frame).</summary>
/// <param name="OpenTime">When the interval opened, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Open">The first price.</param>
/// <param name="High">The highest price.</param>
/// <param name="Low">The lowest price.</param>
/// <param name="Close">The last price.</param>
/// <param name="Volume">What was traded, in units of the base asset.</param>
/// <param name="TradeCount">How many trades there were; NaN where the source does not say.</param>
/// <param name="TakerBuyVolume">The part of the volume that buyers took from the book; NaN where the source does not say.</param>
public readonly record struct Bar(
    long OpenTime,
    double Open,
    double High,
    double Low,
    double Close,
    double Volume,
    double TradeCount = double.NaN,
    double TakerBuyVolume = double.NaN);
