using System.Runtime.CompilerServices;

namespace Ratchet.Learning.Trees;

/// <summary>The formulas of second-order boosting (Chen and Guestrin, 2016), as XGBoost has them.</summary>
/// <param name="Lambda">The L2 penalty of weights.</param>
/// <param name="Alpha">The L1 penalty.</param>
/// <param name="MinHessian">The least hessian sum of a child.</param>
/// <param name="MaxDeltaStep">The largest absolute weight; 0 for none.</param>
/// <param name="MinGain">The least gain of a split (gamma).</param>
/// <param name="Orders">-1, 0 or +1 a feature; empty for no constraints.</param>
internal sealed record GradientTerms(double Lambda, double Alpha, double MinHessian, double MaxDeltaStep, double MinGain, sbyte[] Orders)
{
    /// <summary>A gain that is not above this is rounding.</summary>
    public const double LeastGain = 1e-6;

    private const double SumRounding = 1 - 1e-12;

    /// <summary>Whether gains follow from clipped weights.</summary>
    public bool IsClipped { get; } = MaxDeltaStep > 0 || Orders.Length > 0;

    /// <summary>A gradient sum drawn towards 0 by the L1 penalty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Shrink(double gradient) => Math.Max(gradient - Alpha, 0) + Math.Min(gradient + Alpha, 0);

    /// <summary>
    /// The least hessian sum that is taken for <see cref="MinHessian"/> where the hessians of a child are rounded to units: each of its rows may have lost half a
    /// unit. A child of this weight has so many rows as its share of all weight, or some times as many where its rows weigh less than others.
    /// </summary>
    /// <param name="rows">The rows of the tree.</param>
    /// <param name="total">Their hessian sum, in units.</param>
    /// <param name="unit">The hessian of a unit.</param>
    public double LeastHessian(int rows, double total, double unit)
    {
        const double Lightness = 4;
        var expected = total > 0 ? Math.Min(rows, Lightness * rows * (MinHessian / (total * unit))) : 0;
        return Math.Max(double.Epsilon, (MinHessian * SumRounding) - (0.5 * unit * expected));
    }

    /// <summary>Whether a root's own hessians sum to less than <see cref="MinHessian"/>, but for the rounding of a sum of doubles.</summary>
    public bool IsLight(double hessian) => hessian < MinHessian * SumRounding;

    /// <summary>The best weight of a node: -shrunk gradient / (hessian + lambda), clipped; 0 without a hessian. Whether a node may exist is not asked here.</summary>
    public double Weight(double gradient, double hessian, double lower, double upper)
    {
        if (hessian <= 0)
        {
            return Clip(0, lower, upper);
        }

        var weight = -Shrink(gradient) / (hessian + Lambda);
        return Clip(MaxDeltaStep > 0 ? Math.Clamp(weight, -MaxDeltaStep, MaxDeltaStep) : weight, lower, upper);
    }

    /// <summary>A node's part of a gain.</summary>
    public double Score(double gradient, double hessian, double lower, double upper)
    {
        if (hessian <= 0)
        {
            return 0;
        }

        if (!IsClipped)
        {
            var shrunk = Shrink(gradient);
            return shrunk * shrunk / (hessian + Lambda);
        }

        return Score(gradient, hessian, Weight(gradient, hessian, lower, upper));
    }

    /// <summary>A node's part of a gain where its weight is given.</summary>
    public double Score(double gradient, double hessian, double weight) => -((2 * gradient * weight) + ((hessian + Lambda) * weight * weight));

    private static double Clip(double weight, double lower, double upper) => weight < lower ? lower : weight > upper ? upper : weight;
}
