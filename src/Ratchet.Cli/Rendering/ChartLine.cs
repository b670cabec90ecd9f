namespace Ratchet.Cli.Rendering;

/// <summary>A line of a <see cref="TextChart"/>.</summary>
/// <param name="Mark">What it is drawn with.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Values">One for each place on the horizontal axis.</param>
internal sealed record ChartLine(char Mark, string Name, IReadOnlyList<double> Values);
