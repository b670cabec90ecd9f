namespace Ratchet.Numerics.Matrices;

/// <summary>
/// The Cholesky factor of small symmetric matrices: A = L Lᵀ with L lower triangular. All matrices are row-major n x n spans;
/// only the lower triangle is read and written, what lies above the diagonal is left as it was.
/// </summary>
/// <remarks>Source: Golub and Van Loan, Matrix Computations (2013), section 4.2. Cost n³/3 multiplications for a factor, n² for a solution.</remarks>
public static class Cholesky
{
    /// <summary>Replaces the lower triangle of A by L.</summary>
    /// <param name="matrix">A, row-major n x n; the factor afterwards, undefined when the result is false.</param>
    /// <param name="size">n, at least 1.</param>
    /// <returns>False when A is not positive definite to working accuracy, or holds a NaN.</returns>
    /// <exception cref="ArgumentException">The span does not hold n x n numbers.</exception>
    public static bool TryFactor(Span<double> matrix, int size)
    {
        CheckSquare(matrix.Length, size);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                matrix[(i * size) + j] = OffDiagonal(matrix, size, i, j) / matrix[(j * size) + j];
            }

            var pivot = OffDiagonal(matrix, size, i, i);
            if (!(pivot > 0) || !double.IsFinite(pivot))
            {
                return false;
            }

            matrix[(i * size) + i] = Math.Sqrt(pivot);
        }

        return true;
    }

    /// <summary>
    /// Replaces the lower triangle of A by the factor of A + E, where E is diagonal, not negative, and just large enough that the variance
    /// of each variable given the ones before it is not below its floor. E is zero where A is comfortably positive definite.
    /// </summary>
    /// <param name="matrix">A, row-major n x n; the factor afterwards.</param>
    /// <param name="size">n, at least 1.</param>
    /// <param name="floors">The n floors of the squared pivots, each above 0.</param>
    /// <returns>True when some pivot was raised, so that L Lᵀ differs from A.</returns>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public static bool FactorWithFloor(Span<double> matrix, int size, ReadOnlySpan<double> floors)
    {
        CheckSquare(matrix.Length, size);
        if (floors.Length != size)
        {
            throw new ArgumentException($"floors has {floors.Length} elements; it must have {size}.", nameof(floors));
        }

        var raised = false;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                matrix[(i * size) + j] = OffDiagonal(matrix, size, i, j) / matrix[(j * size) + j];
            }

            var pivot = OffDiagonal(matrix, size, i, i);
            if (!(pivot >= floors[i]))
            {
                pivot = floors[i];
                raised = true;
            }

            matrix[(i * size) + i] = Math.Sqrt(pivot);
        }

        return raised;
    }

    /// <summary>Solves L Lᵀ x = b in place.</summary>
    /// <param name="factor">L, as a factoring method left it.</param>
    /// <param name="size">n.</param>
    /// <param name="vector">b; x afterwards.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public static void Solve(ReadOnlySpan<double> factor, int size, Span<double> vector)
    {
        CheckSquare(factor.Length, size);
        if (vector.Length != size)
        {
            throw new ArgumentException($"vector has {vector.Length} elements; it must have {size}.", nameof(vector));
        }

        for (var i = 0; i < size; i++)
        {
            var sum = vector[i];
            for (var j = 0; j < i; j++)
            {
                sum -= factor[(i * size) + j] * vector[j];
            }

            vector[i] = sum / factor[(i * size) + i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            var sum = vector[i];
            for (var j = i + 1; j < size; j++)
            {
                sum -= factor[(j * size) + i] * vector[j];
            }

            vector[i] = sum / factor[(i * size) + i];
        }
    }

    /// <summary>Writes the inverse of L, which is lower triangular too; the rest of the target becomes 0.</summary>
    /// <param name="factor">L, as a factoring method left it.</param>
    /// <param name="size">n.</param>
    /// <param name="inverse">Receives the inverse, row-major n x n; must not overlap <paramref name="factor"/>.</param>
    /// <exception cref="ArgumentException">A span has the wrong length.</exception>
    public static void InvertFactor(ReadOnlySpan<double> factor, int size, Span<double> inverse)
    {
        CheckSquare(factor.Length, size);
        CheckSquare(inverse.Length, size);
        inverse.Clear();
        for (var column = 0; column < size; column++)
        {
            inverse[(column * size) + column] = 1 / factor[(column * size) + column];
            for (var i = column + 1; i < size; i++)
            {
                var sum = 0.0;
                for (var j = column; j < i; j++)
                {
                    sum -= factor[(i * size) + j] * inverse[(j * size) + column];
                }

                inverse[(i * size) + column] = sum / factor[(i * size) + i];
            }
        }
    }

    /// <summary>The natural logarithm of det(A) = det(L)².</summary>
    /// <param name="factor">L, as a factoring method left it.</param>
    /// <param name="size">n.</param>
    /// <exception cref="ArgumentException">The span does not hold n x n numbers.</exception>
    public static double LogDeterminant(ReadOnlySpan<double> factor, int size)
    {
        CheckSquare(factor.Length, size);
        var sum = 0.0;
        for (var i = 0; i < size; i++)
        {
            sum += Math.Log(factor[(i * size) + i]);
        }

        return 2 * sum;
    }

    private static double OffDiagonal(ReadOnlySpan<double> matrix, int size, int row, int column)
    {
        var sum = matrix[(row * size) + column];
        for (var k = 0; k < column; k++)
        {
            sum -= matrix[(row * size) + k] * matrix[(column * size) + k];
        }

        return sum;
    }

    private static void CheckSquare(int length, int size)
    {
        if (size < 1 || length != size * size)
        {
            throw new ArgumentException($"The matrix has {length} elements; it must have size x size with size = {size} >= 1.", nameof(size));
        }
    }
}
