using Ratchet.Features.Sets;

namespace Ratchet.Features.Momentum;

/// <summary>The recurrence of Williams' %R; <paramref name="flat"/> is its value in a range of nothing.</summary>
internal struct WilliamsRecurrence(int period, double flat)
{
    private RollingExtreme highest = RollingExtreme.Highest(period);
    private RollingExtreme lowest = RollingExtreme.Lowest(period);

    public double Update(double high, double low, double close)
    {
        highest.Add(high);
        lowest.Add(low);
        var range = highest.Value - lowest.Value;
        return !highest.IsFull ? double.NaN : range > 0 ? -100 * ((highest.Value - close) / range) : flat;
    }
}
