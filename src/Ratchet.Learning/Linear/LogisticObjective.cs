using System.Runtime.Intrinsics;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>
/// The penalised log-loss with its gradient and Hessian, in one pass over blocks of rows that stay in the first-level cache.
/// The parameters are the d weights, then the intercept.
/// </summary>
internal sealed class LogisticObjective : INewtonObjective
{
    private const int BlockRows = 512;

    private readonly DesignColumns x;
    private readonly double[] y;
    private readonly double l2;
    private readonly bool intercept;
    private readonly double[] decision = new double[BlockRows];
    private readonly double[] residual = new double[BlockRows];
    private readonly double[] curvature = new double[BlockRows];
    private readonly double[] weighted = new double[BlockRows];

    public LogisticObjective(DesignColumns x, ReadOnlySpan<double> y, double l2, bool intercept)
    {
        this.x = x;
        this.y = y.ToArray();
        this.l2 = l2;
        this.intercept = intercept;
        Size = x.Dimensions + 1;
        Gradient = new double[Size];
        Hessian = new double[Size * Size];
    }

    /// <summary>d + 1.</summary>
    public int Size { get; }

    public double[] Gradient { get; }

    /// <summary>Its lower triangle, row-major.</summary>
    public double[] Hessian { get; }

    public double TotalWeight => x.TotalWeight;

    /// <summary>Returns the loss at the parameters and fills gradient and Hessian. Without an intercept its parameter stays where it is.</summary>
    public double Evaluate(ReadOnlySpan<double> parameters, CancellationToken cancellationToken)
    {
        var d = x.Dimensions;
        Array.Clear(Gradient);
        Array.Clear(Hessian);
        var loss = 0.0;
        for (var first = 0; first < x.Rows; first += BlockRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var count = Math.Min(BlockRows, x.Rows - first);
            loss += Losses(parameters, first, count);
            Accumulate(first, count);
        }

        for (var i = 0; i < d; i++)
        {
            loss += 0.5 * l2 * parameters[i] * parameters[i];
            Gradient[i] += l2 * parameters[i];
            Hessian[(i * Size) + i] += l2;
        }

        if (!intercept)
        {
            Gradient[d] = 0;
            Hessian.AsSpan(d * Size, d).Clear();
            Hessian[(d * Size) + d] = 1;
        }

        return loss;
    }

    public double Penalty(ReadOnlySpan<double> parameters) => 0.5 * l2 * LaneReduction.Dot(parameters[..^1], parameters[..^1]);

    private double Losses(ReadOnlySpan<double> parameters, int first, int count)
    {
        var z = decision.AsSpan(0, count);
        z.Fill(parameters[^1]);
        for (var i = 0; i < x.Dimensions; i++)
        {
            var column = x[i].Slice(first, count);
            AddScaled(z, parameters[i], column);
        }

        var labels = y.AsSpan(first, count);
        var weights = x.Weights.AsSpan(first, count);
        var residuals = residual.AsSpan(0, count);
        var curvatures = curvature.AsSpan(0, count);
        var loss = 0.0;
        for (var t = 0; t < z.Length; t++)
        {
            var e = Math.Exp(-Math.Abs(z[t]));
            var inverse = 1 / (1 + e);
            var probability = z[t] >= 0 ? inverse : e * inverse;
            residuals[t] = weights[t] * (probability - labels[t]);
            curvatures[t] = weights[t] * e * inverse * inverse;
            loss += weights[t] * (Math.Max(z[t], 0) + Math.Log(1 + e) - (labels[t] * z[t]));
        }

        return loss;
    }

    private void Accumulate(int first, int count)
    {
        var d = x.Dimensions;
        var residuals = residual.AsSpan(0, count);
        var curvatures = curvature.AsSpan(0, count);
        var products = weighted.AsSpan(0, count);
        for (var i = 0; i < d; i++)
        {
            var column = x[i].Slice(first, count);
            Gradient[i] += LaneReduction.Dot(residuals, column);
            Multiply(curvatures, column, products);

            for (var j = 0; j <= i; j++)
            {
                Hessian[(i * Size) + j] += LaneReduction.Dot(products, x[j].Slice(first, count));
            }

            Hessian[(d * Size) + i] += LaneReduction.Sum(products);
        }

        Gradient[d] += LaneReduction.Sum(residuals);
        Hessian[(d * Size) + d] += LaneReduction.Sum(curvatures);
    }

    internal static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> column)
    {
        var factors = Vector256.Create(factor);
        var t = 0;
        for (; t <= target.Length - 4; t += 4)
        {
            (Vector256.Create(target.Slice(t, 4)) + (factors * Vector256.Create(column.Slice(t, 4)))).CopyTo(target.Slice(t, 4));
        }

        for (; t < target.Length; t++)
        {
            target[t] += factor * column[t];
        }
    }

    internal static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> target)
    {
        var t = 0;
        for (; t <= target.Length - 4; t += 4)
        {
            (Vector256.Create(left.Slice(t, 4)) * Vector256.Create(right.Slice(t, 4))).CopyTo(target.Slice(t, 4));
        }

        for (; t < target.Length; t++)
        {
            target[t] = left[t] * right[t];
        }
    }
}
