using System.Globalization;
using Ratchet.Market.Books;
using Ratchet.Market.Feeds;
using Ratchet.Market.Ticks;

namespace Ratchet.Market.Quality;

/// <summary>Checks rows that are no bars, chunk by chunk: order, equal times, silences, crossed and one-sided quotes, empty sizes, and counts by kind.</summary>
internal sealed class TickScan
{
    private readonly SortedDictionary<string, double> counts = new(StringComparer.Ordinal);
    private readonly HashSet<DateOnly> expiries = [];
    private readonly HashSet<long> moments = [];
    private long previous = long.MinValue;
    private long longestSilence;
    private long silentFrom;
    private long equalTimes;
    private long backwards;
    private int depth;

    public long Rows { get; private set; }

    public long First { get; private set; } = long.MaxValue;

    public long Last { get; private set; } = long.MinValue;

    public void Add(SourcePart part)
    {
        Rows += part.Count;
        switch (part)
        {
            case { Trades: { } trades }: Trades(trades); break;
            case { Quotes: { } quotes }: Quotes(quotes); break;
            case { Book: { } book }:
                depth = book.Depth;
                Quotes(book.ToQuotes());
                break;
            case { Orders: { } orders }: Orders(orders); break;
            case { Options: { } options }: Options(options); break;
            case { Values: { } values }:
                Times(values.Times.Span);
                Empty(values);
                break;
            default: break;
        }
    }

    public IReadOnlyList<string> Notes(string kind)
    {
        var notes = new List<string>();
        if (depth > 0)
        {
            notes.Add($"{depth} levels");
        }

        if (kind == "options")
        {
            notes.Add($"{Plain(moments.Count)} moments, {Plain(expiries.Count)} expirations");
        }

        notes.AddRange(counts.Where(c => c.Value > 0).Select(c => $"{c.Key} {Plain(c.Value)}"));
        notes.Add($"times going back {Plain(backwards)}");
        if (kind != "options")
        {
            notes.Add($"equal times {Plain(equalTimes)}");
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"longest silence {longestSilence / 1e9:0.###} s after {Time.UtcTime.Format(silentFrom / 1_000_000)}"));
        }

        return notes;
    }

    private static string Plain(double count) => count.ToString("#,0.##", CultureInfo.InvariantCulture);

    private void Times(ReadOnlySpan<long> times)
    {
        foreach (var time in times)
        {
            if (previous != long.MinValue)
            {
                equalTimes += time == previous ? 1 : 0;
                backwards += time < previous ? 1 : 0;
                if (time - previous > longestSilence)
                {
                    (longestSilence, silentFrom) = (time - previous, previous);
                }
            }

            previous = time;
            First = Math.Min(First, time);
            Last = Math.Max(Last, time);
        }
    }

    private void Trades(TradeSeries trades)
    {
        Times(trades.Columns.Time.Span);
        var price = trades.Columns.Price.Span;
        var size = trades.Columns.Size.Span;
        var side = trades.Columns.Side.Span;
        for (var i = 0; i < price.Length; i++)
        {
            Count("price not above 0", !(price[i] > 0));
            Count("size empty", double.IsNaN(size[i]));
            Count(side[i] switch { AggressorSide.Buy => "side B", AggressorSide.Sell => "side S", _ => "side N" }, true);
        }
    }

    private void Quotes(QuoteSeries quotes)
    {
        Times(quotes.Time);
        for (var i = 0; i < quotes.Count; i++)
        {
            Sides(quotes.Bid[i], quotes.Ask[i]);
            Count("sizes empty", double.IsNaN(quotes.BidSize[i]) && double.IsNaN(quotes.AskSize[i]));
        }
    }

    private void Sides(double bid, double ask)
    {
        Count("crossed", bid > ask);
        Count("locked", bid == ask);
        Count("one-sided", double.IsNaN(bid) != double.IsNaN(ask));
        Count("no quote", double.IsNaN(bid) && double.IsNaN(ask));
    }

    private void Orders(OrderEventSeries orders)
    {
        Times(orders.Columns.Time.Span);
        foreach (var kind in orders.Columns.Kind.Span)
        {
            Count(kind.ToString(), true);
        }
    }

    private void Options(OptionQuoteSeries options)
    {
        var columns = options.Columns;
        foreach (var time in columns.Time.Span)
        {
            moments.Add(time);
        }

        Times(columns.Time.Span);
        for (var i = 0; i < options.Count; i++)
        {
            expiries.Add(columns.Expiry.Span[i]);
            if (!columns.Bid.IsEmpty && !columns.Ask.IsEmpty)
            {
                Sides(columns.Bid.Span[i], columns.Ask.Span[i]);
            }

            Count("implied volatility 0 or empty", !columns.ImpliedVolatility.IsEmpty && !(columns.ImpliedVolatility.Span[i] > 0));
            Sum("open interest", columns.OpenInterest.IsEmpty ? 0 : columns.OpenInterest.Span[i]);
        }
    }

    private void Empty(ValueSeries values)
    {
        foreach (var name in values.Names)
        {
            foreach (var value in values.Column(name).Span)
            {
                Count($"{name} empty", double.IsNaN(value));
            }
        }
    }

    private void Count(string name, bool isSo) => Sum(name, isSo ? 1 : 0);

    private void Sum(string name, double value)
    {
        if (value > 0)
        {
            counts[name] = counts.GetValueOrDefault(name) + value;
        }
    }
}
