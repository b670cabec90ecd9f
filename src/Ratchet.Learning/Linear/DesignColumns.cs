using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>A checked design matrix as columns about their weighted means, with its weights.</summary>
internal sealed class DesignColumns
{
    private readonly double[] values;

    /// <summary>Checks, transposes and centres.</summary>
    /// <exception cref="ArgumentException">A shape is wrong, a number is not finite, or the weights are negative or sum to 0.</exception>
    public DesignColumns(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        Rows = y.Length;
        Dimensions = dimensions;
        if (Rows == 0 || x.Length != Rows * dimensions)
        {
            throw new ArgumentException(
                $"x has {x.Length} elements and y has {Rows}; x must have {dimensions} for each of at least one y.", nameof(x));
        }

        Weights = RequireWeights(weights, Rows);
        TotalWeight = LaneReduction.Sum(Weights);
        if (!(TotalWeight > 0) || !double.IsFinite(TotalWeight))
        {
            throw new ArgumentException($"weights sums to {TotalWeight}; it must be finite and above 0.", nameof(weights));
        }

        RequireFinite(x, dimensions, nameof(x));
        RequireFinite(y, 1, nameof(y));
        values = new double[x.Length];
        Means = new double[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            var column = values.AsSpan(i * Rows, Rows);
            for (var t = 0; t < column.Length; t++)
            {
                column[t] = x[(t * dimensions) + i];
            }

            // The first row is taken off before averaging, so that a constant column becomes exactly 0.
            var first = column[0];
            Subtract(column, first);
            var rest = LaneReduction.Dot(column, Weights) / TotalWeight;
            Subtract(column, rest);
            Means[i] = first + rest;
        }
    }

    public int Rows { get; }

    public int Dimensions { get; }

    public double[] Weights { get; }

    public double TotalWeight { get; }

    /// <summary>What was taken off each column.</summary>
    public double[] Means { get; }

    public ReadOnlySpan<double> this[int column] => values.AsSpan(column * Rows, Rows);

    /// <summary>The intercept for the columns as they came.</summary>
    public double Uncentre(double intercept, ReadOnlySpan<double> coefficients) => intercept - LaneReduction.Dot(coefficients, Means);

    /// <summary>The weights, or ones for an empty span.</summary>
    public static double[] RequireWeights(ReadOnlySpan<double> weights, int rows)
    {
        var result = new double[rows];
        if (weights.IsEmpty)
        {
            Array.Fill(result, 1.0);
            return result;
        }

        if (weights.Length != rows)
        {
            throw new ArgumentException($"weights has {weights.Length} elements; it must be empty or have {rows}.", nameof(weights));
        }

        for (var t = 0; t < rows; t++)
        {
            if (!(weights[t] >= 0) || !double.IsFinite(weights[t]))
            {
                throw new ArgumentException($"weights holds {weights[t]} in row {t}; a weight is finite and 0 or more.", nameof(weights));
            }
        }

        weights.CopyTo(result);
        return result;
    }

    public static void RequireFinite(ReadOnlySpan<double> values, int dimensions, string name)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException($"{name} holds {values[i]} in row {i / dimensions}, column {i % dimensions}; it must be finite.", name);
            }
        }
    }

    private static void Subtract(Span<double> column, double value)
    {
        for (var t = 0; t < column.Length; t++)
        {
            column[t] -= value;
        }
    }
}
