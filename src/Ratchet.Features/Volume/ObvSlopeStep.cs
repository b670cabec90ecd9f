using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Volume;

/// <summary>The step of <see cref="ObvSlopeFamily"/>.</summary>
public struct ObvSlopeStep : IFeatureStep
{
    private SignedVolume signed;
    private RollingWindow signedVolumes;
    private RollingWindow volumes;

    internal ObvSlopeStep(int period)
    {
        ColumnLengths.CheckPeriod(period, 2);
        signed = new();
        signedVolumes = new(period);
        volumes = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        signedVolumes.Add(signed.Update(bar.Close, bar.Volume));
        volumes.Add(bar.Volume);
        if (!volumes.IsFull)
        {
            outputs[0] = double.NaN;
            return;
        }

        var mean = volumes.Mean;
        outputs[0] = mean > 0 ? Slope() / mean : 0;
    }

    private readonly double Slope()
    {
        // The balance starts at 0 on the oldest bar; a constant does not change a slope.
        var count = signedVolumes.Length;
        var centre = (count - 1) / 2.0;
        var balance = 0.0;
        var product = 0.0;
        var position = -centre;
        foreach (var signedVolume in signedVolumes.Older[1..])
        {
            balance += signedVolume;
            product += ++position * balance;
        }

        foreach (var signedVolume in signedVolumes.Newer)
        {
            balance += signedVolume;
            product += ++position * balance;
        }

        return product * 12 / ((double)count * (((double)count * count) - 1));
    }
}
