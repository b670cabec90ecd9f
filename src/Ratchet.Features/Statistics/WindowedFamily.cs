using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Statistics;

/// <summary>A family whose step keeps windows: the state is one object a stream, made anew by each beginning.</summary>
internal sealed class WindowedFamily(Func<TimeFrame, IFeatureStep> begin, params FeatureDescriptor[] features)
    : SteppedFamily<WindowedFamily.Step>(features), IVersionedFamily
{
    public string? Definition { get; init; } = string.Empty;

    public override Step Begin(TimeFrame timeFrame) => new(begin(timeFrame));

    internal readonly struct Step(IFeatureStep inner) : IFeatureStep
    {
        // The windows cost tens of operations a bar, one call through an interface is nothing beside them.
        public void Update(in Bar bar, Span<double> outputs) => inner.Update(in bar, outputs);
    }
}
