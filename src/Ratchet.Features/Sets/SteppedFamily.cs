using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Sets;

/// <summary>
/// A family whose batch and streaming forms run the same step, bar by bar from the first, so that they agree bit for bit
/// and no value can depend on a later bar.
/// </summary>
/// <typeparam name="TStep">The state and recurrence.</typeparam>
/// <param name="features">What the family yields, in the order of the step's outputs.</param>
public abstract class SteppedFamily<TStep>(IReadOnlyList<FeatureDescriptor> features) : IFeatureFamily
    where TStep : struct, IFeatureStep
{
    private const int CancellationInterval = 8192;

    /// <inheritdoc/>
    public IReadOnlyList<FeatureDescriptor> Features { get; } = features;

    /// <summary>The state before the first bar.</summary>
    /// <param name="timeFrame">The length of the bars to come.</param>
    public abstract TStep Begin(TimeFrame timeFrame);

    /// <inheritdoc/>
    public void Compute(BarSeries bars, IReadOnlyList<double[]> outputs, CancellationToken cancellationToken)
    {
        var columns = CheckOutputs(outputs, bars.Count);
        var times = bars.OpenTime;
        var open = bars.Open;
        var high = bars.High;
        var low = bars.Low;
        var close = bars.Close;
        var volume = bars.Volume;
        var trades = bars.Columns.TradeCount.Span;
        var taker = bars.Columns.TakerBuyVolume.Span;
        var row = new double[columns.Length].AsSpan();
        var step = Begin(bars.TimeFrame);
        for (var i = 0; i < times.Length; i++)
        {
            if (i % CancellationInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var bar = new Bar(
                times[i],
                open[i],
                high[i],
                low[i],
                close[i],
                volume[i],
                trades.IsEmpty ? double.NaN : trades[i],
                taker.IsEmpty ? double.NaN : taker[i]);
            step.Update(bar, row);
            for (var k = 0; k < columns.Length; k++)
            {
                columns[k][i] = row[k];
            }
        }
    }

    /// <inheritdoc/>
    public IFeatureStream CreateStream(TimeFrame timeFrame) => new SteppedStream<TStep>(this, timeFrame);

    private double[][] CheckOutputs(IReadOnlyList<double[]> outputs, int count)
    {
        if (outputs.Count != Features.Count)
        {
            throw new ArgumentException($"{outputs.Count} columns were given for the {Features.Count} features of {GetType().Name}; give one a feature.", nameof(outputs));
        }

        var columns = new double[outputs.Count][];
        for (var k = 0; k < columns.Length; k++)
        {
            columns[k] = outputs[k];
            if (columns[k].Length != count)
            {
                throw new ArgumentException($"The column of {Features[k].Name} has {columns[k].Length} elements, the series {count} bars; they must agree.", nameof(outputs));
            }
        }

        return columns;
    }
}
