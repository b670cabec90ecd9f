using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Trend;

/// <summary>The step of <see cref="AroonFamily"/>.</summary>
public struct AroonStep : IFeatureStep
{
    private AroonRecurrence recurrence;

    internal AroonStep(int period)
    {
        ColumnLengths.CheckPeriod(period);
        recurrence = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = recurrence.Update(bar.High, bar.Low);
}
