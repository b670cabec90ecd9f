using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Momentum;

/// <summary><c>roc_n</c>: the rate of change over n bars, in percent; 0 on a flat market. Warm-up n.</summary>
/// <param name="period">n, from 1 to 100,000.</param>
public sealed class RocFamily(int period = 10) : SteppedFamily<ReturnStep>(
[
    new($"roc_{period}", FeatureGroup.Technical, $"Change of the close over {period} bars, in percent; 0 when flat.", _ => period),
])
{
    /// <inheritdoc/>
    public override ReturnStep Begin(TimeFrame timeFrame) => new(period, 100);
}
