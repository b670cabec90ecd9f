using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Trend;

/// <summary>
/// <c>kama_slope_n</c>: the change of Kaufman's adaptive average of n bars over one bar, as a fraction of its value; 0 on a flat market.
/// Warm-up n + 1.
/// </summary>
/// <param name="period">n, from 2 to 100,000.</param>
public sealed class KamaFamily(int period = 10) : SteppedFamily<KamaStep>(
[
    new(
        $"kama_slope_{period}",
        FeatureGroup.Technical,
        $"One-bar return of Kaufman's adaptive average of {period} bars; 0 when flat.",
        _ => period + 1),
])
{
    /// <inheritdoc/>
    public override KamaStep Begin(TimeFrame timeFrame) => new(period);
}
