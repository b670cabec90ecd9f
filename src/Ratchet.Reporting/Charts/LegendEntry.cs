namespace Ratchet.Reporting.Charts;

/// <summary>A name in a legend.</summary>
/// <param name="Name">The text.</param>
/// <param name="Colour">A colour class of <see cref="ChartColour"/>.</param>
/// <param name="Swatch">The sign in front of it.</param>
public readonly record struct LegendEntry(string Name, string Colour, LegendSwatch Swatch);
