using Ratchet.Market.Books;
using Ratchet.Market.Feeds;
using Ratchet.Market.Ticks;

namespace Ratchet.Storage.Ticks;

/// <summary>
/// Finds rows that are not stored as they are. A price or a size that the source leaves out (NaN) is no defect, nor is a quote of one side or of none.
/// Options may have bids, offers and sizes of 0, which stand for none. Orders may have nothing left of them.
/// </summary>
internal static class TickChecks
{
    /// <summary>The defects of each row; <paramref name="last"/> is the time of the last good row and is moved on.</summary>
    public static void Find(SourcePart part, Span<TickDefects> defects, ref long last)
    {
        defects = defects[..part.Count];
        defects.Clear();
        switch (part)
        {
            case { Trades: { } trades }: Trades(trades, defects); break;
            case { Quotes: { } quotes }: Quotes(quotes, defects); break;
            case { Book: { } book }: Book(book, defects); break;
            case { Orders: { } orders }: Orders(orders, defects); break;
            case { Options: { } options }: Options(options, defects); break;
            default: break;
        }

        var times = TickColumns.Times(part).Span;
        for (var i = 0; i < defects.Length; i++)
        {
            defects[i] |= times[i] < last ? TickDefects.TimeBackwards : TickDefects.None;
            last = defects[i] == TickDefects.None ? times[i] : last;
        }
    }

    private static void Trades(TradeSeries trades, Span<TickDefects> defects)
    {
        var price = trades.Price;
        var size = trades.Size;
        for (var i = 0; i < defects.Length; i++)
        {
            defects[i] |= Flag(IsNoPrice(price[i]) || double.IsNaN(price[i]), TickDefects.BadPrice) | Flag(size[i] <= 0 || double.IsInfinity(size[i]), TickDefects.BadSize);
        }
    }

    private static void Quotes(QuoteSeries quotes, Span<TickDefects> defects)
    {
        Level(quotes.Bid, quotes.BidSize, defects);
        Level(quotes.Ask, quotes.AskSize, defects);
        Crossed(quotes.Bid, quotes.Ask, defects);
    }

    private static void Book(BookSeries book, Span<TickDefects> defects)
    {
        for (var level = 0; level < book.Depth; level++)
        {
            Level(book.BidPrice(level), book.BidSize(level), defects);
            Level(book.AskPrice(level), book.AskSize(level), defects);
        }

        Crossed(book.BidPrice(0), book.AskPrice(0), defects);
    }

    private static void Orders(OrderEventSeries orders, Span<TickDefects> defects)
    {
        var price = orders.Columns.Price.Span;
        var left = orders.Columns.Remaining.Span;
        for (var i = 0; i < defects.Length; i++)
        {
            defects[i] |= Flag(IsNoPrice(price[i]), TickDefects.BadPrice) | Flag(left[i] < 0 || double.IsInfinity(left[i]), TickDefects.BadSize);
        }
    }

    private static void Options(OptionQuoteSeries options, Span<TickDefects> defects)
    {
        var columns = options.Columns;
        var strike = columns.Strike.Span;
        var bid = columns.Bid.Span;
        var ask = columns.Ask.Span;
        for (var i = 0; i < defects.Length; i++)
        {
            defects[i] |= Flag(!(strike[i] > 0), TickDefects.BadPrice);
        }

        Negative(bid, TickDefects.BadPrice, defects);
        Negative(ask, TickDefects.BadPrice, defects);
        Negative(columns.BidSize.Span, TickDefects.BadSize, defects);
        Negative(columns.AskSize.Span, TickDefects.BadSize, defects);
        Negative(columns.Volume.Span, TickDefects.BadSize, defects);
        Negative(columns.OpenInterest.Span, TickDefects.BadSize, defects);
        for (var i = 0; i < bid.Length && i < ask.Length; i++)
        {
            defects[i] |= Flag(ask[i] > 0 && bid[i] > ask[i], TickDefects.Crossed);
        }
    }

    private static void Level(ReadOnlySpan<double> price, ReadOnlySpan<double> size, Span<TickDefects> defects)
    {
        for (var i = 0; i < defects.Length; i++)
        {
            // A side without a price may state that nothing is there.
            var isBadSize = size[i] < 0 || double.IsInfinity(size[i]) || (size[i] == 0 && !double.IsNaN(price[i]));
            defects[i] |= Flag(IsNoPrice(price[i]), TickDefects.BadPrice) | Flag(isBadSize, TickDefects.BadSize);
        }
    }

    private static void Crossed(ReadOnlySpan<double> bid, ReadOnlySpan<double> ask, Span<TickDefects> defects)
    {
        for (var i = 0; i < defects.Length; i++)
        {
            defects[i] |= Flag(bid[i] > ask[i], TickDefects.Crossed);
        }
    }

    private static void Negative(ReadOnlySpan<double> column, TickDefects defect, Span<TickDefects> defects)
    {
        for (var i = 0; i < column.Length; i++)
        {
            defects[i] |= Flag(column[i] < 0 || double.IsInfinity(column[i]), defect);
        }
    }

    private static bool IsNoPrice(double price) => price <= 0 || double.IsInfinity(price);

    private static TickDefects Flag(bool isSo, TickDefects defect) => isSo ? defect : TickDefects.None;
}
