using Ratchet.Features.Statistics;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Regimes;

/// <summary>The two observations of a bar: the sum of the last log returns over their volatility times the root of their number, fast and slow.</summary>
internal sealed class TrendObserver
{
    internal const int FastBars = 20;
    internal const int SlowBars = 60;
    private const double LeastVolatility = 1e-9;

    private static readonly double FastScale = Math.Sqrt(FastBars);
    private static readonly double SlowScale = Math.Sqrt(SlowBars);

    private readonly SlidingWindow returns = new(SlowBars);
    private double previousClose = double.NaN;

    internal double Fast { get; private set; }

    internal double Slow { get; private set; }

    /// <summary>Takes the next close; false until there are enough returns.</summary>
    internal bool Push(double close)
    {
        if (!double.IsNaN(previousClose))
        {
            returns.Push(Math.Log(close / previousClose));
        }

        previousClose = close;
        if (!returns.IsFull)
        {
            return false;
        }

        var volatility = Moments.Deviation(returns.Values);
        var moves = volatility > LeastVolatility;
        Fast = moves ? LaneReduction.Sum(returns.Last(FastBars)) / (volatility * FastScale) : 0;
        Slow = moves ? LaneReduction.Sum(returns.Values) / (volatility * SlowScale) : 0;
        return true;
    }
}
