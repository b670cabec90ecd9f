using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Order-flow imbalance at the best bid and offer: the sum of <see cref="OrderFlowEvent.Of"/> over the quote updates in (now - w, now], in units of
/// size, positive where buyers press. Absent until the feed has run for w, and while an update without sizes is in the window. O(1) amortised an
/// update; not safe for several threads. Source: Cont, Kukanov, Stoikov (2014), The price impact of order book events.
/// </summary>
public sealed class BestLevelOfiStream
{
    private readonly long[] windows;
    private readonly WindowSums sums;
    private Quote before;
    private long began;
    private long last = long.MinValue;

    /// <summary>A stream without quotes.</summary>
    /// <param name="options">Windows; null for the defaults.</param>
    public BestLevelOfiStream(FlowWindowOptions? options = null)
    {
        options ??= new();
        windows = EventTime.Windows(options.WindowSeconds, nameof(options.WindowSeconds));
        sums = new(windows);
    }

    /// <summary>How many windows there are.</summary>
    public int Windows => windows.Length;

    /// <summary>Takes a quote update.</summary>
    /// <param name="quote">The quote; times never fall.</param>
    /// <returns>Its contribution e; NaN for the first quote and where sizes are missing.</returns>
    /// <exception cref="ArgumentException">The time falls.</exception>
    public double Update(in Quote quote)
    {
        EventTime.RequireOrder(quote.Time, last);
        var first = last == long.MinValue;
        last = quote.Time;
        var was = before;
        before = quote;
        if (first)
        {
            began = quote.Time;
            return double.NaN;
        }

        var flow = OrderFlowEvent.Of(was.Bid, was.BidSize, was.Ask, was.AskSize, quote.Bid, quote.BidSize, quote.Ask, quote.AskSize);
        sums.Add(quote.Time, flow);
        return flow;
    }

    /// <summary>The imbalance over a window at a moment.</summary>
    /// <param name="window">Which window, from 0.</param>
    /// <param name="now">The moment, not before the last update.</param>
    /// <exception cref="ArgumentException">The moment is before the last update or reading.</exception>
    public FlowValue Read(int window, long now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)window, (uint)windows.Length, nameof(window));
        if (last == long.MinValue)
        {
            return FlowValue.Absent(Availability.NoSource);
        }

        EventTime.RequireOrder(now, last);
        if (now - began < windows[window])
        {
            return FlowValue.Absent(Availability.WarmingUp);
        }

        last = now;
        sums.Advance(now);
        return FlowValue.Of(sums.Sum(window), Availability.NoSizes);
    }

    /// <summary>Forgets every quote.</summary>
    public void Reset()
    {
        sums.Clear();
        before = default;
        last = long.MinValue;
    }
}
