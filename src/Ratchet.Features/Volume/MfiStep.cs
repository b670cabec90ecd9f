using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Volume;

/// <summary>The step of <see cref="MfiFamily"/>.</summary>
public struct MfiStep : IFeatureStep
{
    private MfiRecurrence recurrence;

    internal MfiStep(int period)
    {
        ColumnLengths.CheckPeriod(period, 2);
        recurrence = new(period, 50);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = recurrence.Update(bar.High, bar.Low, bar.Close, bar.Volume);
}
