namespace Ratchet.Reporting.Charts;

/// <summary>The looks of a set of points.</summary>
/// <param name="Name">Shown in the legend; empty leaves it out.</param>
/// <param name="Colour">A colour class of <see cref="ChartColour"/>.</param>
/// <param name="Radius">Of a point, 0.5 to 12.</param>
public sealed record ScatterLayer(string Name, string Colour, double Radius);
