using Ratchet.Features.Sets;
using Ratchet.Features.Volatility;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Trend;

/// <summary>The step of <see cref="SupertrendFamily"/>.</summary>
public struct SupertrendStep : IFeatureStep
{
    private readonly double multiple;
    private AtrStep range;
    private double upper;
    private double lower;
    private double closeBefore;
    private bool isUp;

    internal SupertrendStep(int period, double multiple)
    {
        this.multiple = multiple;
        range = new(period);
        (upper, lower, closeBefore) = (double.NaN, double.NaN, double.NaN);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var reach = multiple * range.Update(bar.High, bar.Low, bar.Close);
        if (double.IsNaN(reach))
        {
            outputs[0] = double.NaN;
            return;
        }

        var middle = (bar.High + bar.Low) / 2;
        if (double.IsNaN(upper))
        {
            (upper, lower, isUp) = (middle + reach, middle - reach, bar.Close >= middle);
        }
        else
        {
            upper = closeBefore > upper ? middle + reach : Math.Min(middle + reach, upper);
            lower = closeBefore < lower ? middle - reach : Math.Max(middle - reach, lower);
            isUp = isUp ? bar.Close >= lower : bar.Close > upper;
        }

        closeBefore = bar.Close;
        outputs[0] = (bar.Close - (isUp ? lower : upper)) / bar.Close;
    }
}
