using Ratchet.Market.Bars;
using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>The batch form of <see cref="KinematicsStream"/>: the motion at given moments, from what was known at each. The same numbers bit for bit.</summary>
public static class Kinematics
{
    /// <summary>From closes of bars.</summary>
    /// <param name="bars">The bars; a close is known at the end of its bar.</param>
    /// <param name="at">Moments, nanoseconds UTC, never falling.</param>
    /// <param name="options">Horizons; null for the defaults.</param>
    /// <param name="output">For each moment the horizons in order: moments x horizons elements.</param>
    public static void Compute(BarSeries bars, ReadOnlySpan<long> at, KinematicsOptions? options, Span<Motion> output)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var stream = Begin(at.Length, options, output.Length);
        var i = 0;
        for (var m = 0; m < at.Length; m++)
        {
            for (; i < bars.Count && (bars.OpenTime[i] + bars.TimeFrame.Milliseconds) * EventTime.Millisecond <= at[m]; i++)
            {
                stream.Update(bars[i], bars.TimeFrame);
            }

            Read(stream, at[m], output.Slice(m * stream.Horizons, stream.Horizons));
        }
    }

    /// <summary>From mid prices.</summary>
    /// <param name="quotes">The quotes.</param>
    /// <param name="at">Moments, nanoseconds UTC, never falling.</param>
    /// <param name="options">Horizons; null for the defaults.</param>
    /// <param name="output">For each moment the horizons in order: moments x horizons elements.</param>
    public static void Compute(QuoteSeries quotes, ReadOnlySpan<long> at, KinematicsOptions? options, Span<Motion> output)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        var stream = Begin(at.Length, options, output.Length);
        var i = 0;
        for (var m = 0; m < at.Length; m++)
        {
            for (; i < quotes.Count && quotes.Time[i] <= at[m]; i++)
            {
                stream.Update(quotes[i]);
            }

            Read(stream, at[m], output.Slice(m * stream.Horizons, stream.Horizons));
        }
    }

    private static KinematicsStream Begin(int moments, KinematicsOptions? options, int output)
    {
        var stream = new KinematicsStream(options);
        EventTime.RequireOutput(output, moments * stream.Horizons);
        return stream;
    }

    private static void Read(KinematicsStream stream, long now, Span<Motion> output)
    {
        for (var h = 0; h < output.Length; h++)
        {
            output[h] = stream.Read(h, now);
        }
    }
}
