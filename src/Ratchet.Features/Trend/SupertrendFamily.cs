using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Trend;

/// <summary>
/// <c>supertrend_distance</c>: the close less the supertrend line (Seban), over the close; above 0 in a rise. The bands lie 3 ATR of 10
/// bars from the middle of the
/// bar; the lower one only rises and the upper one only falls until the close passes it, which turns the trend. The first trend is up where
/// the close is in the
/// bar's upper half. 0 on a market that was always flat. Warm-up 10.
/// </summary>
public sealed class SupertrendFamily() : SteppedFamily<SupertrendStep>(
[
    new(
        "supertrend_distance",
        FeatureGroup.Technical,
        "Close less the supertrend line (10 bars, 3 ATR), over the close: above 0 in a rise.",
        static _ => Period),
])
{
    private const int Period = 10;

    /// <inheritdoc/>
    public override SupertrendStep Begin(TimeFrame timeFrame) => new(Period, 3);
}
