using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Volume;

/// <summary>The step of <see cref="VolumeProfileFamily"/>.</summary>
public struct VolumeProfileStep : IFeatureStep
{
    private readonly double[] bins;
    private RollingExtreme highest;
    private RollingExtreme lowest;
    private RollingWindow prices;
    private RollingWindow volumes;

    internal VolumeProfileStep(int period, int binCount)
    {
        bins = new double[binCount];
        highest = RollingExtreme.Highest(period);
        lowest = RollingExtreme.Lowest(period);
        prices = new(period);
        volumes = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        highest.Add(bar.High);
        lowest.Add(bar.Low);
        prices.Add((bar.High + bar.Low + bar.Close) / 3);
        volumes.Add(bar.Volume);
        if (!prices.IsFull)
        {
            outputs[0] = double.NaN;
            return;
        }

        var bottom = lowest.Value;
        var range = highest.Value - bottom;
        outputs[0] = Flatness.IsFlat(range, bar.Close) || !Fill(bottom, range)
            ? 0
            : (bar.Close - (bottom + ((Fullest() + 0.5) * range / bins.Length))) / bar.Close;
    }

    private readonly bool Fill(double bottom, double range)
    {
        Array.Clear(bins);
        var scale = bins.Length / range;
        var traded = Fill(prices.Older, volumes.Older, bottom, scale) + Fill(prices.Newer, volumes.Newer, bottom, scale);
        return traded > 0;
    }

    private readonly double Fill(ReadOnlySpan<double> prices, ReadOnlySpan<double> volumes, double bottom, double scale)
    {
        var counts = bins;
        var last = counts.Length - 1;
        var traded = 0.0;
        for (var i = 0; i < prices.Length; i++)
        {
            // A price at most a rounding below the bottom is cut to bin 0 like the bottom itself.
            counts[Math.Min((int)((prices[i] - bottom) * scale), last)] += volumes[i];
            traded += volumes[i];
        }

        return traded;
    }

    private readonly int Fullest()
    {
        var fullest = 0;
        for (var bin = 1; bin < bins.Length; bin++)
        {
            fullest = bins[bin] > bins[fullest] ? bin : fullest;
        }

        return fullest;
    }
}
