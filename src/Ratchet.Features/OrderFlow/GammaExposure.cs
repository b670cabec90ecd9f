using Ratchet.Market.Ticks;

namespace Ratchet.Features.OrderFlow;

/// <summary>The batch form of <see cref="GammaExposureStream"/>: fuel at given moments, from what was known at each. The same numbers bit for bit.</summary>
public static class GammaExposure
{
    /// <summary>The fuel around levels at given moments.</summary>
    /// <param name="chain">The chain, times never falling; null where there is no such feed.</param>
    /// <param name="at">Moments, nanoseconds UTC, never falling.</param>
    /// <param name="levels">A level for each moment.</param>
    /// <param name="options">Window, multiplier and model; null for the defaults.</param>
    /// <param name="output">One element a moment.</param>
    /// <exception cref="ArgumentException">Lengths differ or times fall.</exception>
    public static void Compute(OptionQuoteSeries? chain, ReadOnlySpan<long> at, ReadOnlySpan<double> levels, GammaOptions? options, Span<GammaFuel> output)
    {
        EventTime.RequireOutput(output.Length, at.Length);
        if (levels.Length != at.Length)
        {
            throw new ArgumentException($"There are {levels.Length} levels and {at.Length} moments; they must agree.", nameof(levels));
        }

        var stream = new GammaExposureStream(options);
        var i = 0;
        for (var m = 0; m < at.Length; m++)
        {
            for (; chain is not null && i < chain.Count && chain.Columns.Time.Span[i] <= at[m]; i++)
            {
                stream.Update(chain[i]);
            }

            output[m] = stream.Read(levels[m], at[m]);
        }
    }
}
