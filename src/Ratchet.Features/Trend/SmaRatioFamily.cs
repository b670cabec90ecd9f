using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Trend;

/// <summary><c>sma_ratio_n</c>: the close over its plain moving average of n bars; 1 on a flat market. Warm-up n - 1.</summary>
/// <param name="period">n, from 2 to 100,000.</param>
public sealed class SmaRatioFamily(int period) : SteppedFamily<SmaRatioStep>(
[
    new(
        $"sma_ratio_{period}",
        FeatureGroup.Technical,
        $"Close over its plain moving average of {period} bars; above 0, 1 when flat.",
        _ => period - 1),
])
{
    /// <inheritdoc/>
    public override SmaRatioStep Begin(TimeFrame timeFrame) => new(period);
}
