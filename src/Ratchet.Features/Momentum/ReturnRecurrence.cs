using Ratchet.Features.Sets;

namespace Ratchet.Features.Momentum;

/// <summary>The return over a number of bars, as a fraction; NaN until there are as many.</summary>
internal struct ReturnRecurrence(int period)
{
    private RollingWindow closes = new(period + 1);

    public double Update(double close)
    {
        closes.Add(close);
        return closes.IsFull ? (close / closes[0]) - 1 : double.NaN;
    }
}
