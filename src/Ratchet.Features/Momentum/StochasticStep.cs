using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Momentum;

/// <summary>The step of <see cref="StochasticFamily"/>.</summary>
public struct StochasticStep : IFeatureStep
{
    private StochasticRecurrence recurrence;

    internal StochasticStep(StochasticRecurrence recurrence) => this.recurrence = recurrence;

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var values = recurrence.Update(bar.High, bar.Low, bar.Close);
        outputs[0] = values.SlowK;
        outputs[1] = values.SlowD;
    }
}
