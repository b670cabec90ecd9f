using Ratchet.Features.Sets;

namespace Ratchet.Features.Trend;

/// <summary>The recurrence of Kaufman's adaptive average, with 2 and 30 bars as its fastest and slowest, as TA-Lib has them.</summary>
internal struct KamaRecurrence(int period)
{
    private const double Slowest = 2.0 / 31;
    private const double Fastest = 2.0 / 3;

    private RollingWindow closes = new(period + 1);
    private RollingWindow steps = new(period);
    private double closeBefore = double.NaN;
    private double value = double.NaN;

    public double Update(double close)
    {
        closes.Add(close);
        if (!double.IsNaN(closeBefore))
        {
            steps.Add(Math.Abs(close - closeBefore));
        }

        if (closes.IsFull)
        {
            var change = close - closes[0];
            var path = steps.Sum;
            var efficiency = path <= change || path == 0 ? 1 : Math.Abs(change / path);
            var weight = (efficiency * (Fastest - Slowest)) + Slowest;
            var before = double.IsNaN(value) ? closeBefore : value;
            value = ((close - before) * weight * weight) + before;
        }

        closeBefore = close;
        return value;
    }
}
