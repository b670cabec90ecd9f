using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volatility;

/// <summary>
/// Bollinger's bands of n closes (20 without a number in the name), 2 deviations wide. <c>bb_position</c>: where the close lies between them, 0 at the lower and 1 at the
/// upper, beyond where it is
/// outside; 0.5 on a flat market. <c>bb_width</c>: their distance over the mean. <c>bb_squeeze</c>: their half-width over 1.5 ATR of n
/// bars, so that below 1 they lie
/// inside the Keltner channel (the squeeze of Carter, 2005); 1 on a market that was always flat. Warm-up n - 1, n - 1, n.
/// </summary>
public sealed class BollingerFamily : SteppedFamily<BollingerStep>
{
    private readonly int period;

    /// <summary>The usual form.</summary>
    public BollingerFamily()
        : this(20, string.Empty)
    {
    }

    /// <summary>Another period, which is in the names.</summary>
    /// <param name="period">n, from 2 to 100,000.</param>
    public BollingerFamily(int period)
        : this(period, $"_{period}")
    {
    }

    private BollingerFamily(int period, string suffix)
        : base(
        [
            new($"bb_position{suffix}", FeatureGroup.Technical, $"Where the close lies between Bollinger's bands ({period}, 2): 0 lower, 1 upper, 0.5 when flat.", _ => period - 1),
            new($"bb_width{suffix}", FeatureGroup.Technical, $"Distance of Bollinger's bands ({period}, 2) over their mean, at least 0.", _ => period - 1),
            new($"bb_squeeze{suffix}", FeatureGroup.Technical, $"Half-width of Bollinger's bands over 1.5 ATR of {period} bars: below 1 in a squeeze, 1 when flat.", _ => period),
        ]) =>
        this.period = period;

    /// <inheritdoc/>
    public override BollingerStep Begin(TimeFrame timeFrame) => new(period, 2, 1.5);
}
