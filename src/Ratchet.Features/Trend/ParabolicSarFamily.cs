using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Trend;

/// <summary><c>psar_distance</c>: the close less the parabolic stop (0.02, 0.2), over the close; above 0 while long. Warm-up 1.</summary>
public sealed class ParabolicSarFamily() : SteppedFamily<ParabolicSarStep>(
[
    new(
        "psar_distance",
        FeatureGroup.Technical,
        "Close less the parabolic stop and reverse, over the close: above 0 in a rise.",
        static _ => 1),
])
{
    /// <inheritdoc/>
    public override ParabolicSarStep Begin(TimeFrame timeFrame) => new(0.02, 0.2);
}
