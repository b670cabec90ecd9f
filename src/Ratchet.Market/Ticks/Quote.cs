namespace Ratchet.Market.Ticks;

/// <summary>The best bid and offer from one moment on. NaN where a side is empty or the source does not say.</summary>
/// <param name="Time">Nanoseconds since 1970-01-01 UTC.</param>
/// <param name="Bid">The highest price that a buyer offers.</param>
/// <param name="BidSize">What is wanted at it.</param>
/// <param name="Ask">The lowest price that a seller asks.</param>
/// <param name="AskSize">What is for sale at it.</param>
public readonly record struct Quote(long Time, double Bid, double BidSize, double Ask, double AskSize)
{
    /// <summary>(Bid + Ask) / 2; NaN where a side is empty.</summary>
    public double Mid => 0.5 * (Bid + Ask);

    /// <summary>Ask - Bid; negative where the book is crossed, NaN where a side is empty.</summary>
    public double Spread => Ask - Bid;
}
