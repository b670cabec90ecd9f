using Ratchet.Numerics.Matrices;

namespace Ratchet.Learning.Markov;

/// <summary>
/// Keeps the identity of states across refits: a fit numbers its states as it likes, so the states of the new model are assigned to the
/// former ones such that the sum of distances between their normal densities is least. The assignment is exact: all K! are compared
/// (at most 720 of 6 states, 40,320 of 8).
/// </summary>
/// <remarks>
/// The distance is Bhattacharyya's: (m - n)ᵀ C⁻¹ (m - n) / 8 + ln(det C / √(det A det B)) / 2 with C = (A + B) / 2, for means m, n and
/// covariances A, B. It is 0 for equal densities and takes their spread into account, so a quiet and a stormy state around the same mean are
/// told apart. Both models must see observations in the same units. Source: Bhattacharyya (1943).
/// </remarks>
public static class StateMatcher
{
    private const int MostStates = 8;

    /// <summary>The assignment of least summed distance; the first in lexical order of equals.</summary>
    /// <param name="former">The model whose names are kept.</param>
    /// <param name="model">The model that is to be renamed, of as many states and dimensions; covariance shapes may differ.</param>
    /// <exception cref="ArgumentException">The models differ in states or dimensions, or have more than 8 states.</exception>
    public static StateMatch Match(HmmModel former, HmmModel model)
    {
        ArgumentNullException.ThrowIfNull(former);
        ArgumentNullException.ThrowIfNull(model);
        if (former.States != model.States || former.Dimensions != model.Dimensions)
        {
            throw new ArgumentException(
                $"The former model has {former.States} states of {former.Dimensions} dimensions, the new one {model.States} of {model.Dimensions}; they must agree.", nameof(model));
        }

        if (model.States > MostStates)
        {
            throw new ArgumentException($"The models have {model.States} states; an exact assignment is made for at most {MostStates}.", nameof(model));
        }

        var n = model.States;
        var distances = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                distances[(i * n) + j] = Distance(former, i, model, j);
            }
        }

        var (order, margin) = Assign(distances, n);
        return new StateMatch(order, [.. order.Select((state, i) => distances[(i * n) + state])], margin);
    }

    /// <summary>The Bhattacharyya distance between the densities of two states. Cost O(D³).</summary>
    /// <param name="left">A model.</param>
    /// <param name="leftState">Its state.</param>
    /// <param name="right">A model of as many dimensions.</param>
    /// <param name="rightState">Its state.</param>
    /// <exception cref="ArgumentException">The dimensions differ, or a state does not exist.</exception>
    public static double Distance(HmmModel left, int leftState, HmmModel right, int rightState)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        HmmModel.RequireLength(right.Dimensions, left.Dimensions, nameof(right));
        var d = left.Dimensions;
        Span<double> a = new double[d * d];
        Span<double> b = new double[d * d];
        Span<double> middle = new double[d * d];
        left.CopyCovariance(leftState, a);
        right.CopyCovariance(rightState, b);
        for (var i = 0; i < middle.Length; i++)
        {
            middle[i] = (a[i] + b[i]) / 2;
        }

        // The mean of two positive definite matrices is positive definite, so no factor fails.
        _ = Cholesky.TryFactor(a, d) && Cholesky.TryFactor(b, d) && Cholesky.TryFactor(middle, d);
        Span<double> difference = new double[d];
        for (var i = 0; i < d; i++)
        {
            difference[i] = left.Means[(leftState * d) + i] - right.Means[(rightState * d) + i];
        }

        Span<double> solved = difference.ToArray();
        Cholesky.Solve(middle, d, solved);
        var squares = 0.0;
        for (var i = 0; i < d; i++)
        {
            squares += difference[i] * solved[i];
        }

        var logRatio = Cholesky.LogDeterminant(middle, d) - ((Cholesky.LogDeterminant(a, d) + Cholesky.LogDeterminant(b, d)) / 2);
        return (squares / 8) + (logRatio / 2);
    }

    /// <summary>The permutation of least cost over an n x n matrix, row i taking column order[i], and how much dearer the next one is.</summary>
    internal static (int[] Order, double Margin) Assign(ReadOnlySpan<double> costs, int n)
    {
        var order = new int[n];
        var best = new int[n];
        var (least, second) = (double.PositiveInfinity, double.PositiveInfinity);
        Place(costs, order, 0, 0, best, ref least, ref second);
        return (best, second - least);
    }

    private static void Place(ReadOnlySpan<double> costs, int[] order, int slot, double sum, int[] best, ref double least, ref double second)
    {
        if (slot == order.Length)
        {
            if (sum < least)
            {
                second = least;
                least = sum;
                order.CopyTo(best, 0);
            }
            else if (sum < second)
            {
                second = sum;
            }

            return;
        }

        for (var state = 0; state < order.Length; state++)
        {
            if (!order.AsSpan(0, slot).Contains(state))
            {
                order[slot] = state;
                Place(costs, order, slot + 1, sum + costs[(slot * order.Length) + state], best, ref least, ref second);
            }
        }
    }
}
