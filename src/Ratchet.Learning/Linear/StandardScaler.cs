using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>Takes off each column's mean and divides by its population standard deviation. A constant column is only centred. Immutable.</summary>
public sealed class StandardScaler
{
    private readonly double[] means;
    private readonly double[] scales;

    /// <summary>A scaler from its numbers.</summary>
    /// <param name="means">One finite mean a column, at least one.</param>
    /// <param name="scales">One finite scale above 0 a column.</param>
    /// <exception cref="ArgumentException">The lengths differ, or a number is out of its range.</exception>
    public StandardScaler(ReadOnlySpan<double> means, ReadOnlySpan<double> scales)
    {
        if (means.IsEmpty || means.Length != scales.Length)
        {
            throw new ArgumentException($"means has {means.Length} elements and scales {scales.Length}; they must agree, with at least one.", nameof(means));
        }

        for (var i = 0; i < means.Length; i++)
        {
            if (!double.IsFinite(means[i]) || !double.IsFinite(scales[i]) || scales[i] <= 0)
            {
                throw new ArgumentException($"Column {i} has mean {means[i]} and scale {scales[i]}; both must be finite, the scale above 0.", nameof(scales));
            }
        }

        this.means = means.ToArray();
        this.scales = scales.ToArray();
    }

    /// <summary>The mean of each column.</summary>
    public ReadOnlySpan<double> Means => means;

    /// <summary>The population standard deviation of each column, 1 for a constant column.</summary>
    public ReadOnlySpan<double> Scales => scales;

    /// <summary>Learns the means and scales.</summary>
    /// <param name="x">n x d finite numbers, row-major, n at least 1.</param>
    /// <param name="dimensions">d, at least 1.</param>
    /// <exception cref="ArgumentException">The shape is wrong or a number is not finite.</exception>
    public static StandardScaler Fit(ReadOnlySpan<double> x, int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        if (x.IsEmpty || x.Length % dimensions != 0)
        {
            throw new ArgumentException($"x has {x.Length} elements; it must be a positive multiple of {dimensions}.", nameof(x));
        }

        DesignColumns.RequireFinite(x, dimensions, nameof(x));
        var means = new double[dimensions];
        var scales = new double[dimensions];
        var column = new double[x.Length / dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            // Measured from the first row, so that a constant column has a variance of exactly 0.
            for (var t = 0; t < column.Length; t++)
            {
                column[t] = x[(t * dimensions) + i] - x[i];
            }

            means[i] = x[i] + LaneReduction.Mean(column);
            var deviation = Math.Sqrt(LaneReduction.Variance(column, 0));
            scales[i] = deviation > 0 ? deviation : 1;
        }

        return new StandardScaler(means, scales);
    }

    /// <summary>Scales rows in place; NaN stays NaN.</summary>
    /// <param name="rows">Any number of rows, row-major.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the number of columns.</exception>
    public void Transform(Span<double> rows) => Transform(rows, rows);

    /// <summary>Scales rows; NaN stays NaN.</summary>
    /// <param name="rows">Any number of rows, row-major.</param>
    /// <param name="output">Receives as many numbers; may be the same span.</param>
    /// <exception cref="ArgumentException">The length is no multiple of the number of columns, or the lengths differ.</exception>
    public void Transform(ReadOnlySpan<double> rows, Span<double> output)
    {
        var d = means.Length;
        if (rows.Length % d != 0 || output.Length != rows.Length)
        {
            throw new ArgumentException(
                $"rows has {rows.Length} elements and output {output.Length}; they must agree and be a multiple of {d}.", nameof(rows));
        }

        for (var offset = 0; offset < rows.Length; offset += d)
        {
            for (var i = 0; i < d; i++)
            {
                output[offset + i] = (rows[offset + i] - means[i]) / scales[i];
            }
        }
    }
}
