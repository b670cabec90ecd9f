using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>The batch form of <see cref="TapeStream"/>: the tape at given moments, from what was known at each. The same numbers bit for bit.</summary>
public static class Tape
{
    /// <summary>The tape at given moments.</summary>
    /// <param name="trades">The trades; null where there is no such feed.</param>
    /// <param name="quotes">Quotes to sign trades by; null where there is no such feed.</param>
    /// <param name="at">Moments, nanoseconds UTC, never falling.</param>
    /// <param name="options">Windows and rules; null for the defaults.</param>
    /// <param name="output">For each moment the windows in order: moments x windows elements.</param>
    public static void Compute(TradeSeries? trades, QuoteSeries? quotes, ReadOnlySpan<long> at, TapeOptions? options, Span<TapeValues> output)
    {
        var stream = new TapeStream(options);
        EventTime.RequireOutput(output.Length, at.Length * stream.Windows);
        var (t, q) = (0, 0);
        for (var m = 0; m < at.Length; m++)
        {
            for (; trades is not null && t < trades.Count && trades.Time[t] <= at[m]; t++)
            {
                q = Feed(stream, quotes, q, trades.Time[t]);
                _ = stream.Update(trades[t]);
            }

            q = Feed(stream, quotes, q, at[m]);
            for (var w = 0; w < stream.Windows; w++)
            {
                output[(m * stream.Windows) + w] = stream.Read(w, at[m]);
            }
        }
    }

    private static int Feed(TapeStream stream, QuoteSeries? quotes, int q, long through)
    {
        for (; quotes is not null && q < quotes.Count && quotes.Time[q] <= through; q++)
        {
            stream.Update(quotes[q]);
        }

        return q;
    }
}
