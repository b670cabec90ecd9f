using Ratchet.Features.Sets;

namespace Ratchet.Features.Momentum;

/// <summary>The recurrence of the commodity channel index; mean and distances are taken afresh over the window.</summary>
internal struct CciRecurrence(int period)
{
    private RollingWindow prices = new(period);

    public double Update(double high, double low, double close)
    {
        var price = (high + low + close) / 3;
        prices.Add(price);
        if (!prices.IsFull)
        {
            return double.NaN;
        }

        var mean = prices.Mean;
        var distance = prices.MeanDistance(mean);
        return Flatness.IsFlat(distance, mean) ? 0 : (price - mean) / (0.015 * distance);
    }
}
