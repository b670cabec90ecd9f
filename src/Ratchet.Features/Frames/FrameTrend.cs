using Ratchet.Features.Trend;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Frames;

/// <summary>
/// The sign of the trend in a longer time frame, as of its last closed bar: that of a fast exponential average of closes less a slow one.
/// </summary>
internal struct FrameTrend(TimeFrame from, TimeFrame to)
{
    public const int Fast = 5;
    public const int Slow = 10;

    private HigherFrameBars frame = new(from, to);
    private EmaStep fast = new(Fast);
    private EmaStep slow = new(Slow);
    private double sign = double.NaN;

    /// <summary>Takes a bar and returns 1, 0 or -1; NaN until there were enough closed bars.</summary>
    public double Update(in Bar bar)
    {
        var isClosed = frame.Update(bar, out var earlier, out var hasEarlier, out var own);
        if (hasEarlier)
        {
            Take(earlier.Close);
        }

        if (isClosed)
        {
            Take(own.Close);
        }

        return sign;
    }

    private void Take(double close)
    {
        var spread = fast.Update(close) - slow.Update(close);
        sign = spread > 1e-12 * close ? 1 : spread < -1e-12 * close ? -1 : double.IsNaN(spread) ? double.NaN : 0;
    }
}
