using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volatility;

/// <summary>
/// <c>atr_pct_n</c>: the average true range of n bars in percent of the close (TA-Lib's NATR); 0 on a market that was always flat. Warm-up
/// n.
/// </summary>
/// <param name="period">n, from 1 to 100,000.</param>
public sealed class AtrFamily(int period = 14) : SteppedFamily<AtrPercentStep>(
[
    new(
        $"atr_pct_{period}",
        FeatureGroup.Technical,
        $"Average true range of {period} bars in percent of the close, at least 0.",
        _ => period),
])
{
    /// <inheritdoc/>
    public override AtrPercentStep Begin(TimeFrame timeFrame) => new(period);
}
