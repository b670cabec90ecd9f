using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Momentum;

/// <summary>
/// The step of <see cref="RocFamily"/> and <see cref="TimedMomentumFamily"/>: a return over a number of bars, in some unit.
/// </summary>
public struct ReturnStep : IFeatureStep
{
    private readonly double unit;
    private ReturnRecurrence recurrence;

    internal ReturnStep(int period, double unit)
    {
        ColumnLengths.CheckPeriod(period);
        this.unit = unit;
        recurrence = new(period);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = unit * recurrence.Update(bar.Close);
}
