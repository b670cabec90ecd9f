namespace Ratchet.Features.OrderFlow;

/// <summary>
/// The contribution of one book update to the order-flow imbalance of a level of the book (Cont, Kukanov, Stoikov 2014, equation 2; per level: Xu,
/// Gould, Howison 2018): e = [Pb >= Pb'] qb - [Pb &lt;= Pb'] qb' - [Pa &lt;= Pa'] qa + [Pa >= Pa'] qa' with the update before marked by a dash. A side
/// whose price is NaN is empty: its size is 0 and its price worse than any. A price without a size gives NaN.
/// </summary>
public static class OrderFlowEvent
{
    /// <summary>The contribution e: positive where demand grew or supply shrank, in units of size.</summary>
    /// <param name="bidBefore">Bid price before.</param>
    /// <param name="bidSizeBefore">Bid size before.</param>
    /// <param name="askBefore">Ask price before.</param>
    /// <param name="askSizeBefore">Ask size before.</param>
    /// <param name="bid">Bid price now.</param>
    /// <param name="bidSize">Bid size now.</param>
    /// <param name="ask">Ask price now.</param>
    /// <param name="askSize">Ask size now.</param>
    public static double Of(
        double bidBefore, double bidSizeBefore, double askBefore, double askSizeBefore, double bid, double bidSize, double ask, double askSize) =>
        Side(bidBefore, bidSizeBefore, bid, bidSize) - Side(-askBefore, askSizeBefore, -ask, askSize);

    // Both sides with prices turned so that a higher one is better.
    private static double Side(double priceBefore, double sizeBefore, double price, double size)
    {
        if (double.IsNaN(price))
        {
            (price, size) = (double.NegativeInfinity, 0);
        }

        if (double.IsNaN(priceBefore))
        {
            (priceBefore, sizeBefore) = (double.NegativeInfinity, 0);
        }

        return price > priceBefore ? size : price < priceBefore ? -sizeBefore : size - sizeBefore;
    }
}
