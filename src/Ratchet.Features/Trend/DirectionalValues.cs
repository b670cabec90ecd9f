namespace Ratchet.Features.Trend;

/// <summary>Wilder's directional movement, each from 0 to 100.</summary>
/// <param name="PlusDi">The share of the true range that went up; NaN before bar n.</param>
/// <param name="MinusDi">The share of the true range that went down; NaN before bar n.</param>
/// <param name="Dx">How one-sided the movement is; NaN before bar n.</param>
/// <param name="Adx">DX, smoothed; NaN before bar 2 n - 1.</param>
public readonly record struct DirectionalValues(double PlusDi, double MinusDi, double Dx, double Adx)
{
    internal static DirectionalValues Undefined => new(double.NaN, double.NaN, double.NaN, double.NaN);
}
