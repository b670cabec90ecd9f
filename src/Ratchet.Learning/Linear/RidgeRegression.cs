using Ratchet.Learning.Learners;
using Ratchet.Numerics.Matrices;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>
/// Least squares with a penalty: minimises Σ wᵢ (yᵢ - b₀ - xᵢ·b)² + λ |b|², the intercept b₀ not penalised (Hoerl and Kennard, 1970).
/// </summary>
public static class RidgeRegression
{
    /// <summary>Solves the normal equations of the centred columns by a Cholesky factor. Cost O(n d²).</summary>
    /// <param name="x">n x d finite numbers, row-major, n at least 1.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <param name="y">n finite targets.</param>
    /// <param name="weights">n weights of 0 or more, not all 0; empty for ones.</param>
    /// <param name="l2">λ, 0 or more. At 0 a constant column gets the weight 0, and the weights of repeated columns are one of many solutions.</param>
    /// <param name="intercept">Whether there is an intercept; without one it is 0.</param>
    /// <exception cref="ArgumentException">A shape is wrong or a number is outside its range.</exception>
    public static LinearModel Fit(
        ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<double> y, ReadOnlySpan<double> weights, double l2, bool intercept = true)
    {
        RequirePenalty(l2);
        return Fit(new DesignColumns(x, dimensions, y, weights, intercept), y, l2, intercept, null, CancellationToken.None);
    }

    internal static void RequirePenalty(double l2)
    {
        if (!(l2 >= 0) || !double.IsFinite(l2))
        {
            throw new ArgumentOutOfRangeException(nameof(l2), l2, $"l2 is {l2}; it must be finite and 0 or more.");
        }
    }

    /// <summary>Solves for columns that are checked already; progress counts them.</summary>
    internal static LinearModel Fit(
        DesignColumns columns, ReadOnlySpan<double> y, double l2, bool intercept, IProgress<LearningProgress>? progress, CancellationToken cancellationToken)
    {
        var d = columns.Dimensions;
        var centre = intercept ? LaneReduction.Dot(y, columns.Weights) / columns.TotalWeight : 0;
        var target = new double[columns.Rows];
        for (var t = 0; t < target.Length; t++)
        {
            target[t] = y[t] - centre;
        }

        var weighted = new double[columns.Rows];
        var matrix = new double[d * d];
        var solution = new double[d];
        for (var i = 0; i < d; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var column = columns[i];
            for (var t = 0; t < weighted.Length; t++)
            {
                weighted[t] = column[t] * columns.Weights[t];
            }

            for (var j = 0; j <= i; j++)
            {
                matrix[(i * d) + j] = LaneReduction.Dot(weighted, columns[j]);
            }

            matrix[(i * d) + i] += l2;
            solution[i] = LaneReduction.Dot(weighted, target);
            progress?.Report(new(i + 1, d, double.NaN, double.NaN));
        }

        Cholesky.FactorWithFloor(matrix, d, PivotFloors(matrix, d));
        Cholesky.Solve(matrix, d, solution);
        var atZero = columns.Restore(centre, solution);
        return new LinearModel(solution, atZero);
    }

    /// <summary>Pivots this far below the diagonal are rounding errors of a singular matrix.</summary>
    internal static double[] PivotFloors(ReadOnlySpan<double> matrix, int size)
    {
        var floors = new double[size];
        for (var i = 0; i < size; i++)
        {
            floors[i] = Math.Max(1e-12 * matrix[(i * size) + i], 1e-200);
        }

        return floors;
    }
}
