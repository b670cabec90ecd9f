using Ratchet.Market.Time;

namespace Ratchet.Features.Sets;

/// <summary>What is known of a feature before it is computed.</summary>
/// <param name="Name">The stable identifier, such as <c>rsi_14</c>.</param>
/// <param name="Group">The group in the catalogue.</param>
/// <param name="Summary">One line: what it measures, its formula in words, its range.</param>
/// <param name="WarmUp">How many bars come before the first defined value, by time frame: the value at index WarmUp is the first that is not NaN.</param>
public sealed record FeatureDescriptor(string Name, FeatureGroup Group, string Summary, Func<TimeFrame, int> WarmUp);
