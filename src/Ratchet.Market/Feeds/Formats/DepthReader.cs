using System.Globalization;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>
/// Best bids and offers, or levels of a book, of CSV files with a header: <c>bid_px_0, bid_sz_0, ask_px_0, ask_sz_0, bid_px_1 ...</c>, with one digit or
/// two. One level gives quotes, more give a book. Databento's MBP files hold trades too; those become a part of their own.
/// </summary>
internal static class DepthReader
{
    public static void Read(SourceJob job)
    {
        using var text = SourceText.Open(job.Path);
        var table = CsvTable.Open(job, text);
        var levels = Levels(table, job.Options.BookDepth);
        var price = table.Find("price");
        var trade = table.IsDatabento && price >= 0 && table.Find("action") >= 0 ? new TradeColumnPlan(table, price, table.Require("size", "size")) : null;
        QuoteBuffer? quotes = null;
        BookBuffer? book = null;
        TradeBuffer? trades = null;
        while (table.TryNext())
        {
            var time = table.Time();
            if (levels.Count == 1)
            {
                quotes ??= new(job.Sink, new() { Instrument = table.Instrument });
                var (bid, bidSize, ask, askSize) = levels[0];
                quotes.Add(time, table.Price(bid), table.Number(bidSize), table.Price(ask), table.Number(askSize), table.Source);
            }
            else
            {
                book ??= new(job.Sink, new() { Instrument = table.Instrument }, levels.Count);
                AddBook(table, book, levels, time);
            }

            if (trade is not null && trade.IsTrade())
            {
                trades ??= new(job.Sink, new() { Instrument = table.Instrument });
                trade.AddTo(trades, time);
            }
        }

        quotes?.Flush();
        book?.Flush();
        trades?.Flush();
    }

    private static void AddBook(CsvTable table, BookBuffer book, List<(int Bid, int BidSize, int Ask, int AskSize)> levels, long time)
    {
        book.Begin(time, table.Source);
        for (var level = 0; level < levels.Count; level++)
        {
            var (bid, bidSize, ask, askSize) = levels[level];
            book.SetBid(level, table.Price(bid), table.Number(bidSize));
            book.SetAsk(level, table.Price(ask), table.Number(askSize));
        }
    }

    private static List<(int Bid, int BidSize, int Ask, int AskSize)> Levels(CsvTable table, int depth)
    {
        var levels = new List<(int Bid, int BidSize, int Ask, int AskSize)>();
        for (var level = 0; level < depth; level++)
        {
            var one = level.ToString(CultureInfo.InvariantCulture);
            var two = level.ToString("00", CultureInfo.InvariantCulture);
            var bid = table.Find("bid_px_" + one, "bid_px_" + two);
            if (bid < 0)
            {
                break;
            }

            levels.Add((
                bid,
                table.Require("bid_sz_" + one, "bid_sz_" + one, "bid_sz_" + two),
                table.Require("ask_px_" + one, "ask_px_" + one, "ask_px_" + two),
                table.Require("ask_sz_" + one, "ask_sz_" + one, "ask_sz_" + two)));
        }

        if (levels.Count == 0)
        {
            levels.Add((
                table.Require("bid", "bid", "bid_price", "best_bid_price", "bid_px"),
                table.Find("bid_size", "bid_qty", "best_bid_qty", "bid_sz"),
                table.Require("ask", "ask", "ask_price", "best_ask_price", "ask_px"),
                table.Find("ask_size", "ask_qty", "best_ask_qty", "ask_sz")));
        }

        return levels;
    }
}
