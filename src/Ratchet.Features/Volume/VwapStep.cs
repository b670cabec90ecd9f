using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Volume;

/// <summary>The step of <see cref="VwapFamily"/>.</summary>
public struct VwapStep : IFeatureStep
{
    private RollingWindow volumes;
    private RollingWindow values;

    internal VwapStep(int period)
    {
        volumes = new(period);
        values = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        volumes.Add(bar.Volume);
        values.Add((bar.High + bar.Low + bar.Close) / 3 * bar.Volume);
        if (!volumes.IsFull)
        {
            outputs[0] = double.NaN;
            return;
        }

        var value = values.Sum;
        outputs[0] = value > 0 ? (bar.Close * volumes.Sum / value) - 1 : 0;
    }
}
