using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Audit;

/// <summary>A family that reads a number of bars ahead in batch: what the audit must find.</summary>
internal sealed class CheatingFamily(int ahead) : IFeatureFamily
{
    public IReadOnlyList<FeatureDescriptor> Features { get; } = [new("tomorrow", FeatureGroup.Technical, "A later close.", static _ => 0)];

    public void Compute(BarSeries bars, IReadOnlyList<double[]> outputs, CancellationToken cancellationToken)
    {
        for (var i = 0; i < bars.Count; i++)
        {
            outputs[0][i] = bars.Close[Math.Min(i + ahead, bars.Count - 1)];
        }
    }

    public IFeatureStream CreateStream(TimeFrame timeFrame) => new Today();

    /// <summary>All that a stream can say: the close it was given.</summary>
    private sealed class Today : IFeatureStream
    {
        public void Update(in Bar bar, Span<double> outputs) => outputs[0] = bar.Close;

        public void Reset()
        {
        }
    }
}
