using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Statistics;

/// <summary>A family whose batch form is its streaming form run over the series, so that both give the same bits by construction.</summary>
internal sealed class SteppedFamily(Func<TimeFrame, IFeatureStream> create, params FeatureDescriptor[] features) : IFeatureFamily
{
    private const int BarsBetweenCancellationChecks = 1024;

    public IReadOnlyList<FeatureDescriptor> Features { get; } = features;

    public IFeatureStream CreateStream(TimeFrame timeFrame) => create(timeFrame);

    public void Compute(BarSeries bars, IReadOnlyList<double[]> outputs, CancellationToken cancellationToken)
    {
        if (outputs.Count != Features.Count)
        {
            throw new ArgumentException($"There are {outputs.Count} outputs for {Features.Count} features; they must agree.", nameof(outputs));
        }

        for (var f = 0; f < outputs.Count; f++)
        {
            if (outputs[f].Length != bars.Count)
            {
                throw new ArgumentException(
                    $"The output of {Features[f].Name} has {outputs[f].Length} elements for {bars.Count} bars; they must agree.", nameof(outputs));
            }
        }

        var stream = create(bars.TimeFrame);
        var columns = outputs.ToArray();
        var row = new double[columns.Length];
        for (var i = 0; i < bars.Count; i++)
        {
            if (i % BarsBetweenCancellationChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            stream.Update(bars[i], row);
            for (var f = 0; f < row.Length; f++)
            {
                columns[f][i] = row[f];
            }
        }
    }
}
