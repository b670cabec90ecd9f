using System.Collections.Concurrent;
using Ratchet.Market.Bars;
using Ratchet.Market.Books;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Ticks;
using Ratchet.Market.Time;
using Ratchet.Testing;

namespace Ratchet.Features.Tests.OrderFlow;

/// <summary>Slices of real files, cut or with their future rewritten.</summary>
internal static class FlowFiles
{
    private static readonly ConcurrentDictionary<string, SourceFile> Files = [];

    public static BookSeries Book(string file, int rows) => Rows(Read(file, p => p.Book), 0, rows);

    public static QuoteSeries Quotes(string file, int rows)
    {
        var quotes = Read(file, p => p.Quotes ?? p.Book?.ToQuotes());
        return Rows(quotes, rows);
    }

    public static TradeSeries Trades(string file, int rows)
    {
        var trades = Read(file, p => p.Trades);
        return Rows(trades, rows);
    }

    public static OptionQuoteSeries Options(string file) => Read(file, p => p.Options);

    public static BarSeries Bars(string file, int from, int count)
    {
        var raw = Open(file).Parts.Single(p => p.Bars is not null).Bars!;
        var columns = new BarColumns { OpenTime = raw.OpenTime, Open = raw.Open, High = raw.High, Low = raw.Low, Close = raw.Close, Volume = raw.Volume };
        return new BarSeries(Symbol.Parse("TEST/USD"), TimeFrame.Minute1, columns).Slice(new(from, Math.Min(from + count, raw.Count)));
    }

    public static BookSeries Cut(BookSeries book, long through) => Rows(book, 0, book.FirstAtOrAfter(through + 1));

    public static QuoteSeries Cut(QuoteSeries quotes, long through) => Rows(quotes, quotes.FirstAtOrAfter(through + 1));

    public static TradeSeries Cut(TradeSeries trades, long through) => Rows(trades, trades.FirstAtOrAfter(through + 1));

    public static BookSeries Rewrite(BookSeries book, long through)
    {
        var from = book.FirstAtOrAfter(through + 1);
        var c = book.Columns;
        return new(c with
        {
            BidPrice = [.. c.BidPrice.Select(x => Change(x, from, 0.97))],
            BidSize = [.. c.BidSize.Select(x => Change(x, from, 3))],
            AskPrice = [.. c.AskPrice.Select(x => Change(x, from, 1.02))],
            AskSize = [.. c.AskSize.Select(x => Change(x, from, 0.1))],
        });
    }

    public static QuoteSeries Rewrite(QuoteSeries quotes, long through)
    {
        var from = quotes.FirstAtOrAfter(through + 1);
        var c = quotes.Columns;
        return new(c with { Bid = Change(c.Bid, from, 0.97), BidSize = Change(c.BidSize, from, 3), Ask = Change(c.Ask, from, 1.02), AskSize = Change(c.AskSize, from, 0.1) });
    }

    public static TradeSeries Rewrite(TradeSeries trades, long through)
    {
        var from = trades.FirstAtOrAfter(through + 1);
        var c = trades.Columns;
        return new(c with { Price = Change(c.Price, from, 1.03), Size = Change(c.Size, from, 7) });
    }

    public static BarSeries Rewrite(BarSeries bars, int from)
    {
        var c = bars.Columns;
        return new(bars.Symbol, bars.TimeFrame, c with
        {
            Open = Change(c.Open, from, 1.1),
            High = Change(c.High, from, 1.2),
            Low = Change(c.Low, from, 0.9),
            Close = Change(c.Close, from, 1.1),
            Volume = Change(c.Volume, from, 5),
        });
    }

    /// <summary>Moments spread over a feed, between its events as well as on them.</summary>
    public static long[] Moments(ReadOnlySpan<long> times, int count)
    {
        var moments = new long[count];
        for (var m = 0; m < count; m++)
        {
            var row = (int)((long)(m + 1) * (times.Length - 1) / count);
            moments[m] = times[row] + (m % 3 == 0 ? 0 : m % 3 * 137_000_001L);
        }

        Array.Sort(moments);
        return moments;
    }

    /// <summary>Truncation and rewriting: the values at the first moments are the same without, and with another, future.</summary>
    public static void AssertBlindToTheFuture<T>(long[] at, Func<long, bool, long[], T[]> compute)
    {
        var whole = compute(long.MaxValue, false, at);
        Assert.True(whole.Distinct().Count() > 3, $"Only {whole.Distinct().Count()} different values: nothing was tested.");
        foreach (var count in (int[])[1, at.Length / 3, at.Length / 2, at.Length - 1])
        {
            var some = at[..count];
            var expected = whole[..(whole.Length / at.Length * count)];
            AssertSame(expected, compute(some[^1], false, some), "cut");
            AssertSame(expected, compute(some[^1], true, some), "rewritten");
        }
    }

    /// <summary>Equal element by element, NaN equal to NaN; far faster than the assertion over collections.</summary>
    public static void AssertSame<T>(IReadOnlyList<T> expected, IReadOnlyList<T> actual, string what)
    {
        Assert.True(expected.Count == actual.Count, $"{what}: {expected.Count} values, then {actual.Count}.");
        for (var i = 0; i < expected.Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(expected[i], actual[i]))
            {
                Assert.Fail($"{what}: value {i} was {expected[i]}, then {actual[i]}.");
            }
        }
    }

    private static SourceFile Open(string file) => Files.GetOrAdd(SharedFiles.Require(file), path => SourceReader.Read(path));

    private static T Read<T>(string file, Func<SourcePart, T?> part)
        where T : class =>
        Open(file).Parts.Select(part).First(p => p is not null)!;

    private static BookSeries Rows(BookSeries book, int from, int count)
    {
        count = Math.Min(count, book.Count - from);
        var c = book.Columns;
        return new(new()
        {
            Time = c.Time.Slice(from, count),
            BidPrice = [.. c.BidPrice.Select(x => x.Slice(from, count))],
            BidSize = [.. c.BidSize.Select(x => x.Slice(from, count))],
            AskPrice = [.. c.AskPrice.Select(x => x.Slice(from, count))],
            AskSize = [.. c.AskSize.Select(x => x.Slice(from, count))],
        });
    }

    private static QuoteSeries Rows(QuoteSeries quotes, int count)
    {
        count = Math.Min(count, quotes.Count);
        var c = quotes.Columns;
        return new(new() { Time = c.Time[..count], Bid = c.Bid[..count], BidSize = c.BidSize[..count], Ask = c.Ask[..count], AskSize = c.AskSize[..count] });
    }

    private static TradeSeries Rows(TradeSeries trades, int count)
    {
        count = Math.Min(count, trades.Count);
        var c = trades.Columns;
        return new(new() { Time = c.Time[..count], Price = c.Price[..count], Size = c.Size[..count], Side = c.Side[..count] });
    }

    private static ReadOnlyMemory<double> Change(ReadOnlyMemory<double> column, int from, double factor)
    {
        var changed = column.ToArray();
        for (var i = from; i < changed.Length; i++)
        {
            changed[i] *= factor;
        }

        return changed;
    }
}
