namespace Ratchet.Reporting.Charts;

/// <summary>One row of a horizontal bar chart.</summary>
/// <param name="Label">The text at the left; cut short where it does not fit.</param>
/// <param name="Bar">The bar with its whisker.</param>
public readonly record struct HorizontalBar(string Label, ChartBar Bar);
