using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volatility;

/// <summary>
/// Bollinger's bands of 20 closes, 2 deviations wide. <c>bb_position</c>: where the close lies between them, 0 at the lower and 1 at the
/// upper, beyond where it is
/// outside; 0.5 on a flat market. <c>bb_width</c>: their distance over the mean. <c>bb_squeeze</c>: their half-width over 1.5 ATR of 20
/// bars, so that below 1 they lie
/// inside the Keltner channel (the squeeze of Carter, 2005); 1 on a market that was always flat. Warm-up 19, 19, 20.
/// </summary>
public sealed class BollingerFamily() : SteppedFamily<BollingerStep>(
[
    new(
        "bb_position",
        FeatureGroup.Technical,
        "Where the close lies between Bollinger's bands (20, 2): 0 lower, 1 upper, 0.5 when flat.",
        static _ => Period - 1),
    new("bb_width", FeatureGroup.Technical, "Distance of Bollinger's bands (20, 2) over their mean, at least 0.", static _ => Period - 1),
    new(
        "bb_squeeze",
        FeatureGroup.Technical,
        "Half-width of Bollinger's bands over 1.5 ATR of 20 bars: below 1 in a squeeze, 1 when flat.",
        static _ => Period),
])
{
    private const int Period = 20;

    /// <inheritdoc/>
    public override BollingerStep Begin(TimeFrame timeFrame) => new(Period, 2, 1.5);
}
