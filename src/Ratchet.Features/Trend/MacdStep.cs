using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Trend;

/// <summary>The step of <see cref="MacdFamily"/>.</summary>
public struct MacdStep : IFeatureStep
{
    private MacdRecurrence recurrence;
    private double histogramBefore;

    internal MacdStep(MacdRecurrence recurrence)
    {
        this.recurrence = recurrence;
        histogramBefore = double.NaN;
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var values = recurrence.Update(bar.Close);
        outputs[0] = values.Line / bar.Close;
        outputs[1] = values.Signal / bar.Close;
        outputs[2] = values.Histogram / bar.Close;
        outputs[3] = Cross(histogramBefore, values.Histogram);
        histogramBefore = values.Histogram;
    }

    private static double Cross(double before, double now) =>
        double.IsNaN(before) ? double.NaN
        : before <= 0 && now > 0 ? 1
        : before >= 0 && now < 0 ? -1
        : 0;
}
