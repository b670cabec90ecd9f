using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volume;

/// <summary>
/// <c>vwap_distance</c>: the close over the volume-weighted mean of the typical price (mean of high, low, close) of the last 20 bars, less
/// 1; 0 where none of them traded. The
/// window rolls: it knows no session. Warm-up 19.
/// </summary>
public sealed class VwapFamily() : SteppedFamily<VwapStep>(
[
    new(
        "vwap_distance",
        FeatureGroup.Technical,
        "Close over the volume-weighted mean price of 20 bars, less 1; 0 without any volume.",
        static _ => Period - 1),
])
{
    private const int Period = 20;

    /// <inheritdoc/>
    public override VwapStep Begin(TimeFrame timeFrame) => new(Period);
}
