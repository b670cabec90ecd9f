using System.Runtime.Intrinsics;
using Ratchet.Numerics.Matrices;

namespace Ratchet.Learning.Markov;

/// <summary>
/// The logarithm of each state's normal density: c_k - |P_k (x - m_k)|² / 2, where P_k is the inverse of the Cholesky factor of the
/// covariance and c_k = -(D ln 2π + ln det) / 2. The row form and the column form round alike, bit for bit.
/// </summary>
internal sealed class GaussianEmission
{
    private readonly int states;
    private readonly int dimensions;
    private readonly bool diagonal;
    private readonly double[] means;
    private readonly double[] whitening;
    private readonly double[] constants;

    /// <summary>Prepares the densities.</summary>
    /// <exception cref="ArgumentException">A covariance is not positive definite.</exception>
    public GaussianEmission(HmmCovariance covariance, int dimensions, ReadOnlySpan<double> means, ReadOnlySpan<double> covariances)
    {
        this.dimensions = dimensions;
        states = means.Length / dimensions;
        diagonal = CovarianceShape.IsUncorrelated(covariance);
        this.means = means.ToArray();
        constants = new double[states];
        var block = diagonal ? dimensions : dimensions * dimensions;
        whitening = new double[states * block];
        Span<double> factor = new double[block];
        for (var k = 0; k < states; k++)
        {
            var own = covariances.Slice(CovarianceShape.Offset(covariance, k, dimensions), CovarianceShape.Block(covariance, dimensions));
            if (covariance == HmmCovariance.Spherical)
            {
                factor.Fill(own[0]);
            }
            else
            {
                own.CopyTo(factor);
            }

            var target = whitening.AsSpan(k * block, block);
            var logDeterminant = diagonal ? WhitenDiagonal(factor, target, k) : WhitenFull(factor, target, k);
            constants[k] = -0.5 * ((dimensions * Math.Log(2 * Math.PI)) + logDeterminant);
        }
    }

    /// <summary>The K log-densities of one row.</summary>
    /// <param name="row">D numbers.</param>
    /// <param name="centred">Scratch, D numbers.</param>
    /// <param name="output">Receives K numbers.</param>
    public void LogDensities(ReadOnlySpan<double> row, Span<double> centred, Span<double> output)
    {
        var d = dimensions;
        row = row[..d];
        centred = centred[..d];
        for (var k = 0; k < output.Length; k++)
        {
            var mean = means.AsSpan(k * d, d);
            for (var i = 0; i < centred.Length; i++)
            {
                centred[i] = row[i] - mean[i];
            }

            var squares = 0.0;
            if (diagonal)
            {
                var scale = whitening.AsSpan(k * d, d);
                for (var i = 0; i < centred.Length; i++)
                {
                    var z = centred[i] * scale[i];
                    squares += z * z;
                }
            }
            else
            {
                for (var i = 0; i < centred.Length; i++)
                {
                    var line = whitening.AsSpan(((k * d) + i) * d, i + 1);
                    var z = 0.0;
                    for (var j = 0; j < line.Length; j++)
                    {
                        z += line[j] * centred[j];
                    }

                    squares += z * z;
                }
            }

            output[k] = constants[k] - (0.5 * squares);
        }
    }

    /// <summary>The log-densities of many rows, four at a time.</summary>
    /// <param name="columns">The observations, column-major: D columns of <paramref name="rows"/> numbers.</param>
    /// <param name="rows">T.</param>
    /// <param name="output">Receives K columns of T numbers.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public void LogDensityColumns(ReadOnlySpan<double> columns, int rows, Span<double> output, CancellationToken cancellationToken)
    {
        var d = dimensions;
        Span<Vector256<double>> centred = new Vector256<double>[d];
        var half = Vector256.Create(0.5);
        var whole = rows & ~3;
        for (var k = 0; k < states; k++)
        {
            var target = output.Slice(k * rows, rows);
            var constant = Vector256.Create(constants[k]);
            for (var first = 0; first < whole; first += ObservationColumns.RowsBetweenChecks)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var end = Math.Min(first + ObservationColumns.RowsBetweenChecks, whole);
                for (var t = first; t < end; t += 4)
                {
                    for (var i = 0; i < centred.Length; i++)
                    {
                        centred[i] = Vector256.Create(columns.Slice((i * rows) + t, 4)) - Vector256.Create(means[(k * d) + i]);
                    }

                    (constant - (half * Squares(k, centred))).CopyTo(target[t..]);
                }
            }
        }

        Span<double> row = new double[d];
        Span<double> scratch = new double[d];
        Span<double> densities = new double[states];
        for (var t = whole; t < rows; t++)
        {
            for (var i = 0; i < d; i++)
            {
                row[i] = columns[(i * rows) + t];
            }

            LogDensities(row, scratch, densities);
            for (var k = 0; k < states; k++)
            {
                output[(k * rows) + t] = densities[k];
            }
        }
    }

    private Vector256<double> Squares(int state, ReadOnlySpan<Vector256<double>> centred)
    {
        var squares = Vector256<double>.Zero;
        for (var i = 0; i < centred.Length; i++)
        {
            Vector256<double> z;
            if (diagonal)
            {
                z = centred[i] * Vector256.Create(whitening[(state * dimensions) + i]);
            }
            else
            {
                var line = whitening.AsSpan(((state * dimensions) + i) * dimensions, i + 1);
                z = Vector256<double>.Zero;
                for (var j = 0; j < line.Length; j++)
                {
                    z += Vector256.Create(line[j]) * centred[j];
                }
            }

            squares += z * z;
        }

        return squares;
    }

    private static double WhitenDiagonal(ReadOnlySpan<double> variances, Span<double> target, int state)
    {
        var logDeterminant = 0.0;
        for (var i = 0; i < variances.Length; i++)
        {
            if (!(variances[i] > 0) || !double.IsFinite(variances[i]))
            {
                throw new ArgumentException($"The variance of dimension {i} in state {state} is {variances[i]}; it must be finite and above 0.", nameof(variances));
            }

            target[i] = 1 / Math.Sqrt(variances[i]);
            logDeterminant += Math.Log(variances[i]);
        }

        return logDeterminant;
    }

    private double WhitenFull(Span<double> matrix, Span<double> target, int state)
    {
        if (!Cholesky.TryFactor(matrix, dimensions))
        {
            throw new ArgumentException($"The covariance of state {state} is not positive definite.", nameof(matrix));
        }

        Cholesky.InvertFactor(matrix, dimensions, target);
        return Cholesky.LogDeterminant(matrix, dimensions);
    }
}
