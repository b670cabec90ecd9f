using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Volume;

/// <summary>
/// <c>vwap_distance</c> (20 bars) and <c>vwap_distance_n</c>: the close over the volume-weighted mean of the typical price (mean of high, low, close) of the last
/// n bars, less 1; 0 where none of them traded. The window rolls: it knows no session. Warm-up n - 1.
/// </summary>
public sealed class VwapFamily : SteppedFamily<VwapStep>
{
    private readonly int period;

    /// <summary>The usual form.</summary>
    public VwapFamily()
        : this(20, string.Empty)
    {
    }

    /// <summary>Another period, which is in the name.</summary>
    /// <param name="period">n, from 1 to 100,000.</param>
    public VwapFamily(int period)
        : this(period, $"_{period}")
    {
    }

    private VwapFamily(int period, string suffix)
        : base([new($"vwap_distance{suffix}", FeatureGroup.Technical, $"Close over the volume-weighted mean price of {period} bars, less 1; 0 without any volume.", _ => period - 1)]) =>
        this.period = period;

    /// <inheritdoc/>
    public override VwapStep Begin(TimeFrame timeFrame) => new(period);
}
