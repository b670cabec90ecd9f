using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Frames;

/// <summary>
/// <c>multi_tf_consensus</c>: the mean of the signs of the trend in three time frames, from -1 (all fall) to 1 (all rise). The frames are 1
/// hour, 4 hours and 1 day; for bars longer
/// than an hour the bar, 4 and 24 times it. The trend's sign is that of an exponential average of 5 closes less one of 10, taken on closed
/// bars of the frame only: a longer bar counts
/// from the close of the bar that ends it, or from the first bar after it where that one is missing. Longer bars lie on boundaries of UTC
/// (weeks begin on Mondays). 0 on a flat market.
/// </summary>
/// <remarks>Warm-up: 10 closed bars of the longest frame, wherever on its grid the series begins; the value stays NaN until then even where
/// the grid would allow it earlier.</remarks>
public sealed class ConsensusFamily() : SteppedFamily<ConsensusStep>(
[
    new(
        "multi_tf_consensus",
        FeatureGroup.Technical,
        "Mean sign of the trend in three time frames (1h, 4h, 1d; on longer bars 1, 4 and 24 bars), closed bars only, -1 to 1.",
        ConsensusStep.WarmUp),
])
{
    /// <inheritdoc/>
    public override ConsensusStep Begin(TimeFrame timeFrame) => new(timeFrame);
}
