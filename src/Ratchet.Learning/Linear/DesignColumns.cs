using Ratchet.Learning.Learners;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>A checked design matrix as columns about their weighted means, with its weights.</summary>
internal sealed class DesignColumns
{
    private readonly double[] values;

    /// <summary>Checks, transposes and centres.</summary>
    /// <exception cref="ArgumentException">A shape is wrong, a number is not finite, or the weights are negative or sum to 0.</exception>
    public DesignColumns(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<double> y, ReadOnlySpan<double> weights, bool centre = true)
        : this(Transpose(x, dimensions, y), dimensions, RequireWeights(weights, y.Length))
    {
        if (centre)
        {
            Centre(CancellationToken.None);
        }
    }

    private DesignColumns(double[] values, int dimensions, double[] weights)
    {
        this.values = values;
        Rows = weights.Length;
        Dimensions = dimensions;
        Weights = weights;
        TotalWeight = LaneReduction.Sum(Weights);
        if (!(TotalWeight > 0) || !double.IsFinite(TotalWeight))
        {
            throw new ArgumentException($"weights sums to {TotalWeight}; it must be finite and above 0.", nameof(weights));
        }

        Means = new double[dimensions];
        Scales = new double[dimensions];
        Array.Fill(Scales, 1);
    }

    /// <summary>The rows of a view, centred if there is an intercept, and divided by their deviations if they are to be standardised.</summary>
    /// <exception cref="ArgumentException">A value is missing or infinite; feature and row are named.</exception>
    public static DesignColumns Of(LearningData data, TrainingView view, bool centre, bool standardise, CancellationToken cancellationToken)
    {
        var rows = view.Rows.Span;
        var values = new double[(long)rows.Length * data.FeatureCount];
        for (var f = 0; f < data.FeatureCount; f++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var source = data.Column(f);
            var target = values.AsSpan(f * rows.Length, rows.Length);
            for (var t = 0; t < rows.Length; t++)
            {
                var value = source[rows[t]];
                target[t] = double.IsFinite(value) ? value : throw TableInputs.Refusal(data.Names[f], rows[t], value);
            }
        }

        var weights = new double[rows.Length];
        for (var t = 0; t < rows.Length; t++)
        {
            weights[t] = view.Weights.IsEmpty ? 1 : view.Weights.Span[rows[t]];
        }

        var columns = new DesignColumns(values, data.FeatureCount, weights);
        if (centre)
        {
            columns.Centre(cancellationToken);
        }

        if (standardise)
        {
            columns.DivideByDeviations(cancellationToken);
        }

        return columns;
    }

    public int Rows { get; }

    public int Dimensions { get; }

    public double[] Weights { get; }

    public double TotalWeight { get; }

    /// <summary>What was taken off each column.</summary>
    public double[] Means { get; }

    /// <summary>What each column was divided by after that.</summary>
    public double[] Scales { get; }

    public ReadOnlySpan<double> this[int column] => values.AsSpan(column * Rows, Rows);

    /// <summary>Turns coefficients into those for the columns as they came, and returns the intercept for them.</summary>
    public double Restore(double intercept, Span<double> coefficients)
    {
        for (var i = 0; i < coefficients.Length; i++)
        {
            coefficients[i] /= Scales[i];
        }

        return intercept - LaneReduction.Dot(coefficients, Means);
    }

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

    private static double[] Transpose(ReadOnlySpan<double> x, int dimensions, ReadOnlySpan<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        var rows = y.Length;
        if (rows == 0 || x.Length != rows * dimensions)
        {
            throw new ArgumentException(
                $"x has {x.Length} elements and y has {rows}; x must have {dimensions} for each of at least one y.", nameof(x));
        }

        RequireFinite(x, dimensions, nameof(x));
        RequireFinite(y, 1, nameof(y));
        var values = new double[x.Length];
        for (var i = 0; i < dimensions; i++)
        {
            var column = values.AsSpan(i * rows, rows);
            for (var t = 0; t < rows; t++)
            {
                column[t] = x[(t * dimensions) + i];
            }
        }

        return values;
    }

    private void Centre(CancellationToken cancellationToken)
    {
        for (var i = 0; i < Dimensions; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // The first row is taken off before averaging, so that a constant column becomes exactly 0.
            var column = values.AsSpan(i * Rows, Rows);
            var first = column[0];
            Subtract(column, first);
            var rest = LaneReduction.Dot(column, Weights) / TotalWeight;
            Subtract(column, rest);
            Means[i] = first + rest;
        }
    }

    /// <summary>A column without spread stays as it is.</summary>
    private void DivideByDeviations(CancellationToken cancellationToken)
    {
        var squares = new double[Rows];
        for (var i = 0; i < Dimensions; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var column = values.AsSpan(i * Rows, Rows);
            for (var t = 0; t < squares.Length; t++)
            {
                squares[t] = column[t] * column[t];
            }

            var deviation = Math.Sqrt(LaneReduction.Dot(squares, Weights) / TotalWeight);
            Scales[i] = deviation > 0 && double.IsFinite(deviation) ? deviation : 1;
            for (var t = 0; t < column.Length; t++)
            {
                column[t] /= Scales[i];
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
