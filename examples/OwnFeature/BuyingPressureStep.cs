using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace OwnFeature;

/// <summary>The recurrence: one closed bar in, one value out. It allocates nothing after it began.</summary>
public struct BuyingPressureStep : IFeatureStep
{
    private readonly double[] pressures;
    private readonly double[] volumes;
    private int seen;

    internal BuyingPressureStep(int period)
    {
        pressures = new double[period];
        volumes = new double[period];
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var range = bar.High - bar.Low;
        var position = range > 0 ? ((2 * (bar.Close - bar.Low)) - range) / range : 0;
        var place = seen % volumes.Length;
        pressures[place] = position * bar.Volume;
        volumes[place] = bar.Volume;
        seen++;
        outputs[0] = seen < volumes.Length ? double.NaN : Ratio();
    }

    // Summed anew from the oldest bar on, so that the value does not depend on how long the stream has run.
    private readonly double Ratio()
    {
        var (pressure, volume) = (0.0, 0.0);
        for (var i = 0; i < volumes.Length; i++)
        {
            var place = (seen + i) % volumes.Length;
            pressure += pressures[place];
            volume += volumes[place];
        }

        return volume > 0 ? pressure / volume : 0;
    }
}
