using Ratchet.Market.Feeds;

namespace Ratchet.Market.Tests.Feeds;

/// <summary>Times and sums of a part's prices, whatever its kind.</summary>
internal static class SourceSums
{
    public static long[] Times(SourcePart part) => part switch
    {
        { Bars: { } bars } => [.. bars.OpenTime.Select(t => t * 1_000_000)],
        { Trades: { } trades } => trades.Time.ToArray(),
        { Quotes: { } quotes } => quotes.Time.ToArray(),
        { Book: { } book } => book.Time.ToArray(),
        { Orders: { } orders } => orders.Columns.Time.ToArray(),
        { Options: { } options } => options.Columns.Time.ToArray(),
        _ => part.Values!.Times.ToArray(),
    };

    public static double Prices(SourcePart part)
    {
        switch (part)
        {
            case { Bars: { } bars }:
                return Sum(bars.Close);
            case { Trades: { } trades }:
                return Sum(trades.Price);
            case { Quotes: { } quotes }:
                return Sum(quotes.Bid) + Sum(quotes.Ask);
            case { Book: { } book }:
                double sum = 0;
                for (var level = 0; level < book.Depth; level++)
                {
                    sum += Sum(book.BidPrice(level)) + Sum(book.AskPrice(level));
                }

                return sum;
            case { Orders: { } orders }:
                return Sum(orders.Columns.Price.Span);
            case { Options: { } options }:
                return Sum(options.Columns.Strike.Span);
            default:
                return Sum(part.Values!.Column(part.Values.Names[0]).Span);
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += double.IsNaN(value) ? 0 : value;
        }

        return sum;
    }
}
