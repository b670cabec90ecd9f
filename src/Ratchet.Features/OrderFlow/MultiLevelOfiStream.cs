using Ratchet.Market.Books;

namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Order-flow imbalance at each of the best M levels of a book over trailing windows: the sum of <see cref="OrderFlowEvent.Of"/> at that level, and the
/// same divided by the mean depth Q = mean over updates of the window and levels of (bid size + ask size) / 2 (an empty level counts 0). Absent until
/// the feed has run for the window. O(M) amortised an update; not safe for several threads. Sources: Xu, Gould, Howison (2018), Multi-level order-flow
/// imbalance in a limit order book; Cont, Cucuringu, Zhang (2021), Cross-impact of order flow imbalance (the scaling by depth).
/// </summary>
public sealed class MultiLevelOfiStream
{
    private readonly long[] windows;
    private readonly WindowSums[] flows;
    private readonly WindowSums depth;
    private BookLevel[] bidsBefore;
    private BookLevel[] asksBefore;
    private BookLevel[] bids;
    private BookLevel[] asks;
    private long began;
    private long last = long.MinValue;

    /// <summary>A stream without books.</summary>
    /// <param name="levels">M, 1 to 1000.</param>
    /// <param name="options">Windows; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">M is outside its range.</exception>
    public MultiLevelOfiStream(int levels, FlowWindowOptions? options = null)
    {
        if (levels is < 1 or > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(levels), levels, "levels must be 1 to 1000.");
        }

        options ??= new();
        windows = EventTime.Windows(options.WindowSeconds, nameof(options.WindowSeconds));
        flows = new WindowSums[levels];
        for (var m = 0; m < levels; m++)
        {
            flows[m] = new(windows);
        }

        depth = new(windows);
        (bidsBefore, asksBefore) = (new BookLevel[levels], new BookLevel[levels]);
        (bids, asks) = (new BookLevel[levels], new BookLevel[levels]);
    }

    /// <summary>M.</summary>
    public int Levels => flows.Length;

    /// <summary>How many windows there are.</summary>
    public int Windows => windows.Length;

    /// <summary>Takes a book update.</summary>
    /// <param name="time">Nanoseconds UTC, never falling.</param>
    /// <param name="bidLevels">Bids, the best first, at least M; NaN price for an empty level.</param>
    /// <param name="askLevels">Asks, the best first, at least M.</param>
    /// <exception cref="ArgumentException">The time falls, or there are fewer levels than M.</exception>
    public void Update(long time, ReadOnlySpan<BookLevel> bidLevels, ReadOnlySpan<BookLevel> askLevels)
    {
        RequireLevels(bidLevels.Length, nameof(bidLevels));
        RequireLevels(askLevels.Length, nameof(askLevels));
        EventTime.RequireOrder(time, last);
        bidLevels[..Levels].CopyTo(bids);
        askLevels[..Levels].CopyTo(asks);
        Take(time);
    }

    /// <summary>Takes a row of a series.</summary>
    /// <param name="book">The series, of depth M or more.</param>
    /// <param name="index">The row.</param>
    /// <exception cref="ArgumentException">The time falls, or the series has fewer levels than M.</exception>
    public void Update(BookSeries book, int index)
    {
        ArgumentNullException.ThrowIfNull(book);
        RequireLevels(book.Depth, nameof(book));
        var time = book.Time[index];
        EventTime.RequireOrder(time, last);
        for (var m = 0; m < Levels; m++)
        {
            bids[m] = new(book.BidPrice(m)[index], book.BidSize(m)[index]);
            asks[m] = new(book.AskPrice(m)[index], book.AskSize(m)[index]);
        }

        Take(time);
    }

    /// <summary>The imbalance at one level over a window, in units of size.</summary>
    /// <param name="window">Which window, from 0.</param>
    /// <param name="level">Which level, 0 for the best.</param>
    /// <param name="now">The moment, not before the last update.</param>
    /// <exception cref="ArgumentException">The moment is before the last update or reading.</exception>
    public FlowValue Read(int window, int level, long now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)level, (uint)Levels, nameof(level));
        var reason = Advance(window, now);
        return reason == Availability.Measured ? FlowValue.Of(flows[level].Sum(window), Availability.NoSizes) : FlowValue.Absent(reason);
    }

    /// <summary>The imbalances of all levels over a window, each divided by the mean depth Q.</summary>
    /// <param name="window">Which window, from 0.</param>
    /// <param name="now">The moment, not before the last update.</param>
    /// <param name="scaled">M elements; NaN unless the result is Measured.</param>
    /// <returns>Whether they were measured; NoEvents where no update fell into the window, so that there is no depth to divide by.</returns>
    /// <exception cref="ArgumentException">The moment is before the last update or reading, or the output has another length.</exception>
    public Availability ReadScaled(int window, long now, Span<double> scaled)
    {
        EventTime.RequireOutput(scaled.Length, Levels);
        var reason = Advance(window, now);
        var updates = depth.Count(window);
        reason = reason == Availability.Measured && updates == 0 ? Availability.NoEvents : reason;
        var mean = depth.Sum(window) / (2 * Levels * updates);
        reason = reason != Availability.Measured ? reason : double.IsNaN(mean) ? Availability.NoSizes : mean > 0 ? reason : Availability.Undefined;
        for (var m = 0; m < scaled.Length; m++)
        {
            scaled[m] = reason == Availability.Measured ? flows[m].Sum(window) / mean : double.NaN;
        }

        return reason;
    }

    /// <summary>The integrated imbalance over a window: the scaled ones through fitted weights.</summary>
    /// <param name="window">Which window, from 0.</param>
    /// <param name="now">The moment, not before the last update.</param>
    /// <param name="weights">Fitted on data that ended at or before now.</param>
    /// <exception cref="ArgumentException">The weights are for another number of levels, or the moment is before the last update or reading.</exception>
    public FlowValue ReadIntegrated(int window, long now, IntegratedOfiWeights weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Levels != Levels)
        {
            throw new ArgumentException($"The weights are for {weights.Levels} levels, the stream has {Levels}.", nameof(weights));
        }

        Span<double> scaled = stackalloc double[Levels];
        var reason = ReadScaled(window, now, scaled);
        return reason != Availability.Measured ? FlowValue.Absent(reason)
            : weights.FittedUntil > now ? FlowValue.Absent(Availability.FittedLater)
            : FlowValue.Of(weights.Apply(scaled), Availability.NoSizes);
    }

    /// <summary>Forgets every book.</summary>
    public void Reset()
    {
        foreach (var flow in flows)
        {
            flow.Clear();
        }

        depth.Clear();
        last = long.MinValue;
    }

    private void Take(long time)
    {
        if (last == long.MinValue)
        {
            began = time;
        }
        else
        {
            var sum = 0.0;
            for (var m = 0; m < flows.Length; m++)
            {
                var (b, a, bb, ab) = (bids[m], asks[m], bidsBefore[m], asksBefore[m]);
                flows[m].Add(time, OrderFlowEvent.Of(bb.Price, bb.Size, ab.Price, ab.Size, b.Price, b.Size, a.Price, a.Size));
                sum += (double.IsNaN(b.Price) ? 0 : b.Size) + (double.IsNaN(a.Price) ? 0 : a.Size);
            }

            depth.Add(time, sum);
        }

        last = time;
        (bids, bidsBefore) = (bidsBefore, bids);
        (asks, asksBefore) = (asksBefore, asks);
    }

    private Availability Advance(int window, long now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)window, (uint)windows.Length, nameof(window));
        if (last == long.MinValue)
        {
            return Availability.NoSource;
        }

        EventTime.RequireOrder(now, last);
        if (now - began < windows[window])
        {
            return Availability.WarmingUp;
        }

        last = now;
        depth.Advance(now);
        foreach (var flow in flows)
        {
            flow.Advance(now);
        }

        return Availability.Measured;
    }

    private void RequireLevels(int given, string name)
    {
        if (given < Levels)
        {
            throw new ArgumentException($"There are {given} levels a side; the stream needs {Levels}.", name);
        }
    }
}
