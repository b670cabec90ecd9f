using Ratchet.Features.Sets;

namespace Ratchet.Features.Volume;

/// <summary>The recurrence of the money flow index; <paramref name="flat"/> is its value where no money flowed.</summary>
internal struct MfiRecurrence(int period, double flat)
{
    private RollingWindow inflows = new(period);
    private RollingWindow outflows = new(period);
    private double priceBefore = double.NaN;

    public double Update(double high, double low, double close, double volume)
    {
        var price = (high + low + close) / 3;
        var change = price - priceBefore;
        priceBefore = price;
        if (double.IsNaN(change))
        {
            return double.NaN;
        }

        inflows.Add(change > 0 ? price * volume : 0);
        outflows.Add(change < 0 ? price * volume : 0);
        if (!inflows.IsFull)
        {
            return double.NaN;
        }

        var inflow = inflows.Sum;
        var all = inflow + outflows.Sum;
        return all > 0 ? 100 * (inflow / all) : flat;
    }
}
