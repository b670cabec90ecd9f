namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Gamma exposure around a level, in currency a move of one percent: what dealers must trade against a move (positive) or with it (negative).
/// </summary>
/// <param name="Above">Of strikes above the level; NaN where the chain has none.</param>
/// <param name="Below">Of strikes below it; NaN where the chain has none.</param>
/// <param name="AtLevel">Of the strike equal to it; 0 where there is none.</param>
/// <param name="FlowAbove">Of the contracts traded in the window, strikes above the level; NaN until two snapshots of volume were seen.</param>
/// <param name="FlowBelow">The same below the level.</param>
/// <param name="Contracts">Contracts that count.</param>
/// <param name="Undefined">Contracts left out because open interest, gamma or the price of the underlying is not known.</param>
/// <param name="Availability">Whether it was measured; the numbers are NaN otherwise.</param>
public readonly record struct GammaFuel(
    double Above, double Below, double AtLevel, double FlowAbove, double FlowBelow, int Contracts, int Undefined, Availability Availability)
{
    /// <summary>Of all strikes.</summary>
    public double Net => (double.IsNaN(Above) ? 0 : Above) + (double.IsNaN(Below) ? 0 : Below) + AtLevel;

    /// <summary>(Above - Below) / (|Above| + |Below|), -1 to 1; NaN where one is or both are 0.</summary>
    public double Asymmetry => (Above - Below) / (Math.Abs(Above) + Math.Abs(Below));

    /// <summary>The same for the flow.</summary>
    public double FlowAsymmetry => (FlowAbove - FlowBelow) / (Math.Abs(FlowAbove) + Math.Abs(FlowBelow));

    internal static GammaFuel Absent(Availability reason, int undefined) =>
        new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, undefined, reason);
}
