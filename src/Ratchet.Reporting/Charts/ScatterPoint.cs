namespace Ratchet.Reporting.Charts;

/// <summary>One point of a scatter chart.</summary>
/// <param name="X">Position; a value that is not finite leaves the point out.</param>
/// <param name="Y">Height; a value that is not finite leaves the point out.</param>
/// <param name="Layer">Which of <see cref="ScatterChart.Layers"/> it belongs to.</param>
public readonly record struct ScatterPoint(double X, double Y, int Layer);
