using Ratchet.Market.Time;

namespace Ratchet.Features.Sets;

/// <summary>What is known of a feature before it is computed.</summary>
/// <param name="Name">The stable identifier, such as <c>rsi_14</c>.</param>
/// <param name="Group">The group in the catalogue.</param>
/// <param name="Summary">One line: what it measures, its formula in words, its range.</param>
/// <param name="WarmUp">How many bars come before the first defined value, by time frame: the value at index WarmUp is the first that is
/// not NaN.</param>
public sealed record FeatureDescriptor(string Name, FeatureGroup Group, string Summary, Func<TimeFrame, int> WarmUp)
{
    /// <summary>
    /// What a reader must know of the feature on bars of a given length, or null where there is nothing to say: such as that its period is
    /// shorter
    /// than the bar, so that it falls back to one bar. By default there is nothing to say.
    /// </summary>
    public Func<TimeFrame, string?> Remark { get; init; } = static _ => null;
}
