using Ratchet.Market.Books;
using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>
/// The batch forms of <see cref="BestLevelOfiStream"/> and <see cref="MultiLevelOfiStream"/>: imbalances at given moments, from what was known at each.
/// The same numbers bit for bit.
/// </summary>
public static class OrderFlowImbalance
{
    /// <summary>The contribution of each quote update; NaN for the first and where sizes are missing.</summary>
    /// <param name="quotes">The quotes.</param>
    /// <param name="output">One element a quote.</param>
    public static void Events(QuoteSeries quotes, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        EventTime.RequireOutput(output.Length, quotes.Count);
        var stream = new BestLevelOfiStream();
        for (var i = 0; i < quotes.Count; i++)
        {
            output[i] = stream.Update(quotes[i]);
        }
    }

    /// <summary>At the best bid and offer.</summary>
    /// <param name="quotes">The quotes; null where there is no such feed.</param>
    /// <param name="at">Moments, nanoseconds UTC, never falling.</param>
    /// <param name="options">Windows; null for the defaults.</param>
    /// <param name="output">For each moment the windows in order: moments x windows elements.</param>
    public static void BestLevel(QuoteSeries? quotes, ReadOnlySpan<long> at, FlowWindowOptions? options, Span<FlowValue> output)
    {
        var stream = new BestLevelOfiStream(options);
        EventTime.RequireOutput(output.Length, at.Length * stream.Windows);
        var i = 0;
        for (var m = 0; m < at.Length; m++)
        {
            for (; quotes is not null && i < quotes.Count && quotes.Time[i] <= at[m]; i++)
            {
                _ = stream.Update(quotes[i]);
            }

            for (var w = 0; w < stream.Windows; w++)
            {
                output[(m * stream.Windows) + w] = stream.Read(w, at[m]);
            }
        }
    }

    /// <summary>At each of the best M levels, in units of size.</summary>
    /// <param name="book">The book; null where there is no such feed.</param>
    /// <param name="levels">M.</param>
    /// <param name="at">Moments, nanoseconds UTC, never falling.</param>
    /// <param name="options">Windows; null for the defaults.</param>
    /// <param name="output">For each moment the windows, for each window the levels: moments x windows x M elements.</param>
    public static void Levels(BookSeries? book, int levels, ReadOnlySpan<long> at, FlowWindowOptions? options, Span<FlowValue> output)
    {
        var stream = new MultiLevelOfiStream(levels, options);
        EventTime.RequireOutput(output.Length, at.Length * stream.Windows * levels);
        var i = 0;
        var o = 0;
        foreach (var now in at)
        {
            i = Feed(stream, book, i, now);
            for (var w = 0; w < stream.Windows; w++)
            {
                for (var m = 0; m < levels; m++)
                {
                    output[o++] = stream.Read(w, m, now);
                }
            }
        }
    }

    /// <summary>At each of the best M levels, divided by the mean depth: the rows from which <see cref="IntegratedOfiWeights.Fit"/> learns.</summary>
    /// <param name="book">The book.</param>
    /// <param name="levels">M.</param>
    /// <param name="windowSeconds">The window in seconds.</param>
    /// <param name="at">Moments, nanoseconds UTC, never falling.</param>
    /// <param name="output">For each moment M elements; NaN where not measured.</param>
    public static void Scaled(BookSeries book, int levels, double windowSeconds, ReadOnlySpan<long> at, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(book);
        var stream = new MultiLevelOfiStream(levels, new() { WindowSeconds = [windowSeconds] });
        EventTime.RequireOutput(output.Length, at.Length * levels);
        var i = 0;
        for (var m = 0; m < at.Length; m++)
        {
            i = Feed(stream, book, i, at[m]);
            _ = stream.ReadScaled(0, at[m], output.Slice(m * levels, levels));
        }
    }

    /// <summary>The integrated imbalance.</summary>
    /// <param name="book">The book; null where there is no such feed.</param>
    /// <param name="weights">Fitted weights; moments before <see cref="IntegratedOfiWeights.FittedUntil"/> are absent.</param>
    /// <param name="at">Moments, nanoseconds UTC, never falling.</param>
    /// <param name="options">Windows; null for the defaults.</param>
    /// <param name="output">For each moment the windows in order: moments x windows elements.</param>
    public static void Integrated(BookSeries? book, IntegratedOfiWeights weights, ReadOnlySpan<long> at, FlowWindowOptions? options, Span<FlowValue> output)
    {
        ArgumentNullException.ThrowIfNull(weights);
        var stream = new MultiLevelOfiStream(weights.Levels, options);
        EventTime.RequireOutput(output.Length, at.Length * stream.Windows);
        var i = 0;
        for (var m = 0; m < at.Length; m++)
        {
            i = Feed(stream, book, i, at[m]);
            for (var w = 0; w < stream.Windows; w++)
            {
                output[(m * stream.Windows) + w] = stream.ReadIntegrated(w, at[m], weights);
            }
        }
    }

    private static int Feed(MultiLevelOfiStream stream, BookSeries? book, int i, long now)
    {
        for (; book is not null && i < book.Count && book.Time[i] <= now; i++)
        {
            stream.Update(book, i);
        }

        return i;
    }
}
