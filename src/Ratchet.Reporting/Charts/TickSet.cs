namespace Ratchet.Reporting.Charts;

/// <summary>The ticks of an axis and the range they span.</summary>
/// <param name="Low">The start of the axis, not above the data.</param>
/// <param name="High">The end of the axis, not below the data.</param>
/// <param name="Values">Ascending, within the range.</param>
/// <param name="Labels">One for each value.</param>
public sealed record TickSet(double Low, double High, IReadOnlyList<double> Values, IReadOnlyList<string> Labels);
