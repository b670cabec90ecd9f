using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Volatility;

/// <summary>The step of <see cref="DonchianFamily"/>.</summary>
public struct DonchianStep : IFeatureStep
{
    private RollingExtreme highest;
    private RollingExtreme lowest;

    internal DonchianStep(int period)
    {
        ColumnLengths.CheckPeriod(period);
        highest = RollingExtreme.Highest(period);
        lowest = RollingExtreme.Lowest(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        highest.Add(bar.High);
        lowest.Add(bar.Low);
        outputs[0] = highest.IsFull ? Flatness.Position(bar.Close, lowest.Value, highest.Value) : double.NaN;
    }
}
