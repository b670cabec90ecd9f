using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Momentum;

/// <summary>The step of <see cref="RsiFamily"/>.</summary>
public struct RsiStep : IFeatureStep
{
    private RsiRecurrence recurrence;

    internal RsiStep(int period)
    {
        ColumnLengths.CheckPeriod(period, 2);
        recurrence = new(period, 50);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = recurrence.Update(bar.Close);
}
