using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Momentum;

/// <summary><c>rsi_n</c>: the relative strength index as it stands, from 0 to 100; 50 while no price has ever moved. Warm-up n.</summary>
/// <param name="period">n, from 2 to 100,000.</param>
public sealed class RsiFamily(int period) : SteppedFamily<RsiStep>(
[
    new($"rsi_{period}", FeatureGroup.Technical, $"Relative strength index of {period} bars, 0 to 100; 50 when flat.", _ => period),
])
{
    /// <inheritdoc/>
    public override RsiStep Begin(TimeFrame timeFrame) => new(period);
}
