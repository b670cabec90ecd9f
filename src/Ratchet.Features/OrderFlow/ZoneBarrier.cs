using Ratchet.Market.Books;
using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>The batch form of <see cref="BarrierStream"/>: a barrier at given moments, from what was known at each. The same numbers bit for bit.</summary>
public static class ZoneBarrier
{
    /// <summary>The barrier at given moments.</summary>
    /// <param name="book">The book; null where there is no such feed.</param>
    /// <param name="trades">Trades with aggressors; null where there is no such feed.</param>
    /// <param name="zone">The zone.</param>
    /// <param name="from">Events before this time are not read, nanoseconds UTC: at least the longest window before the first moment.</param>
    /// <param name="at">Moments, nanoseconds UTC, never falling.</param>
    /// <param name="options">Windows and thresholds; null for the defaults.</param>
    /// <param name="output">For each moment the windows in order: moments x windows elements.</param>
    public static void Compute(
        BookSeries? book, TradeSeries? trades, in BarrierZone zone, long from, ReadOnlySpan<long> at, BarrierOptions? options, Span<BarrierMeasures> output)
    {
        var stream = new BarrierStream(zone, options);
        EventTime.RequireOutput(output.Length, at.Length * stream.Windows);
        var (b, t) = (book?.FirstAtOrAfter(from) ?? 0, trades?.FirstAtOrAfter(from) ?? 0);
        for (var m = 0; m < at.Length; m++)
        {
            for (; book is not null && b < book.Count && book.Time[b] <= at[m]; b++)
            {
                t = Feed(stream, trades, t, book.Time[b]);
                stream.Update(book, b);
            }

            t = Feed(stream, trades, t, at[m]);
            for (var w = 0; w < stream.Windows; w++)
            {
                output[(m * stream.Windows) + w] = stream.Read(w, at[m]);
            }
        }
    }

    private static int Feed(BarrierStream stream, TradeSeries? trades, int t, long through)
    {
        for (; trades is not null && t < trades.Count && trades.Time[t] <= through; t++)
        {
            stream.Update(trades[t]);
        }

        return t;
    }
}
