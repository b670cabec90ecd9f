using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volatility;

/// <summary>
/// <c>keltner_position</c>: where the close lies in the Keltner channel (Keltner, 1960, in the form with ATR): an exponential average of 20
/// closes, 2 ATR of 10 bars to
/// either side; 0 at the lower edge, 1 at the upper, beyond where it is outside, 0.5 on a flat market. Warm-up 19.
/// </summary>
public sealed class KeltnerFamily() : SteppedFamily<KeltnerStep>(
[
    new(
        "keltner_position",
        FeatureGroup.Technical,
        "Where the close lies in the Keltner channel (EMA 20, 2 ATR 10): 0 lower, 1 upper, 0.5 when flat.",
        static _ => AveragePeriod - 1),
])
{
    private const int AveragePeriod = 20;

    /// <inheritdoc/>
    public override KeltnerStep Begin(TimeFrame timeFrame) => new(AveragePeriod, 10, 2);
}
