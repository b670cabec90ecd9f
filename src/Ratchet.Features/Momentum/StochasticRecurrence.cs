using Ratchet.Features.Sets;

namespace Ratchet.Features.Momentum;

/// <summary>The recurrence of the slow stochastic; <paramref name="flat"/> is the place of the close in a range of nothing.</summary>
internal struct StochasticRecurrence(int fastK, int slowK, int slowD, double flat)
{
    private RollingExtreme highest = RollingExtreme.Highest(fastK);
    private RollingExtreme lowest = RollingExtreme.Lowest(fastK);
    private RollingWindow places = new(slowK);
    private RollingWindow averages = new(slowD);

    public StochasticValues Update(double high, double low, double close)
    {
        highest.Add(high);
        lowest.Add(low);
        if (highest.IsFull)
        {
            var range = highest.Value - lowest.Value;
            places.Add(range > 0 ? 100 * ((close - lowest.Value) / range) : flat);
            if (places.IsFull)
            {
                averages.Add(places.Mean);
            }
        }

        return averages.IsFull ? new(places.Mean, averages.Mean) : new(double.NaN, double.NaN);
    }
}
