using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Sets;

/// <summary>
/// The streaming form of a <see cref="SteppedFamily{TStep}"/>: it holds one step. Not safe for use by several threads at once.
/// </summary>
/// <typeparam name="TStep">The state and recurrence.</typeparam>
public sealed class SteppedStream<TStep> : IFeatureStream
    where TStep : struct, IFeatureStep
{
    private readonly SteppedFamily<TStep> family;
    private readonly TimeFrame timeFrame;
    private TStep step;

    /// <summary>Begins before the first bar.</summary>
    /// <param name="family">Makes the step.</param>
    /// <param name="timeFrame">The length of the bars to come.</param>
    public SteppedStream(SteppedFamily<TStep> family, TimeFrame timeFrame)
    {
        this.family = family;
        this.timeFrame = timeFrame;
        step = family.Begin(timeFrame);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs) => step.Update(bar, outputs);

    /// <inheritdoc/>
    public void Reset() => step = family.Begin(timeFrame);
}
