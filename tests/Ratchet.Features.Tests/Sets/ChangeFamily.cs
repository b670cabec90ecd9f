using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Sets;

/// <summary>
/// An honest family of two features, for tests of the machinery: the close over the one before, and the volume's share of two bars.
/// </summary>
internal sealed class ChangeFamily(string change = "change", string share = "share") : SteppedFamily<ChangeFamily.Step>(
[
    new(change, FeatureGroup.Technical, "Close over the close before.", static _ => 1),
    new(share, FeatureGroup.Technical, "Volume over that of two bars; 0.5 when there is none.", static _ => 1),
])
{
    public override Step Begin(TimeFrame timeFrame) => new() { Close = double.NaN, Volume = double.NaN };

    internal struct Step : IFeatureStep
    {
        public double Close;
        public double Volume;

        public void Update(in Bar bar, Span<double> outputs)
        {
            outputs[0] = bar.Close / Close;
            var both = Volume + bar.Volume;
            outputs[1] = both == 0 ? 0.5 : bar.Volume / both;
            (Close, Volume) = (bar.Close, bar.Volume);
        }
    }
}
