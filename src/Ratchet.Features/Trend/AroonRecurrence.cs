using Ratchet.Features.Sets;

namespace Ratchet.Features.Trend;

/// <summary>
/// The recurrence of the Aroon oscillator: how much more recent the highest high is than the lowest low, over n + 1 bars.
/// </summary>
internal struct AroonRecurrence(int period)
{
    private readonly double scale = 100.0 / period;
    private RollingExtreme highest = RollingExtreme.Highest(period + 1);
    private RollingExtreme lowest = RollingExtreme.Lowest(period + 1);

    public double Update(double high, double low)
    {
        highest.Add(high);
        lowest.Add(low);
        return highest.IsFull ? scale * (lowest.Age - highest.Age) : double.NaN;
    }
}
