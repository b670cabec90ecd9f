using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Markov;

/// <summary>Observations turned to columns, so that a sum over time is a sum over neighbours in memory.</summary>
internal sealed class ObservationColumns
{
    /// <summary>How many rows are worked on between two looks at a cancellation token; a multiple of 4.</summary>
    public const int RowsBetweenChecks = 1 << 14;

    private readonly double[] values;

    /// <summary>Checks and transposes row-major observations.</summary>
    /// <exception cref="ArgumentException">The shape is wrong, or a number is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ObservationColumns(ReadOnlySpan<double> x, int dimensions, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (x.IsEmpty || x.Length % dimensions != 0)
        {
            throw new ArgumentException($"x has {x.Length} elements; it must be a positive multiple of the {dimensions} dimensions.", nameof(x));
        }

        HmmModel.RequireFinite(x, dimensions);
        Dimensions = dimensions;
        Rows = x.Length / dimensions;
        values = new double[x.Length];
        for (var t = 0; t < Rows; t++)
        {
            if (t % RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            for (var i = 0; i < dimensions; i++)
            {
                values[(i * Rows) + t] = x[(t * dimensions) + i];
            }
        }

        Means = new double[dimensions];
        Variances = new double[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Means[i] = LaneReduction.Mean(this[i]);
            Variances[i] = LaneReduction.Variance(this[i], 0);
            if (!double.IsFinite(Variances[i]))
            {
                throw new ArgumentException($"The variance of column {i} overflows; scale the observations.", nameof(x));
            }
        }
    }

    public int Dimensions { get; }

    public int Rows { get; }

    public double[] Means { get; }

    /// <summary>The population variance of each column.</summary>
    public double[] Variances { get; }

    public ReadOnlySpan<double> All => values;

    public ReadOnlySpan<double> this[int column] => values.AsSpan(column * Rows, Rows);
}
