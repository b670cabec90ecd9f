using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Boosting;

/// <summary>
/// Gradients, hessians and losses of one objective, four rows at a time. Arrays are filled up to a multiple of four with rows of weight 0.
/// </summary>
internal abstract class BoostingLoss
{
    /// <summary>The least hessian of a row of weight 1, as in XGBoost.</summary>
    protected const double LeastHessian = 1e-16;

    /// <summary>Rows that are worked on together.</summary>
    public const int Lanes = 4;

    /// <summary>Fills gradients and hessians of some rows.</summary>
    /// <param name="start">The first row, a multiple of four.</param>
    /// <param name="end">The row after the last, a multiple of four.</param>
    /// <param name="table">Margins, targets and weights; gradients and hessians are written.</param>
    /// <returns>The weighted sum of losses.</returns>
    public abstract double Fill(int start, int end, MarginTable table);

    /// <summary>The loss that is reported, from the weighted mean.</summary>
    public virtual double Report(double meanLoss) => meanLoss;

    /// <summary>The sum of four lanes in a fixed order.</summary>
    protected static double Total(Vector256<double> lanes) => (lanes.GetElement(0) + lanes.GetElement(1)) + (lanes.GetElement(2) + lanes.GetElement(3));
}
