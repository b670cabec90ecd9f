using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Momentum;

/// <summary>The step of <see cref="TrixFamily"/>.</summary>
public struct TrixStep : IFeatureStep
{
    private TrixRecurrence recurrence;

    internal TrixStep(int period)
    {
        ColumnLengths.CheckPeriod(period);
        recurrence = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = recurrence.Update(bar.Close);
}
