using Ratchet.Features.Frames;
using Ratchet.Features.Trend;
using Ratchet.Features.Volatility;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Trading.Events;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// What is known about one symbol at the close of each bar: average true range, directional movement, two exponential averages, the share of the 24-hour volume in its
/// trailing median, and the regime where somebody tells it. With a context frame the indicators stand on the last longer bar that has closed, and
/// <see cref="MarketContext.Bars"/> counts those; the price is always the latest close. Spread and depth are not known from bars: NaN. The cost of a bar does
/// not grow with history; nothing is allocated after construction (but what the regime source allocates).
/// </summary>
public sealed class MarketContextStream
{
    private readonly IRegimeSource? regimes;
    private readonly VolumeShareStream volume;
    private readonly bool isGathered;
    private readonly double[] direction = new double[3];
    private HigherFrameBars longerBars;
    private AtrStep range;
    private DirectionalStep movement;
    private EmaStep fast;
    private EmaStep slow;
    private MarketContext current = MarketContext.Unknown;

    /// <summary>A stream for one symbol, before its first bar.</summary>
    /// <param name="frame">The length of the bars that it will be given.</param>
    /// <param name="options">What is measured.</param>
    /// <param name="regimes">Tells the regime's probabilities, on bars of the context frame; null where nobody does.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range, or the context frame is no multiple of the frame.</exception>
    public MarketContextStream(TimeFrame frame, MarketContextOptions options, IRegimeSource? regimes = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(frame.Minutes, 1, nameof(frame));
        options.Validate();
        Frame = options.ContextFrame ?? frame;
        if (Frame.Minutes % frame.Minutes != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(options), Frame.ToString(), $"ContextFrame must be a multiple of the bars' own frame, {frame}.");
        }

        this.regimes = regimes;
        isGathered = Frame != frame;
        longerBars = new(frame, Frame);
        range = new(options.AtrPeriod);
        movement = new DirectionalFamily(options.AdxPeriod).Begin(Frame);
        fast = new(options.FastPeriod);
        slow = new(options.SlowPeriod);
        volume = new(Frame, options.VolumeDays, options.LeastVolumeDays);
    }

    /// <summary>The length of the bars that are measured.</summary>
    public TimeFrame Frame { get; }

    /// <summary>What is known as of the last bar given; each part is NaN until it is.</summary>
    public ref readonly MarketContext Current => ref current;

    /// <summary>Takes a closed bar.</summary>
    /// <param name="bar">The bar; it must open after the one before.</param>
    public void Update(in Bar bar)
    {
        if (!isGathered)
        {
            Measure(bar);
            return;
        }

        var hasOwn = longerBars.Update(bar, out var earlier, out var hasEarlier, out var own);
        if (hasEarlier)
        {
            Measure(earlier);
        }

        if (hasOwn)
        {
            Measure(own);
        }

        current = current with { Price = bar.Close };
    }

    private void Measure(in Bar bar)
    {
        var (bull, bear) = (double.NaN, double.NaN);
        regimes?.Update(bar, out bull, out bear);
        movement.Update(bar, direction);
        current = new(
            bar.Close,
            range.Update(bar.High, bar.Low, bar.Close),
            direction[0],
            direction[1],
            direction[2],
            fast.Update(bar.Close),
            slow.Update(bar.Close),
            volume.Update(bar),
            double.NaN,
            double.NaN,
            current.Bars + 1,
            bull,
            bear);
    }
}
