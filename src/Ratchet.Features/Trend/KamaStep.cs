using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Trend;

/// <summary>The step of <see cref="KamaFamily"/>.</summary>
public struct KamaStep : IFeatureStep
{
    private KamaRecurrence recurrence;
    private double before;

    internal KamaStep(int period)
    {
        ColumnLengths.CheckPeriod(period, 2);
        recurrence = new(period);
        before = double.NaN;
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var now = recurrence.Update(bar.Close);
        outputs[0] = (now / before) - 1;
        before = now;
    }
}
