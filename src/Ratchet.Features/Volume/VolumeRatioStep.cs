using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Volume;

/// <summary>The step of <see cref="VolumeRatioFamily"/>.</summary>
public struct VolumeRatioStep : IFeatureStep
{
    private RollingWindow volumes;

    internal VolumeRatioStep(int period) => volumes = new(period);

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        volumes.Add(bar.Volume);
        var mean = volumes.Mean;
        outputs[0] = !volumes.IsFull ? double.NaN : mean > 0 ? bar.Volume / mean : 1;
    }
}
