using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Momentum;

/// <summary>The step of <see cref="CciFamily"/>.</summary>
public struct CciStep : IFeatureStep
{
    private CciRecurrence recurrence;

    internal CciStep(int period)
    {
        ColumnLengths.CheckPeriod(period, 2);
        recurrence = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = recurrence.Update(bar.High, bar.Low, bar.Close);
}
