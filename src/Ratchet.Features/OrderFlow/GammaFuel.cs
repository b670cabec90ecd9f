namespace Ratchet.Features.OrderFlow;

/// <summary>
/// Gamma exposure around a level, in currency a move of one percent: what dealers must trade against a move (positive) or with it (negative).
/// </summary>
/// <param name="Above">Of strikes above the level.</param>
/// <param name="Below">Of strikes below it.</param>
/// <param name="AtLevel">Of the strike equal to it.</param>
/// <param name="FlowAbove">Of the contracts traded in the window, strikes above the level; NaN until two snapshots of volume were seen.</param>
/// <param name="FlowBelow">The same below the level.</param>
/// <param name="Contracts">Contracts that count.</param>
/// <param name="Undefined">Contracts left out because open interest, gamma or the price of the underlying is not known.</param>
/// <param name="Availability">Whether it was measured; the numbers are NaN otherwise.</param>
public readonly record struct GammaFuel(
    double Above, double Below, double AtLevel, double FlowAbove, double FlowBelow, int Contracts, int Undefined, Availability Availability)
{
    /// <summary>Above + Below + AtLevel.</summary>
    public double Net => Above + Below + AtLevel;

    /// <summary>(Above - Below) / (|Above| + |Below|), -1 to 1; NaN where both are 0.</summary>
    public double Asymmetry => (Above - Below) / (Math.Abs(Above) + Math.Abs(Below));

    /// <summary>The same for the flow.</summary>
    public double FlowAsymmetry => (FlowAbove - FlowBelow) / (Math.Abs(FlowAbove) + Math.Abs(FlowBelow));

    internal static GammaFuel Absent(Availability reason, int undefined) =>
        new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 0, undefined, reason);
}
