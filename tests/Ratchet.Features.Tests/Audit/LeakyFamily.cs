using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Audit;

/// <summary>A family that leaks on purpose: a column made from the whole series, and a stream made from what it is given.</summary>
internal sealed class LeakyFamily(string name, Func<BarSeries, double[]> compute, Func<Func<Bar, double>> stream) : IFeatureFamily
{
    public IReadOnlyList<FeatureDescriptor> Features { get; } = [new(name, FeatureGroup.Technical, "Leaks on purpose.", static _ => 0)];

    public void Compute(BarSeries bars, IReadOnlyList<double[]> outputs, CancellationToken cancellationToken) => compute(bars).CopyTo(outputs[0], 0);

    public IFeatureStream CreateStream(TimeFrame timeFrame) => new Stream(stream);

    private sealed class Stream(Func<Func<Bar, double>> begin) : IFeatureStream
    {
        private Func<Bar, double> step = begin();

        public void Update(in Bar bar, Span<double> outputs) => outputs[0] = step(bar);

        public void Reset() => step = begin();
    }
}
