using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volume;

/// <summary>
/// <c>volume_sma_ratio</c> (20 bars) and <c>volume_sma_ratio_n</c>: the volume over its plain mean of n bars, its own among them: from 0 to n; 1 where none of
/// them traded. Warm-up n - 1.
/// </summary>
public sealed class VolumeRatioFamily : SteppedFamily<VolumeRatioStep>
{
    private readonly int period;

    /// <summary>The usual form.</summary>
    public VolumeRatioFamily()
        : this(20, string.Empty)
    {
    }

    /// <summary>Another period, which is in the name.</summary>
    /// <param name="period">n, from 1 to 100,000.</param>
    public VolumeRatioFamily(int period)
        : this(period, $"_{period}")
    {
    }

    private VolumeRatioFamily(int period, string suffix)
        : base([new($"volume_sma_ratio{suffix}", FeatureGroup.Technical, $"Volume over its mean of {period} bars, at least 0; 1 without any volume.", _ => period - 1)]) =>
        this.period = period;

    /// <inheritdoc/>
    public override VolumeRatioStep Begin(TimeFrame timeFrame) => new(period);
}
