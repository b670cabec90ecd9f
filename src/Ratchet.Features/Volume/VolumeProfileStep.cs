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
        var any = false;
        for (var age = 0; age < prices.Length; age++)
        {
            var bin = (int)((prices[age] - bottom) / range * bins.Length);
            bins[Math.Clamp(bin, 0, bins.Length - 1)] += volumes[age];
            any |= volumes[age] > 0;
        }

        return any;
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
