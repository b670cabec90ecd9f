using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volume;

/// <summary>
/// <c>volume_profile_poc</c>: the distance of the close from the point of control, over the close. The range from the lowest low to the
/// highest high of the last 48 bars is
/// cut into 24 equal bins; each bar's volume goes to the bin of its typical price (mean of high, low, close); the point of control is the
/// middle of the bin with the most volume,
/// of equals the lowest. 0 where the range is nothing or none of the bars traded. Warm-up 47.
/// </summary>
public sealed class VolumeProfileFamily() : SteppedFamily<VolumeProfileStep>(
[
    new(
        "volume_profile_poc",
        FeatureGroup.Technical,
        "Distance of the close from the most traded price of 48 bars, over the close; 0 when flat or without volume.",
        static _ => Period - 1),
])
{
    private const int Period = 48;

    /// <inheritdoc/>
    public override VolumeProfileStep Begin(TimeFrame timeFrame) => new(Period, 24);
}
