using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Momentum;

/// <summary>The step of <see cref="WilliamsFamily"/>.</summary>
public struct WilliamsStep : IFeatureStep
{
    private WilliamsRecurrence recurrence;

    internal WilliamsStep(int period)
    {
        ColumnLengths.CheckPeriod(period);
        recurrence = new(period, -50);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = recurrence.Update(bar.High, bar.Low, bar.Close);
}
