using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Volume;

/// <summary>The step of <see cref="ChaikinFamily"/>.</summary>
public struct ChaikinStep : IFeatureStep
{
    private RollingWindow flows;
    private RollingWindow volumes;

    internal ChaikinStep(int period)
    {
        ColumnLengths.CheckPeriod(period);
        flows = new(period);
        volumes = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var range = bar.High - bar.Low;
        flows.Add(range > 0 ? bar.Volume * ((bar.Close - bar.Low - (bar.High - bar.Close)) / range) : 0);
        volumes.Add(bar.Volume);
        var all = volumes.Sum;
        outputs[0] = !volumes.IsFull ? double.NaN : all > 0 ? flows.Sum / all : 0;
    }
}
