using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Levels;

/// <summary>The multiples of a step next to the last close: the highest at or below it and the lowest above it, known at the close. O(1) a bar.</summary>
public sealed class RoundNumberSource : ILevelSource
{
    private readonly Level[] current = [Level.None(LevelKind.RoundBelow), Level.None(LevelKind.RoundAbove)];
    private readonly TimeFrame timeFrame;
    private readonly double step;
    private readonly long maxAge;

    /// <summary>A source without bars.</summary>
    /// <param name="timeFrame">The length of the bars.</param>
    /// <param name="step">The distance of round numbers, greater than 0.</param>
    /// <param name="maxAgeMinutes">How long a value holds without a new bar, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The step is not a positive number.</exception>
    public RoundNumberSource(TimeFrame timeFrame, double step, int maxAgeMinutes = 15)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAgeMinutes, 1);
        if (!(step > 0 && double.IsFinite(step)))
        {
            throw new ArgumentOutOfRangeException(nameof(step), step, "step must be greater than 0 and finite.");
        }

        this.timeFrame = timeFrame;
        this.step = step;
        maxAge = maxAgeMinutes * TimeFrame.Minute1.Milliseconds;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<Level> Current => current;

    /// <inheritdoc/>
    public void Update(in Bar bar)
    {
        var known = bar.OpenTime + timeFrame.Milliseconds;
        var steps = Math.Floor(bar.Close / step);
        current[0] = new(LevelKind.RoundBelow, steps * step, known, known + maxAge);
        current[1] = new(LevelKind.RoundAbove, (steps + 1) * step, known, known + maxAge);
    }

    /// <inheritdoc/>
    public void Advance(long now)
    {
        // Nothing waits for the clock: a value ends by its own age.
    }
}
