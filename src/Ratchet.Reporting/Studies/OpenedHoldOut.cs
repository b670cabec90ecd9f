using Ratchet.Lifecycle.Experiments;
using Ratchet.Market.Bars;

namespace Ratchet.Reporting.Studies;

/// <summary>The sealed part after it was opened.</summary>
/// <param name="OpenedAt">When, milliseconds since 1970-01-01 UTC.</param>
/// <param name="Bars">All bars, the sealed ones among them.</param>
/// <param name="Comparison">What came of it.</param>
public sealed record OpenedHoldOut(long OpenedAt, BarSeries Bars, HoldOutComparison Comparison);
