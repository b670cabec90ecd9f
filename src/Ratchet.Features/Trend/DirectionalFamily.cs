using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Trend;

/// <summary>
/// <c>adx_n</c>, <c>plus_di_n</c>, <c>minus_di_n</c>: Wilder's directional movement as it stands, from 0 to 100; 0 on a flat market.
/// Warm-up 2 n - 1, n, n.
/// </summary>
/// <param name="period">n, from 2 to 100,000.</param>
public sealed class DirectionalFamily(int period = 14) : SteppedFamily<DirectionalStep>(
[
    new(
        $"adx_{period}",
        FeatureGroup.Technical,
        $"Average directional index of {period} bars: the strength of a trend, 0 to 100.",
        _ => (2 * period) - 1),
    new($"plus_di_{period}", FeatureGroup.Technical, $"Share of the true range of {period} bars that went up, 0 to 100.", _ => period),
    new($"minus_di_{period}", FeatureGroup.Technical, $"Share of the true range of {period} bars that went down, 0 to 100.", _ => period),
])
{
    /// <inheritdoc/>
    public override DirectionalStep Begin(TimeFrame timeFrame) => new(period);
}
