using Ratchet.Market.Books;
using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Watches the orders that defend one zone over trailing windows. Between two book updates with depth D' and D and trades T against the zone,
/// D - D' + T is what was added (where positive) or cancelled (where negative), net. Usual depth is the mean density (size per price unit over the
/// visible levels of the defending side) of the updates in the reference window, times the seen width of the zone. A book that does not reach the
/// zone makes the measures absent (NotSeen); one that reaches part of it is measured as far as it is seen. Trades come before book updates of the same
/// time. O(levels) amortised an event; not safe for several threads.
/// </summary>
public sealed class BarrierStream
{
    private readonly BarrierZone zone;
    private readonly BarrierOptions options;
    private readonly long[] windows;
    private readonly long[] cursors;
    private readonly long replenish;
    private readonly TimedRing depths = new();
    private readonly WindowSums traded;
    private readonly WindowSums added;
    private readonly WindowSums cancelled;
    private readonly WindowSums replenished;
    private readonly WindowSums density;
    private readonly AggressorSide against;
    private ZoneDepth latest = new(double.NaN, double.NaN, double.NaN);
    private BookLevel[] levels = [];
    private double sinceUpdate;
    private long lastHit = long.MinValue;
    private long firstTrade;
    private long last = long.MinValue;
    private bool anyTrade;
    private bool anySide;

    /// <summary>A stream without events.</summary>
    /// <param name="zone">The zone.</param>
    /// <param name="options">Windows and thresholds; null for the defaults.</param>
    /// <exception cref="ArgumentException">The zone or the options are wrong.</exception>
    public BarrierStream(in BarrierZone zone, BarrierOptions? options = null)
    {
        zone.Validate();
        this.zone = zone;
        this.options = options ?? new();
        this.options.Validate();
        windows = EventTime.Windows(this.options.WindowSeconds, nameof(this.options.WindowSeconds));
        cursors = new long[windows.Length];
        replenish = EventTime.Length(this.options.ReplenishSeconds, nameof(this.options.ReplenishSeconds));
        (traded, added, cancelled, replenished) = (new(windows), new(windows), new(windows), new(windows));
        density = new([EventTime.Length(this.options.ReferenceSeconds, nameof(this.options.ReferenceSeconds))]);
        against = zone.Side == ApproachSide.FromBelow ? AggressorSide.Buy : AggressorSide.Sell;
    }

    /// <summary>How many windows there are.</summary>
    public int Windows => windows.Length;

    /// <summary>Takes a trade with its aggressor; one without is left out.</summary>
    /// <param name="trade">The trade; times never fall.</param>
    /// <exception cref="ArgumentException">The time falls.</exception>
    public void Update(in Trade trade)
    {
        EventTime.RequireOrder(trade.Time, last);
        last = trade.Time;
        firstTrade = anyTrade ? firstTrade : trade.Time;
        anyTrade = true;
        anySide |= trade.Side != AggressorSide.Unknown;
        if (trade.Side == against && trade.Price >= zone.Low && trade.Price <= zone.High)
        {
            traded.Add(trade.Time, trade.Size);
            sinceUpdate += trade.Size;
            lastHit = trade.Time;
        }
    }

    /// <summary>Takes a book update.</summary>
    /// <param name="time">Nanoseconds UTC, never falling.</param>
    /// <param name="defending">The levels of the defending side, the best first; NaN price where the book has no more.</param>
    /// <exception cref="ArgumentException">The time falls.</exception>
    public void Update(long time, ReadOnlySpan<BookLevel> defending)
    {
        EventTime.RequireOrder(time, last);
        last = time;
        var before = latest;
        latest = ZoneDepth.Of(zone, defending);
        AdvanceCursors(time);
        depths.Add(time, latest.Depth);
        if (!double.IsNaN(latest.Density))
        {
            density.Add(time, latest.Density);
        }

        var net = latest.Depth - before.Depth + sinceUpdate;
        sinceUpdate = 0;
        if (double.IsNaN(net))
        {
            return;
        }

        if (net > 0)
        {
            added.Add(time, net);
            if (lastHit != long.MinValue && time - lastHit <= replenish)
            {
                replenished.Add(time, net);
            }
        }
        else if (net < 0)
        {
            cancelled.Add(time, -net);
        }
    }

    /// <summary>Takes a row of a series.</summary>
    /// <param name="book">The series.</param>
    /// <param name="index">The row.</param>
    /// <exception cref="ArgumentException">The time falls.</exception>
    public void Update(BookSeries book, int index)
    {
        ArgumentNullException.ThrowIfNull(book);
        levels = levels.Length == book.Depth ? levels : new BookLevel[book.Depth];
        for (var m = 0; m < levels.Length; m++)
        {
            levels[m] = zone.Side == ApproachSide.FromBelow
                ? new(book.AskPrice(m)[index], book.AskSize(m)[index])
                : new(book.BidPrice(m)[index], book.BidSize(m)[index]);
        }

        Update(book.Time[index], levels);
    }

    /// <summary>What was measured over a window.</summary>
    /// <param name="window">Which window, from 0.</param>
    /// <param name="now">The moment, not before the last event.</param>
    /// <exception cref="ArgumentException">The moment is before the last event or reading.</exception>
    public BarrierMeasures Read(int window, long now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)window, (uint)windows.Length, nameof(window));
        if (depths.End == 0)
        {
            return BarrierMeasures.Absent(Availability.NoSource);
        }

        EventTime.RequireOrder(now, last);
        last = now;
        AdvanceCursors(now);
        if (depths.Time(cursors[window]) > now - windows[window])
        {
            return BarrierMeasures.Absent(Availability.WarmingUp);
        }

        if (double.IsNaN(latest.Depth))
        {
            return BarrierMeasures.Absent(Availability.NotSeen);
        }

        foreach (var sums in (ReadOnlySpan<WindowSums>)[traded, added, cancelled, replenished, density])
        {
            sums.Advance(now);
        }

        var hasTrades = anyTrade && anySide && now - firstTrade >= windows[window];
        return new(
            latest.Depth,
            depths.Value(cursors[window]),
            density.Sum(0) / density.Count(0) * latest.SeenWidth,
            hasTrades ? traded.Sum(window) : double.NaN,
            added.Sum(window),
            hasTrades ? cancelled.Sum(window) : double.NaN,
            hasTrades ? replenished.Sum(window) : double.NaN,
            Availability.Measured);
    }

    /// <summary>The state over a window.</summary>
    /// <param name="window">Which window, from 0.</param>
    /// <param name="now">The moment, not before the last event.</param>
    /// <exception cref="ArgumentException">The moment is before the last event or reading.</exception>
    public BarrierState State(int window, long now) => BarrierRules.Decide(Read(window, now), options);

    // A cursor stands on the last depth at or before the beginning of its window, or on the oldest where there is none.
    private void AdvanceCursors(long now)
    {
        for (var w = 0; w < windows.Length; w++)
        {
            while (cursors[w] + 1 < depths.End && depths.Time(cursors[w] + 1) <= now - windows[w])
            {
                cursors[w]++;
            }
        }

        depths.DropBefore(cursors[^1]);
    }
}
