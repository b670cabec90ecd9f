using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Trend;

/// <summary>
/// <c>macd</c>, <c>macd_signal</c>, <c>macd_hist</c>: the MACD (12, 26, 9) over the close, so that symbols of any price can share a model;
/// warm-up 33.
/// <c>macd_signal_cross</c>: 1 on the bar where the histogram rises from at most 0 to above it, -1 where it falls from at least 0 to below
/// it, else 0; warm-up 34.
/// On a flat market all are 0.
/// </summary>
public sealed class MacdFamily() : SteppedFamily<MacdStep>(
[
    new("macd", FeatureGroup.Technical, "MACD line (EMA 12 - EMA 26) over the close; 0 when flat.", static _ => FirstSignal),
    new("macd_signal", FeatureGroup.Technical, "EMA 9 of the MACD line, over the close; 0 when flat.", static _ => FirstSignal),
    new("macd_hist", FeatureGroup.Technical, "MACD line less its signal, over the close; 0 when flat.", static _ => FirstSignal),
    new(
        "macd_signal_cross",
        FeatureGroup.Technical,
        "1 where the MACD line crosses its signal upwards, -1 downwards, else 0.",
        static _ => FirstSignal + 1),
])
{
    private const int FirstSignal = 33;

    /// <inheritdoc/>
    public override MacdStep Begin(TimeFrame timeFrame) => new(new MacdRecurrence(12, 26, 9));
}
