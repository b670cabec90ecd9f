using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Trend;

/// <summary>The step of <see cref="DirectionalFamily"/>.</summary>
public struct DirectionalStep : IFeatureStep
{
    private DirectionalRecurrence recurrence;

    internal DirectionalStep(int period)
    {
        ColumnLengths.CheckPeriod(period, 2);
        recurrence = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var values = recurrence.Update(bar.High, bar.Low, bar.Close);
        outputs[0] = values.Adx;
        outputs[1] = values.PlusDi;
        outputs[2] = values.MinusDi;
    }
}
