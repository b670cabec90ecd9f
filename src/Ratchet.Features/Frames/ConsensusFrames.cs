using Ratchet.Market.Time;

namespace Ratchet.Features.Frames;

/// <summary>The three time frames that are asked for their trend, shortest first.</summary>
/// <param name="Short">One hour, or the bar itself where it is longer.</param>
/// <param name="Middle">4 times that.</param>
/// <param name="Long">24 times that.</param>
internal readonly record struct ConsensusFrames(TimeFrame Short, TimeFrame Middle, TimeFrame Long)
{
    /// <summary>The frames for bars of a given length.</summary>
    public static ConsensusFrames For(TimeFrame bars)
    {
        var least = bars > TimeFrame.Hour1 ? bars : TimeFrame.Hour1;
        return new(least, new(4 * least.Minutes), new(24 * least.Minutes));
    }
}
