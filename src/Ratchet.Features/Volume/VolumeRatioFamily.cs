using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volume;

/// <summary>
/// <c>volume_sma_ratio</c>: the volume over its plain mean of 20 bars, its own among them: from 0 to 20; 1 where none of them traded.
/// Warm-up 19.
/// </summary>
public sealed class VolumeRatioFamily() : SteppedFamily<VolumeRatioStep>(
[
    new(
        "volume_sma_ratio",
        FeatureGroup.Technical,
        "Volume over its mean of 20 bars, at least 0; 1 without any volume.",
        static _ => Period - 1),
])
{
    private const int Period = 20;

    /// <inheritdoc/>
    public override VolumeRatioStep Begin(TimeFrame timeFrame) => new(Period);
}
