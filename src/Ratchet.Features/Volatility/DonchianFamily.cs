using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volatility;

/// <summary>
/// <c>donchian_position_n</c>: where the close lies between the lowest low (0) and the highest high (1) of n bars, its own among them; 0.5
/// on a flat market. Warm-up n - 1.
/// </summary>
/// <param name="period">n, from 1 to 100,000.</param>
public sealed class DonchianFamily(int period = 20) : SteppedFamily<DonchianStep>(
[
    new(
        $"donchian_position_{period}",
        FeatureGroup.Technical,
        $"Where the close lies between the lowest low and highest high of {period} bars, 0 to 1; 0.5 when flat.",
        _ => period - 1),
])
{
    /// <inheritdoc/>
    public override DonchianStep Begin(TimeFrame timeFrame) => new(period);
}
