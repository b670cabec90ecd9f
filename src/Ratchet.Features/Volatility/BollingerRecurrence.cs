using Ratchet.Features.Sets;

namespace Ratchet.Features.Volatility;

/// <summary>The recurrence of Bollinger's bands: mean and population deviation, both taken afresh over the window.</summary>
internal struct BollingerRecurrence(int period, double multiple)
{
    private RollingWindow closes = new(period);

    public BollingerValues Update(double close)
    {
        closes.Add(close);
        if (!closes.IsFull)
        {
            return new(double.NaN, double.NaN, double.NaN);
        }

        var mean = closes.Mean;
        var reach = multiple * closes.RootMeanSquare(mean);
        return new(mean + reach, mean, mean - reach);
    }
}
