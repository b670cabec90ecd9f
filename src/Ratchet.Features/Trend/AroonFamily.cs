using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Trend;

/// <summary><c>aroon_osc_n</c>: the Aroon oscillator as it stands, from -100 to 100; 0 on a flat market. Warm-up n.</summary>
/// <param name="period">n, from 1 to 100,000.</param>
public sealed class AroonFamily(int period = 25) : SteppedFamily<AroonStep>(
[
    new(
        $"aroon_osc_{period}",
        FeatureGroup.Technical,
        $"How much more recent the highest high of {period} bars is than the lowest low, -100 to 100.",
        _ => period),
])
{
    /// <inheritdoc/>
    public override AroonStep Begin(TimeFrame timeFrame) => new(period);
}
