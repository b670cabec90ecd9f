using Ratchet.Features.OrderFlow;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Levels;

/// <summary>The mean of the last n closes, known at the close of the last of them; none before n bars. O(1) a bar.</summary>
public sealed class AverageSource : ILevelSource
{
    private readonly Level[] current;
    private readonly double[] closes;
    private readonly TimeFrame timeFrame;
    private readonly long maxAge;
    private CompensatedSum sum;
    private long seen;

    private AverageSource(LevelKind kind, int period, TimeFrame timeFrame, int maxAgeMinutes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAgeMinutes, 1);
        current = [Level.None(kind)];
        closes = new double[period];
        this.timeFrame = timeFrame;
        maxAge = maxAgeMinutes * TimeFrame.Minute1.Milliseconds;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<Level> Current => current;

    /// <summary>The mean of the last 200 closes.</summary>
    /// <param name="timeFrame">The length of the bars.</param>
    /// <param name="maxAgeMinutes">How long a value holds without a new bar, at least 1.</param>
    public static AverageSource Of200(TimeFrame timeFrame, int maxAgeMinutes = 15) => new(LevelKind.Average200, 200, timeFrame, maxAgeMinutes);

    /// <summary>The mean of the last 400 closes.</summary>
    /// <param name="timeFrame">The length of the bars.</param>
    /// <param name="maxAgeMinutes">How long a value holds without a new bar, at least 1.</param>
    public static AverageSource Of400(TimeFrame timeFrame, int maxAgeMinutes = 15) => new(LevelKind.Average400, 400, timeFrame, maxAgeMinutes);

    /// <inheritdoc/>
    public void Update(in Bar bar)
    {
        var slot = seen % closes.Length;
        if (seen >= closes.Length)
        {
            sum.Add(-closes[slot]);
        }

        closes[slot] = bar.Close;
        sum.Add(bar.Close);
        seen++;
        if (seen >= closes.Length)
        {
            var known = bar.OpenTime + timeFrame.Milliseconds;
            current[0] = new(current[0].Kind, sum.Value / closes.Length, known, known + maxAge);
        }
    }

    /// <inheritdoc/>
    public void Advance(long now)
    {
        // Nothing waits for the clock: a value ends by its own age.
    }
}
