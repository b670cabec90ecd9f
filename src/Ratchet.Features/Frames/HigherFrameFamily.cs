using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Frames;

/// <summary>
/// Another family at a longer time frame: each feature is named <c>name@frame</c> and holds the value as of the last longer bar that was closed when the bar
/// at hand closed; a bar that is still forming enters nothing. Longer bars are gathered from the bars themselves (<see cref="HigherFrameBars"/>).
/// </summary>
/// <remarks>
/// Warm-up, in bars: ratio - 1 for a longer bar that began before the series, and ratio for each longer bar that the feature needs; the value stays NaN
/// until then wherever on the grid the series begins. Cost: that of the family on the longer bars, and a few operations a bar.
/// </remarks>
internal sealed class HigherFrameFamily : IFeatureFamily
{
    private const int CancellationInterval = 8192;

    public HigherFrameFamily(IFeatureFamily inner, TimeFrame frame)
    {
        Inner = inner;
        Frame = frame;
        Features = [.. inner.Features.Select(f => new FeatureDescriptor(
            $"{f.Name}@{frame}", f.Group, $"{f.Summary} On closed {frame} bars.", from => WarmUp(f, from))
        {
            Remark = _ => f.Remark(frame),
        })];
    }

    /// <summary>What runs on the longer bars.</summary>
    public IFeatureFamily Inner { get; }

    /// <summary>The length of the longer bars.</summary>
    public TimeFrame Frame { get; }

    public IReadOnlyList<FeatureDescriptor> Features { get; }

    public void Compute(BarSeries bars, IReadOnlyList<double[]> outputs, CancellationToken cancellationToken)
    {
        Require(bars.TimeFrame);
        var closed = new int[bars.Count];
        var longer = Gather(bars, closed, cancellationToken);
        double[][] values = [.. Features.Select(_ => new double[longer.Count])];
        Inner.Compute(longer, values, cancellationToken);
        for (var k = 0; k < values.Length; k++)
        {
            var (from, to) = (values[k], outputs[k]);
            var warmUp = Math.Min(Features[k].WarmUp(bars.TimeFrame), to.Length);
            Array.Fill(to, double.NaN, 0, warmUp);
            for (var i = warmUp; i < to.Length; i++)
            {
                to[i] = closed[i] > 0 ? from[closed[i] - 1] : double.NaN;
            }
        }
    }

    public IFeatureStream CreateStream(TimeFrame timeFrame)
    {
        Require(timeFrame);
        return new HigherFrameStream(this, timeFrame);
    }

    // Fills, for each bar, how many longer bars are closed with it.
    private BarSeries Gather(BarSeries bars, int[] closed, CancellationToken cancellationToken)
    {
        var gathering = new HigherFrameBars(bars.TimeFrame, Frame);
        var columns = new GatheredBars(((long)bars.Count * bars.TimeFrame.Minutes / Frame.Minutes) + 1, bars.Columns);
        for (var i = 0; i < closed.Length; i++)
        {
            if (i % CancellationInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var isClosed = gathering.Update(bars[i], out var earlier, out var hasEarlier, out var own);
            if (hasEarlier)
            {
                columns.Add(earlier);
            }

            if (isClosed)
            {
                columns.Add(own);
            }

            closed[i] = columns.Count;
        }

        return new(bars.Symbol, Frame, columns.ToColumns());
    }

    private int WarmUp(FeatureDescriptor feature, TimeFrame from)
    {
        Require(from);
        return HigherFrameBars.BarsToClose(from, Frame, feature.WarmUp(Frame) + 1) - 1;
    }

    private void Require(TimeFrame from)
    {
        if (Frame <= from || Frame.Minutes % from.Minutes != 0)
        {
            throw new ArgumentException(
                $"Feature '{Inner.Features[0].Name}@{Frame}' cannot be made from bars of {from}: the frame after '@' must be a whole multiple of the bars' and longer than theirs" +
                $"{(Frame == from ? $"; on bars of {from} write '{Inner.Features[0].Name}' alone" : string.Empty)}.");
        }
    }
}
