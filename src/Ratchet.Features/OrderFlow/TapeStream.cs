using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Signed volume, rates and sweeps of the trades in (now - w, now]. Trades without a known aggressor count for rates, not for imbalances. Volume
/// numbers are absent while a trade without a size is in the window, imbalances while no trade has a known aggressor, everything until the feed has run
/// for w. O(1) amortised an event; not safe for several threads.
/// </summary>
public sealed class TapeStream
{
    private readonly long[] windows;
    private readonly TapeOptions options;
    private readonly TradeSigner signer;
    private readonly WindowSums volume;
    private readonly WindowSums bought;
    private readonly WindowSums sold;
    private readonly WindowSums buySweeps;
    private readonly WindowSums sellSweeps;
    private SweepDetector sweeps;
    private long began;
    private long last = long.MinValue;
    private bool any;

    /// <summary>A stream without trades.</summary>
    /// <param name="options">Windows and rules; null for the defaults.</param>
    public TapeStream(TapeOptions? options = null)
    {
        this.options = options ?? new();
        this.options.Validate();
        windows = EventTime.Windows(this.options.WindowSeconds, nameof(this.options.WindowSeconds));
        signer = new(this.options.SideRule);
        (volume, bought, sold) = (new(windows), new(windows), new(windows));
        (buySweeps, sellSweeps) = (new(windows), new(windows));
        sweeps = NewDetector();
    }

    /// <summary>How many windows there are.</summary>
    public int Windows => windows.Length;

    /// <summary>Takes a quote, by which trades are signed.</summary>
    /// <param name="quote">The quote; times never fall.</param>
    /// <exception cref="ArgumentException">The time falls.</exception>
    public void Update(in Quote quote)
    {
        EventTime.RequireOrder(quote.Time, last);
        last = quote.Time;
        signer.Update(quote);
    }

    /// <summary>Takes a trade.</summary>
    /// <param name="trade">The trade; times never fall.</param>
    /// <returns>Its aggressor as found.</returns>
    /// <exception cref="ArgumentException">The time falls.</exception>
    public AggressorSide Update(in Trade trade)
    {
        EventTime.RequireOrder(trade.Time, last);
        last = trade.Time;
        began = any ? began : trade.Time;
        any = true;
        var side = signer.SideOf(trade);
        volume.Add(trade.Time, trade.Size);
        if (side == AggressorSide.Buy)
        {
            bought.Add(trade.Time, trade.Size);
        }
        else if (side == AggressorSide.Sell)
        {
            sold.Add(trade.Time, trade.Size);
        }

        if (sweeps.Update(trade, side))
        {
            (side == AggressorSide.Buy ? buySweeps : sellSweeps).Add(trade.Time, 1);
        }

        return side;
    }

    /// <summary>The tape over a window at a moment.</summary>
    /// <param name="window">Which window, from 0.</param>
    /// <param name="now">The moment, not before the last event.</param>
    /// <exception cref="ArgumentException">The moment is before the last event or reading.</exception>
    public TapeValues Read(int window, long now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)window, (uint)windows.Length, nameof(window));
        if (!any)
        {
            return TapeValues.Absent(Availability.NoSource);
        }

        EventTime.RequireOrder(now, last);
        last = now;
        if (now - began < windows[window])
        {
            return TapeValues.Absent(Availability.WarmingUp);
        }

        volume.Advance(now);
        bought.Advance(now);
        sold.Advance(now);
        buySweeps.Advance(now);
        sellSweeps.Advance(now);
        var seconds = windows[window] / (double)EventTime.Second;
        var (buys, sells, all) = (bought.Count(window), sold.Count(window), volume.Count(window));
        var (up, down) = (bought.Sum(window), sold.Sum(window));
        var unsigned = all == 0 ? Availability.NoEvents : buys + sells == 0 ? Availability.NoSides : Availability.Measured;
        var signed = unsigned == Availability.NoEvents ? FlowValue.Of(0)
            : unsigned == Availability.NoSides ? FlowValue.Absent(unsigned)
            : FlowValue.Of(up - down, Availability.NoSizes);
        return new(
            signed,
            unsigned == Availability.Measured
                ? FlowValue.Of((up - down) / (up + down), double.IsNaN(up + down) ? Availability.NoSizes : Availability.Undefined)
                : FlowValue.Absent(unsigned),
            unsigned == Availability.Measured ? FlowValue.Of((buys - sells) / (double)(buys + sells)) : FlowValue.Absent(unsigned),
            FlowValue.Of((all - buys - sells) / (double)all, Availability.NoEvents),
            FlowValue.Of(all / seconds),
            FlowValue.Of(volume.Sum(window) / seconds, Availability.NoSizes),
            unsigned == Availability.NoSides ? FlowValue.Absent(unsigned) : FlowValue.Of(buySweeps.Sum(window)),
            unsigned == Availability.NoSides ? FlowValue.Absent(unsigned) : FlowValue.Of(sellSweeps.Sum(window)));
    }

    /// <summary>Forgets every event.</summary>
    public void Reset()
    {
        foreach (var sums in (ReadOnlySpan<WindowSums>)[volume, bought, sold, buySweeps, sellSweeps])
        {
            sums.Clear();
        }

        signer.Reset();
        sweeps = NewDetector();
        last = long.MinValue;
        any = false;
    }

    private SweepDetector NewDetector() =>
        new((long)(options.SweepMilliseconds * EventTime.Millisecond), options.SweepTrades, options.SweepPrices);
}
