using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Momentum;

/// <summary>
/// <c>stoch_k</c>, <c>stoch_d</c>: the slow stochastic (14, 3, 3) as it stands, from 0 to 100; 50 on a flat market. Warm-up 17.
/// </summary>
public sealed class StochasticFamily() : SteppedFamily<StochasticStep>(
[
    new(
        "stoch_k",
        FeatureGroup.Technical,
        "Slow stochastic K (14, 3): the close in the range, 0 to 100; 50 when flat.",
        static _ => FirstValue),
    new("stoch_d", FeatureGroup.Technical, "Mean of the last 3 stoch_k, 0 to 100; 50 when flat.", static _ => FirstValue),
])
{
    private const int FirstValue = 17;

    /// <inheritdoc/>
    public override StochasticStep Begin(TimeFrame timeFrame) => new(new StochasticRecurrence(14, 3, 3, 50));
}
