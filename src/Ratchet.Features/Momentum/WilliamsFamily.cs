using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Momentum;

/// <summary><c>williams_r_n</c>: Williams' %R as it stands, from -100 to 0; -50 on a flat market. Warm-up n - 1.</summary>
/// <param name="period">n, from 1 to 100,000.</param>
public sealed class WilliamsFamily(int period = 14) : SteppedFamily<WilliamsStep>(
[
    new($"williams_r_{period}", FeatureGroup.Technical, $"Williams' %R of {period} bars, -100 to 0; -50 when flat.", _ => period - 1),
])
{
    /// <inheritdoc/>
    public override WilliamsStep Begin(TimeFrame timeFrame) => new(period);
}
