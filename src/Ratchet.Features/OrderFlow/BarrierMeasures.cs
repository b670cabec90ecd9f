namespace Ratchet.Features.OrderFlow;

/// <summary>What is measured of the orders that defend a level over one window. Sizes are those of the book.</summary>
/// <param name="Depth">Resting now inside the zone.</param>
/// <param name="DepthBefore">Resting there at the beginning of the window.</param>
/// <param name="Usual">What a part of the book as wide as the seen part of the zone usually holds.</param>
/// <param name="Traded">Traded in the window at prices of the zone against the defending side; NaN without trades or sides.</param>
/// <param name="Added">Orders that came into the zone in the window, net between two book updates.</param>
/// <param name="Cancelled">Orders that left it untraded, net between two book updates; NaN without trades.</param>
/// <param name="Replenished">The part of what was added soon after trades against the zone; NaN without trades.</param>
/// <param name="Availability">Whether depth was measured.</param>
public readonly record struct BarrierMeasures(
    double Depth, double DepthBefore, double Usual, double Traded, double Added, double Cancelled, double Replenished, Availability Availability)
{
    /// <summary>Depth - DepthBefore.</summary>
    public double Change => Depth - DepthBefore;

    /// <summary>Depth / Usual; NaN where the usual depth is not known or 0.</summary>
    public double Thickness => Usual > 0 ? Depth / Usual : double.NaN;

    /// <summary>Replenished / Traded; NaN where nothing was traded.</summary>
    public double Replenishment => Traded > 0 ? Replenished / Traded : double.NaN;

    internal static BarrierMeasures Absent(Availability reason) =>
        new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, reason);
}
