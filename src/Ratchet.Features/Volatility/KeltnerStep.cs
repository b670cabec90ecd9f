using Ratchet.Features.Sets;
using Ratchet.Features.Trend;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Volatility;

/// <summary>The step of <see cref="KeltnerFamily"/>.</summary>
public struct KeltnerStep : IFeatureStep
{
    private readonly double multiple;
    private EmaStep average;
    private AtrStep range;

    internal KeltnerStep(int averagePeriod, int rangePeriod, double multiple)
    {
        this.multiple = multiple;
        average = new(averagePeriod);
        range = new(rangePeriod);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var middle = average.Update(bar.Close);
        var reach = multiple * range.Update(bar.High, bar.Low, bar.Close);
        outputs[0] = double.IsNaN(middle) ? double.NaN : Flatness.Position(bar.Close, middle - reach, middle + reach);
    }
}
