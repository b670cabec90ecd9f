using Ratchet.Features.Sets;
using Ratchet.Market.Bars;

namespace Ratchet.Features.Trend;

/// <summary>The step of <see cref="ParabolicSarFamily"/>.</summary>
public struct ParabolicSarStep : IFeatureStep
{
    private ParabolicSarRecurrence recurrence;

    internal ParabolicSarStep(double acceleration, double maximum) => recurrence = new(acceleration, maximum);

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => outputs[0] = (bar.Close - recurrence.Update(bar.High, bar.Low)) / bar.Close;
}
