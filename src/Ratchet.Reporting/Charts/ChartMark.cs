namespace Ratchet.Reporting.Charts;

/// <summary>A labelled line across a chart: at a height or, in <see cref="LineChart.Moments"/>, at a position.</summary>
/// <param name="At">The value in the units of the axis.</param>
/// <param name="Label">A short text beside the line; empty draws none.</param>
/// <param name="Colour">A colour class of <see cref="ChartColour"/>.</param>
public readonly record struct ChartMark(double At, string Label, string Colour);
