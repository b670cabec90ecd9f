using Ratchet.Market.Bars;
using Ratchet.Market.Ticks;
using Ratchet.Market.Time;

namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Velocity, acceleration and jerk of price by backward differences over a horizon h, from the last price p at or before each sampled moment:
/// v(t) = (p(t) - p(t-h)) / h, a(t) = (v(t) - v(t-h)) / h, j(t) = (a(t) - a(t-h)) / h, in minutes. Prices are closes of bars (known at the close) or
/// mid prices. NaN until 3 h have passed, and where one of the four prices is older than the options allow or is NaN. O(1) amortised an event; not safe
/// for several threads.
/// </summary>
public sealed class KinematicsStream
{
    private readonly long[] horizons;
    private readonly long[] cursors;
    private readonly long maxAge;
    private readonly TimedRing ring = new();
    private long last = long.MinValue;

    /// <summary>A stream without prices.</summary>
    /// <param name="options">Horizons and the greatest age; null for the defaults.</param>
    public KinematicsStream(KinematicsOptions? options = null)
    {
        options ??= new();
        options.Validate();
        horizons = EventTime.Windows([.. options.HorizonMinutes.Select(m => m * 60)], nameof(options.HorizonMinutes));
        maxAge = EventTime.Length(options.MaxAgeSeconds, nameof(options.MaxAgeSeconds));
        cursors = new long[4 * horizons.Length];
    }

    /// <summary>How many horizons there are.</summary>
    public int Horizons => horizons.Length;

    /// <summary>Takes a price.</summary>
    /// <param name="time">When it is known, nanoseconds UTC, never falling.</param>
    /// <param name="price">The price; NaN where there is none from this moment on.</param>
    /// <exception cref="ArgumentException">The time falls.</exception>
    public void Update(long time, double price)
    {
        EventTime.RequireOrder(time, last);
        last = time;
        if (ring.End > 0 && ring.Time(ring.End - 1) == time)
        {
            // Several prices of one moment: the last one holds; cursors stand on or before it either way.
            ring.Add(time, price);
            return;
        }

        Advance(time);
        ring.Add(time, price);
    }

    /// <summary>Takes a closed bar: its close, known at its end.</summary>
    /// <param name="bar">The bar.</param>
    /// <param name="timeFrame">Its length.</param>
    public void Update(in Bar bar, TimeFrame timeFrame) => Update((bar.OpenTime + timeFrame.Milliseconds) * EventTime.Millisecond, bar.Close);

    /// <summary>Takes a quote: its mid price.</summary>
    /// <param name="quote">The quote.</param>
    public void Update(in Quote quote) => Update(quote.Time, quote.Mid);

    /// <summary>The motion over a horizon at a moment.</summary>
    /// <param name="horizon">Which horizon, from 0.</param>
    /// <param name="now">The moment, not before the last price and never falling from reading to reading.</param>
    /// <exception cref="ArgumentException">The moment is before the last price or reading.</exception>
    public Motion Read(int horizon, long now)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)horizon, (uint)horizons.Length, nameof(horizon));
        EventTime.RequireOrder(now, last);
        last = now;
        if (ring.End == 0)
        {
            return Motion.Absent(Availability.NoSource);
        }

        Advance(now);
        var p0 = Sample((4 * horizon) + 0, now);
        var p1 = Sample((4 * horizon) + 1, now - horizons[horizon]);
        var p2 = Sample((4 * horizon) + 2, now - (2 * horizons[horizon]));
        var p3 = Sample((4 * horizon) + 3, now - (3 * horizons[horizon]));
        if (double.IsNaN(p0 + p1 + p2 + p3))
        {
            var early = ring.Time(ring.First) > now - (3 * horizons[horizon]);
            return Motion.Absent(early ? Availability.WarmingUp : Availability.NotSeen);
        }

        var h = horizons[horizon] / (double)EventTime.Minute;
        var v0 = (p0 - p1) / h;
        var v1 = (p1 - p2) / h;
        var v2 = (p2 - p3) / h;
        var a0 = (v0 - v1) / h;
        var a1 = (v1 - v2) / h;
        return new(v0, a0, (a0 - a1) / h, Availability.Measured);
    }

    /// <summary>Forgets every price.</summary>
    public void Reset()
    {
        ring.Clear();
        Array.Clear(cursors);
        last = long.MinValue;
    }

    private double Sample(int cursor, long moment)
    {
        var number = cursors[cursor];
        var time = ring.Time(number);
        return time <= moment && moment - time <= maxAge ? ring.Value(number) : double.NaN;
    }

    // A cursor stands on the last price at or before its moment, or on the oldest price where there is none.
    private void Advance(long now)
    {
        var oldest = ring.End;
        for (var h = 0; h < horizons.Length; h++)
        {
            for (var lag = 0; lag < 4; lag++)
            {
                ref var cursor = ref cursors[(4 * h) + lag];
                var moment = now - (lag * horizons[h]);
                while (cursor + 1 < ring.End && ring.Time(cursor + 1) <= moment)
                {
                    cursor++;
                }

                oldest = Math.Min(oldest, cursor);
            }
        }

        ring.DropBefore(oldest);
    }
}
