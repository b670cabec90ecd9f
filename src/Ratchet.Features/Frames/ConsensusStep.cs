using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Frames;

/// <summary>The step of <see cref="ConsensusFamily"/>.</summary>
public struct ConsensusStep : IFeatureStep
{
    private readonly int warmUp;
    private FrameTrend shortTrend;
    private FrameTrend middleTrend;
    private FrameTrend longTrend;
    private int seen;

    internal ConsensusStep(TimeFrame bars)
    {
        var frames = ConsensusFrames.For(bars);
        warmUp = WarmUp(bars);
        shortTrend = new(bars, frames.Short);
        middleTrend = new(bars, frames.Middle);
        longTrend = new(bars, frames.Long);
    }

    /// <inheritdoc/>
    public void Update(in Bar bar, Span<double> outputs)
    {
        var sum = shortTrend.Update(bar) + middleTrend.Update(bar) + longTrend.Update(bar);
        outputs[0] = seen < warmUp ? double.NaN : sum / 3;
        seen = seen < warmUp ? seen + 1 : seen;
    }

    internal static int WarmUp(TimeFrame bars) => HigherFrameBars.BarsToClose(bars, ConsensusFrames.For(bars).Long, FrameTrend.Slow) - 1;
}
