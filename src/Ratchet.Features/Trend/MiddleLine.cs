using Ratchet.Features.Sets;

namespace Ratchet.Features.Trend;

/// <summary>The middle between the highest high and the lowest low of a number of bars; NaN until there are as many.</summary>
internal struct MiddleLine(int period)
{
    private RollingExtreme highest = RollingExtreme.Highest(period);
    private RollingExtreme lowest = RollingExtreme.Lowest(period);

    public double Update(double high, double low)
    {
        highest.Add(high);
        lowest.Add(low);
        return highest.IsFull ? (highest.Value + lowest.Value) / 2 : double.NaN;
    }
}
