using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Trend;

/// <summary>
/// <c>ema_ratio_f_s</c>: a fast exponential moving average of the close over a slow one; 1 on a flat market. Warm-up s - 1.
/// </summary>
/// <param name="fast">f, from 1 to 100,000.</param>
/// <param name="slow">s, from 1 to 100,000, above f.</param>
public sealed class EmaRatioFamily(int fast, int slow) : SteppedFamily<EmaRatioStep>(
[
    new(
        $"ema_ratio_{fast}_{slow}",
        FeatureGroup.Technical,
        $"EMA of {fast} closes over EMA of {slow}; above 0, 1 when flat.",
        _ => slow - 1),
])
{
    /// <inheritdoc/>
    public override EmaRatioStep Begin(TimeFrame timeFrame) => new(fast, slow);
}
