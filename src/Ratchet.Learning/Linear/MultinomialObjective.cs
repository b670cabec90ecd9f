using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Linear;

/// <summary>
/// The penalised multi-class log-loss with its gradient and Hessian, over blocks of rows. The parameters are, class by class, d weights and the intercept.
/// Adding the same to all classes changes no probability; a term that holds the classes' sum at 0, where the search starts, makes the Hessian regular
/// and moves no minimum.
/// </summary>
internal sealed class MultinomialObjective : INewtonObjective
{
    private const int BlockRows = 256;

    private readonly DesignColumns x;
    private readonly int[] labels;
    private readonly int classes;
    private readonly double l2;
    private readonly bool intercept;
    private readonly int width;
    private readonly double[] hold;
    private readonly double[] probabilities;
    private readonly double[] largest = new double[BlockRows];
    private readonly double[] curvature = new double[BlockRows];
    private readonly double[] products = new double[BlockRows];

    public MultinomialObjective(DesignColumns x, int[] labels, int classes, double l2, bool intercept)
    {
        this.x = x;
        this.labels = labels;
        this.classes = classes;
        this.l2 = l2;
        this.intercept = intercept;
        width = x.Dimensions + 1;
        Size = classes * width;
        Gradient = new double[Size];
        Hessian = new double[Size * Size];
        probabilities = new double[classes * BlockRows];
        hold = new double[width];
        for (var i = 0; i < x.Dimensions && l2 == 0; i++)
        {
            hold[i] = LaneReduction.Dot(x[i], x[i]) / (classes * classes);
        }

        hold[^1] = x.TotalWeight / (classes * classes);
    }

    public int Size { get; }

    public double TotalWeight => x.TotalWeight;

    public double[] Gradient { get; }

    public double[] Hessian { get; }

    public double Evaluate(ReadOnlySpan<double> parameters, CancellationToken cancellationToken)
    {
        Array.Clear(Gradient);
        Array.Clear(Hessian);
        var loss = 0.0;
        for (var first = 0; first < x.Rows; first += BlockRows)
        {
            var count = Math.Min(BlockRows, x.Rows - first);
            loss += Probabilities(parameters, first, count);
            for (var k = 0; k < classes; k++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                AddGradient(k, first, count);
                for (var l = 0; l <= k; l++)
                {
                    AddCurvature(k, l, first, count);
                }
            }
        }

        AddPenalty(parameters);
        return loss + Penalty(parameters);
    }

    public double Penalty(ReadOnlySpan<double> parameters)
    {
        var penalty = 0.0;
        for (var i = 0; i < width; i++)
        {
            var sum = 0.0;
            for (var k = 0; k < classes; k++)
            {
                var value = parameters[(k * width) + i];
                sum += value;
                penalty += i < x.Dimensions ? 0.5 * l2 * value * value : 0;
            }

            penalty += 0.5 * hold[i] * sum * sum;
        }

        return penalty;
    }

    /// <summary>Fills the block's probabilities, class by class, and returns its loss.</summary>
    private double Probabilities(ReadOnlySpan<double> parameters, int first, int count)
    {
        var top = largest.AsSpan(0, count);
        top.Fill(double.NegativeInfinity);
        for (var k = 0; k < classes; k++)
        {
            var z = Class(k, count);
            z.Fill(parameters[(k * width) + x.Dimensions]);
            for (var i = 0; i < x.Dimensions; i++)
            {
                LogisticObjective.AddScaled(z, parameters[(k * width) + i], x[i].Slice(first, count));
            }

            for (var t = 0; t < count; t++)
            {
                top[t] = Math.Max(top[t], z[t]);
            }
        }

        var loss = 0.0;
        var totals = curvature.AsSpan(0, count);
        totals.Clear();
        for (var k = 0; k < classes; k++)
        {
            var z = Class(k, count);
            for (var t = 0; t < count; t++)
            {
                loss += labels[first + t] == k ? x.Weights[first + t] * (top[t] - z[t]) : 0;
                z[t] = Math.Exp(z[t] - top[t]);
                totals[t] += z[t];
            }
        }

        for (var t = 0; t < count; t++)
        {
            loss += x.Weights[first + t] * Math.Log(totals[t]);
        }

        for (var k = 0; k < classes; k++)
        {
            var z = Class(k, count);
            for (var t = 0; t < count; t++)
            {
                z[t] /= totals[t];
            }
        }

        return loss;
    }

    private void AddGradient(int k, int first, int count)
    {
        var p = Class(k, count);
        var residuals = curvature.AsSpan(0, count);
        for (var t = 0; t < count; t++)
        {
            residuals[t] = x.Weights[first + t] * (p[t] - (labels[first + t] == k ? 1 : 0));
        }

        for (var i = 0; i < x.Dimensions; i++)
        {
            Gradient[(k * width) + i] += LaneReduction.Dot(residuals, x[i].Slice(first, count));
        }

        Gradient[(k * width) + x.Dimensions] += LaneReduction.Sum(residuals);
    }

    /// <summary>Adds the block of second derivatives between two classes; it is symmetric, so that half of it is computed.</summary>
    private void AddCurvature(int k, int l, int first, int count)
    {
        var d = x.Dimensions;
        var own = Class(k, count);
        var other = Class(l, count);
        var weights = curvature.AsSpan(0, count);
        for (var t = 0; t < count; t++)
        {
            weights[t] = x.Weights[first + t] * own[t] * ((k == l ? 1 : 0) - other[t]);
        }

        var scaled = products.AsSpan(0, count);
        for (var i = 0; i < d; i++)
        {
            LogisticObjective.Multiply(weights, x[i].Slice(first, count), scaled);
            for (var j = 0; j <= i; j++)
            {
                AddPair(k, l, i, j, LaneReduction.Dot(scaled, x[j].Slice(first, count)));
            }

            AddPair(k, l, d, i, LaneReduction.Sum(scaled));
        }

        AddPair(k, l, d, d, LaneReduction.Sum(weights));
    }

    private void AddPair(int k, int l, int i, int j, double value)
    {
        Hessian[(((k * width) + i) * Size) + (l * width) + j] += value;
        if (k != l && i != j)
        {
            Hessian[(((k * width) + j) * Size) + (l * width) + i] += value;
        }
    }

    private void AddPenalty(ReadOnlySpan<double> parameters)
    {
        for (var i = 0; i < width; i++)
        {
            var sum = 0.0;
            for (var k = 0; k < classes; k++)
            {
                sum += parameters[(k * width) + i];
            }

            for (var k = 0; k < classes; k++)
            {
                var at = (k * width) + i;
                Gradient[at] += hold[i] * sum;
                for (var l = 0; l <= k; l++)
                {
                    Hessian[(at * Size) + (l * width) + i] += hold[i];
                }

                if (i < x.Dimensions)
                {
                    Gradient[at] += l2 * parameters[at];
                    Hessian[(at * Size) + at] += l2;
                }
                else if (!intercept)
                {
                    Freeze(at);
                }
            }
        }
    }

    /// <summary>Keeps a parameter where it is.</summary>
    private void Freeze(int at)
    {
        Gradient[at] = 0;
        Hessian.AsSpan(at * Size, at).Clear();
        for (var below = at + 1; below < Size; below++)
        {
            Hessian[(below * Size) + at] = 0;
        }

        Hessian[(at * Size) + at] = 1;
    }

    private Span<double> Class(int k, int count) => probabilities.AsSpan(k * BlockRows, count);
}
