using Ratchet.Features.Trend;

namespace Ratchet.Features.Momentum;

/// <summary>The recurrence of TRIX: each average is begun with the first values of the one before.</summary>
internal struct TrixRecurrence(int period)
{
    private EmaStep first = new(period);
    private EmaStep second = new(period);
    private EmaStep third = new(period);
    private double before = double.NaN;

    public double Update(double close)
    {
        var value = first.Update(close);
        value = double.IsNaN(value) ? value : second.Update(value);
        value = double.IsNaN(value) ? value : third.Update(value);
        var change = 100 * ((value / before) - 1);
        before = value;
        return change;
    }
}
