using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Trend;

/// <summary>
/// Ichimoku (Hosoda, 1969) with 9, 26 and 52 bars. A line is the middle between the highest high and the lowest low of its bars. The cloud
/// at a bar is the one
/// that was drawn 26 bars earlier: span A is the mean of the conversion and base lines of then, span B the line of 52 bars of then; nothing
/// of the present enters it.
/// All are over the close, and 0 on a flat market.
/// </summary>
public sealed class IchimokuFamily() : SteppedFamily<IchimokuStep>(
[
    new(
        "ichimoku_tk_spread",
        FeatureGroup.Technical,
        "Conversion line (9) less base line (26), over the close.",
        static _ => IchimokuStep.Base - 1),
    new(
        "ichimoku_cloud_position",
        FeatureGroup.Technical,
        "Distance of the close from the nearest edge of the cloud, over the close: above 0 over it, below 0 under it, 0 inside.",
        static _ => FirstCloud),
    new(
        "ichimoku_cloud_thickness",
        FeatureGroup.Technical,
        "Span A less span B, over the close: above 0 in a rising cloud.",
        static _ => FirstCloud),
])
{
    private const int FirstCloud = IchimokuStep.Long - 1 + IchimokuStep.Base;

    /// <inheritdoc/>
    public override IchimokuStep Begin(TimeFrame timeFrame) => IchimokuStep.Begin();
}
