using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ratchet.Learning.Binning;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Second-order gains. Gains are compared as float32, as XGBoost does, so that splits which differ by rounding are equal and the first one is kept:
/// the lowest feature; missing values right before left; the lowest bin, or the highest where missing values go left.
/// Under a constraint, missing values alone are tried as the lesser and as the greater side; they are the right child either way.
/// </summary>
/// <typeparam name="TCell">The statistics.</typeparam>
/// <param name="terms">The formulas.</param>
/// <param name="gradientUnit">The gradient of one unit.</param>
/// <param name="hessianUnit">The hessian of one unit.</param>
/// <param name="leastHessian">The least hessian sum of a child, above 0; see <see cref="GradientTerms.LeastHessian"/>.</param>
internal readonly struct GradientRule<TCell>(GradientTerms terms, double gradientUnit, double hessianUnit, double leastHessian) : INodeRule<TCell>
    where TCell : unmanaged, IGradientCell<TCell>
{
    private const int Lanes = 4;
    private const int Room = 256 + Lanes;

    public bool Open(OpenNode<TCell> node)
    {
        var hessian = node.Total.Hessian * hessianUnit;
        node.Score = terms.Score(node.Total.Gradient * gradientUnit, hessian, node.Lower, node.Upper);
        return hessian >= 2 * leastHessian;
    }

    public bool Accepts(OpenNode<TCell> node) => node.Best.Gain > GradientTerms.LeastGain && node.Best.Gain >= terms.MinGain;

    public void Bound(OpenNode<TCell> parent, OpenNode<TCell> left, OpenNode<TCell> right)
    {
        (left.Lower, left.Upper, right.Lower, right.Upper) = (parent.Lower, parent.Upper, parent.Lower, parent.Upper);
        var order = Order(parent.Best.Feature, parent.Best.IsSwapped);
        if (order == 0)
        {
            return;
        }

        var middle = (Weight(left.Total, parent) + Weight(right.Total, parent)) / 2;
        if (order > 0)
        {
            left.Upper = middle;
            right.Lower = middle;
        }
        else
        {
            left.Lower = middle;
            right.Upper = middle;
        }
    }

    // The sums up to each bin come first; then, four bins at a time, products are compared without a division, and the rare bin that may win is looked at.
    [SkipLocalsInit]
    public void Search(ref TCell histogram, ReadOnlySpan<ulong> occupied, int feature, int last, OpenNode<TCell> node, ref SplitCandidate<TCell> best)
    {
        Span<TCell> sums = stackalloc TCell[Room];
        ref var sum0 = ref MemoryMarshal.GetReference(sums);
        var known = default(TCell);
        for (var bin = 0; bin <= last; bin++)
        {
            known += Unsafe.Add(ref histogram, bin);
            Unsafe.Add(ref sum0, bin) = known;
        }

        for (var bin = last + 1; bin <= last + Lanes; bin++)
        {
            Unsafe.Add(ref sum0, bin) = known;
        }

        var missing = Unsafe.Add(ref histogram, BinnedMatrix.MissingBin);
        if (missing.Equals(default))
        {
            Forward(ref sum0, last, feature, node, ref best);
            return;
        }

        Forward(ref sum0, last + 1, feature, node, ref best);
        for (var bin = 0; bin <= last + Lanes; bin++)
        {
            Unsafe.Add(ref sum0, bin) += missing;
        }

        Backward(ref sum0, last, feature, node, ref best);
        if (Order(feature, false) != 0)
        {
            // Missing rows left of all known ones: the same two sides as of the last split forward, but the constraint asks for the other order.
            Try(known, feature, last, false, true, node, ref best);
        }
    }

    private void Forward(ref TCell sums, int end, int feature, OpenNode<TCell> node, ref SplitCandidate<TCell> best)
    {
        for (var bin = 0; bin < end; bin += Lanes)
        {
            var marks = terms.IsClipped ? ~0u : MayWin(ref Unsafe.Add(ref sums, bin), node, best.Gain);
            for (var b = bin; marks != 0 && b < Math.Min(bin + Lanes, end); b++)
            {
                Try(Unsafe.Add(ref sums, b), feature, b, false, false, node, ref best);
            }
        }
    }

    private void Backward(ref TCell sums, int end, int feature, OpenNode<TCell> node, ref SplitCandidate<TCell> best)
    {
        for (var bin = (end - 1) / Lanes * Lanes; bin >= 0 && end > 0; bin -= Lanes)
        {
            var marks = terms.IsClipped ? ~0u : MayWin(ref Unsafe.Add(ref sums, bin), node, best.Gain);
            for (var b = Math.Min(bin + Lanes, end) - 1; marks != 0 && b >= bin; b--)
            {
                Try(Unsafe.Add(ref sums, b), feature, b, true, false, node, ref best);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint MayWin(ref TCell sums, OpenNode<TCell> node, double bestGain)
    {
        TCell.Load(ref sums, out var left, out var leftHessian);
        left *= gradientUnit;
        leftHessian *= hessianUnit;
        var right = Vector256.Create(node.Total.Gradient * gradientUnit) - left;
        var rightHessian = Vector256.Create(node.Total.Hessian * hessianUnit) - leftHessian;
        var least = Vector256.Create(leastHessian);
        var allowed = Vector256.GreaterThanOrEqual(leftHessian, least) & Vector256.GreaterThanOrEqual(rightHessian, least);
        if (terms.Alpha > 0)
        {
            left = Shrink(left);
            right = Shrink(right);
        }

        var lambda = Vector256.Create(terms.Lambda);
        leftHessian += lambda;
        rightHessian += lambda;
        var gains = (left * left * rightHessian) + (right * right * leftHessian);
        var needed = Vector256.Create(node.Score + bestGain) * (leftHessian * rightHessian);
        return (allowed & Vector256.GreaterThan(gains, needed)).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Shrink(Vector256<double> gradient)
    {
        var alpha = Vector256.Create(terms.Alpha);
        return Vector256.Max(gradient - alpha, Vector256<double>.Zero) + Vector256.Min(gradient + alpha, Vector256<double>.Zero);
    }

    private void Try(TCell left, int feature, int bin, bool missingGoesLeft, bool isSwapped, OpenNode<TCell> node, ref SplitCandidate<TCell> best)
    {
        var right = node.Total - left;
        var leftHessian = left.Hessian * hessianUnit;
        var rightHessian = right.Hessian * hessianUnit;
        if (leftHessian < leastHessian || rightHessian < leastHessian)
        {
            return;
        }

        var leftGradient = left.Gradient * gradientUnit;
        var rightGradient = right.Gradient * gradientUnit;
        if (Order(feature, isSwapped) is var order and not 0)
        {
            var difference = Weight(right, node) - Weight(left, node);
            if (order * difference < 0)
            {
                return;
            }
        }

        var score = terms.Score(leftGradient, leftHessian, node.Lower, node.Upper) + terms.Score(rightGradient, rightHessian, node.Lower, node.Upper);
        var gain = (float)(score - node.Score);
        if (gain > best.Gain)
        {
            best.Feature = feature;
            best.Bin = bin;
            best.MissingGoesLeft = missingGoesLeft;
            best.IsSwapped = isSwapped;
            best.Gain = gain;
            best.Left = left;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Order(int feature, bool isSwapped) => terms.Orders.Length == 0 ? 0 : isSwapped ? -terms.Orders[feature] : terms.Orders[feature];

    private double Weight(TCell cell, OpenNode<TCell> node) =>
        terms.Weight(cell.Gradient * gradientUnit, cell.Hessian * hessianUnit, node.Lower, node.Upper);
}
