using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Frames;

/// <summary>The streaming form of <see cref="HigherFrameFamily"/>: the inner stream is given longer bars as they close, and its last row is held.</summary>
internal sealed class HigherFrameStream : IFeatureStream
{
    private readonly IFeatureStream inner;
    private readonly TimeFrame from;
    private readonly TimeFrame to;
    private readonly int[] warmUps;
    private readonly double[] held;
    private readonly int longest;
    private HigherFrameBars gathering;
    private int seen;

    public HigherFrameStream(HigherFrameFamily family, TimeFrame timeFrame)
    {
        inner = family.Inner.CreateStream(family.Frame);
        (from, to) = (timeFrame, family.Frame);
        warmUps = [.. family.Features.Select(f => f.WarmUp(timeFrame))];
        longest = warmUps.Max();
        held = new double[warmUps.Length];
        Reset();
    }

    public void Update(in Bar bar, Span<double> outputs)
    {
        var isClosed = gathering.Update(bar, out var earlier, out var hasEarlier, out var own);
        if (hasEarlier)
        {
            inner.Update(earlier, held);
        }

        if (isClosed)
        {
            inner.Update(own, held);
        }

        for (var k = 0; k < held.Length; k++)
        {
            outputs[k] = seen < warmUps[k] ? double.NaN : held[k];
        }

        seen = seen < longest ? seen + 1 : seen;
    }

    public void Reset()
    {
        inner.Reset();
        gathering = new(from, to);
        seen = 0;
        Array.Fill(held, double.NaN);
    }
}
