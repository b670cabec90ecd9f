using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Trend;

/// <summary>The step of <see cref="SmaRatioFamily"/>.</summary>
public struct SmaRatioStep : IFeatureStep
{
    private SmaStep average;

    internal SmaRatioStep(int period)
    {
        ColumnLengths.CheckPeriod(period, 2);
        average = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = bar.Close / average.Update(bar.Close);
}
