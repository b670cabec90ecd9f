namespace Ratchet.Reporting.Charts;

/// <summary>One bar from zero.</summary>
/// <param name="Value">Its length; a value that is not finite leaves an empty place.</param>
/// <param name="Colour">A colour class of <see cref="ChartColour"/>.</param>
/// <param name="Low">The lower end of a whisker, or NaN for none.</param>
/// <param name="High">The upper end of a whisker, or NaN for none.</param>
public readonly record struct ChartBar(double Value, string Colour, double Low = double.NaN, double High = double.NaN);
