using System.Globalization;
using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace OwnFeature;

/// <summary>
/// Volume-weighted position of the close in its bar over the last bars, from -1 (all closes at the low) to 1 (all at the high); 0 where nothing was traded or
/// no bar has a range. One definition serves both speeds: <see cref="SteppedFamily{TStep}"/> runs the step over whole columns and over live bars.
/// </summary>
/// <param name="period">How many bars, at least 1.</param>
public sealed class BuyingPressureFamily(int period) : SteppedFamily<BuyingPressureStep>(
[
    new(
        string.Create(CultureInfo.InvariantCulture, $"buying_pressure_{period}"),
        FeatureGroup.Technical,
        "Volume-weighted position of the close between low and high, -1 to 1.",
        _ => period - 1),
])
{
    /// <inheritdoc/>
    public override BuyingPressureStep Begin(TimeFrame timeFrame) => new(period);
}
