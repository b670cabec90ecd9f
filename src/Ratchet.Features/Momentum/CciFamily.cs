using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Momentum;

/// <summary><c>cci_n</c>: the commodity channel index as it stands; mostly from -300 to 300, 0 on a flat market. Warm-up n - 1.</summary>
/// <param name="period">n, from 2 to 100,000.</param>
public sealed class CciFamily(int period = 20) : SteppedFamily<CciStep>(
[
    new(
        $"cci_{period}",
        FeatureGroup.Technical,
        $"Commodity channel index of {period} bars: distance from the mean in mean distances / 0.015; 0 when flat.",
        _ => period - 1),
])
{
    /// <inheritdoc/>
    public override CciStep Begin(TimeFrame timeFrame) => new(period);
}
