using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Momentum;

/// <summary><c>trix_n</c>: TRIX as it stands, in percent a bar; 0 on a flat market. Warm-up 3 n - 2.</summary>
/// <param name="period">n, from 1 to 100,000.</param>
public sealed class TrixFamily(int period = 15) : SteppedFamily<TrixStep>(
[
    new(
        $"trix_{period}",
        FeatureGroup.Technical,
        $"One-bar change, in percent, of the threefold EMA of {period} closes; 0 when flat.",
        _ => (3 * period) - 2),
])
{
    /// <inheritdoc/>
    public override TrixStep Begin(TimeFrame timeFrame) => new(period);
}
