using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Volatility;

/// <summary>The step of <see cref="AtrFamily"/>.</summary>
public struct AtrPercentStep : IFeatureStep
{
    private AtrStep range;

    internal AtrPercentStep(int period)
    {
        ColumnLengths.CheckPeriod(period);
        range = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = 100 * range.Update(bar.High, bar.Low, bar.Close) / bar.Close;
}
