using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Audit;

/// <summary>A family whose value comes three bars earlier than it declares.</summary>
internal sealed class EarlyFamily() : SteppedFamily<EarlyFamily.Step>(
    [new("early", FeatureGroup.Technical, "The close from the third bar on.", static _ => 5)])
{
    public override Step Begin(TimeFrame timeFrame) => default;

    internal struct Step : IFeatureStep
    {
        private int seen;

        public void Update(in Bar bar, Span<double> outputs) => outputs[0] = seen++ < 2 ? double.NaN : bar.Close;
    }
}
