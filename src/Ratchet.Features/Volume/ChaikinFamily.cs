using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volume;

/// <summary>
/// <c>cmf_n</c>: the money flow of Chaikin: over n bars, the sum of volume x ((close - low) - (high - close)) / (high - low) over the sum
/// of volume; from -1 to 1. A bar without a
/// range counts as 0 in the upper sum; 0 where no bar traded. Warm-up n - 1.
/// </summary>
/// <param name="period">n, from 1 to 100,000.</param>
public sealed class ChaikinFamily(int period = 20) : SteppedFamily<ChaikinStep>(
[
    new($"cmf_{period}", FeatureGroup.Technical, $"Chaikin's money flow of {period} bars, -1 to 1; 0 without any volume.", _ => period - 1),
])
{
    /// <inheritdoc/>
    public override ChaikinStep Begin(TimeFrame timeFrame) => new(period);
}
