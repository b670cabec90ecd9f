using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volume;

/// <summary>
/// <c>obv_slope_n</c>: the slope of the least-squares line through the on-balance volume of n bars, in mean volumes of those bars a bar: 1
/// where every bar rose at equal volume,
/// -1 where every bar fell; 0 without any volume. Only the n bars matter, so that nothing is lost to the size of the balance. Warm-up n -
/// 1.
/// </summary>
/// <param name="period">n, from 2 to 100,000.</param>
public sealed class ObvSlopeFamily(int period = 20) : SteppedFamily<ObvSlopeStep>(
[
    new(
        $"obv_slope_{period}",
        FeatureGroup.Technical,
        $"Slope of the on-balance volume over {period} bars, in mean volumes a bar; 0 without volume.",
        _ => period - 1),
])
{
    /// <inheritdoc/>
    public override ObvSlopeStep Begin(TimeFrame timeFrame) => new(period);
}
