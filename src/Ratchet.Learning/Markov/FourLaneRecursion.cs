using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Markov;

/// <summary>
/// The forward and backward recursions of at most four states, a state a lane; what the expectation step spends its time on (benchmark P6).
/// The sums are those of <see cref="ForwardStep"/> and <see cref="BackwardPass"/>, which also take the rows that need care.
/// </summary>
internal sealed class FourLaneRecursion
{
    /// <summary>The most states there are lanes for.</summary>
    public const int MostStates = 4;

    private const double SafeSum = 1e-250;
    private const double SafePrediction = 1e-140;
    private const double LeastProduct = 1e-50;

    private readonly ObservationColumns x;
    private readonly int states;
    private readonly double[] shifts;
    private readonly double[] filtered;
    private readonly double[] byRow = new double[MostStates * MostStates];
    private readonly double[] byColumn = new double[MostStates * MostStates];

    public FourLaneRecursion(ObservationColumns x, int states)
    {
        this.x = x;
        this.states = states;
        shifts = new double[x.Rows];
        filtered = new double[MostStates * x.Rows];
    }

    /// <summary>Turns K columns of log-densities into densities over the row's highest, and keeps the logarithm of that.</summary>
    public void Scale(Span<double> columns, CancellationToken cancellationToken)
    {
        var rows = x.Rows;
        var whole = rows & ~3;
        for (var t = 0; t < whole; t += 4)
        {
            if (t % ObservationColumns.RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var highest = Vector256.Create(columns.Slice(t, 4));
            for (var k = 1; k < states; k++)
            {
                highest = Vector256.Max(highest, Vector256.Create(columns.Slice((k * rows) + t, 4)));
            }

            highest.CopyTo(shifts, t);
            for (var k = 0; k < states; k++)
            {
                var target = columns.Slice((k * rows) + t, 4);
                VectorExponential.OfNonPositive(Vector256.Create(target) - highest).CopyTo(target);
            }
        }

        for (var t = whole; t < rows; t++)
        {
            var highest = columns[t];
            for (var k = 1; k < states; k++)
            {
                highest = Math.Max(highest, columns[(k * rows) + t]);
            }

            shifts[t] = highest;
            for (var k = 0; k < states; k++)
            {
                columns[(k * rows) + t] = VectorExponential.OfNonPositive(Vector256.Create(columns[(k * rows) + t] - highest)).ToScalar();
            }
        }
    }

    /// <summary>Filters one sequence over scaled densities and returns its log-likelihood.</summary>
    public double Forward(HmmModel model, ReadOnlySpan<double> densities, int first, int length, CancellationToken cancellationToken)
    {
        Spread(model.Transitions);
        var (a0, a1, a2, a3) = (Row(byRow, 0), Row(byRow, 1), Row(byRow, 2), Row(byRow, 3));
        Span<double> lanes = stackalloc double[MostStates];
        model.StartProbabilities.CopyTo(lanes);
        var predicted = Vector256.Create((ReadOnlySpan<double>)lanes);
        var d0 = densities.Slice(first, length);
        var d1 = densities.Slice((Math.Min(1, states - 1) * x.Rows) + first, length);
        var d2 = densities.Slice((Math.Min(2, states - 1) * x.Rows) + first, length);
        var d3 = densities.Slice((Math.Min(3, states - 1) * x.Rows) + first, length);
        var logLikelihood = 0.0;
        var product = 1.0;
        for (var t = 0; t < d0.Length; t++)
        {
            if (t % ObservationColumns.RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            // Lanes without a state have a prediction of 0.
            var weights = predicted * Vector256.Create(d0[t], d1[t], d2[t], d3[t]);
            var sum = Sum(weights);
            if (sum > SafeSum)
            {
                weights *= Vector256.Create(1 / sum);
                logLikelihood += shifts[first + t];
                product *= sum;
                if (product < LeastProduct)
                {
                    logLikelihood += Math.Log(product);
                    product = 1;
                }
            }
            else
            {
                logLikelihood += CorrectWithCare(model, first + t, ref weights, predicted);
            }

            weights.CopyTo(filtered, (first + t) * MostStates);
            predicted = Times(weights, a0, a1, a2, a3);
        }

        return logLikelihood + Math.Log(product);
    }

    /// <summary>Smooths one filtered sequence into K columns of posteriors and adds its expected transitions.</summary>
    /// <param name="model">The model that the sequence was filtered with.</param>
    /// <param name="first">Its first row.</param>
    /// <param name="length">Its rows.</param>
    /// <param name="posteriors">Receives K columns of T numbers.</param>
    /// <param name="common">K x K; entry (j, k) times a_jk is the number of ordinary transitions.</param>
    /// <param name="rare">K x K; transitions of all but impossible steps, counted whole.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public void Backward(
        HmmModel model, int first, int length, Span<double> posteriors, Span<double> common, Span<double> rare, CancellationToken cancellationToken)
    {
        Spread(model.Transitions);
        var (a0, a1, a2, a3) = (Row(byRow, 0), Row(byRow, 1), Row(byRow, 2), Row(byRow, 3));
        var (b0, b1, b2, b3) = (Row(byColumn, 0), Row(byColumn, 1), Row(byColumn, 2), Row(byColumn, 3));
        var (c0, c1, c2, c3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var last = first + length - 1;
        var next = Row(filtered, last);
        Write(posteriors, last, next);
        for (var t = last - 1; t >= first; t--)
        {
            if (t % ObservationColumns.RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var now = Row(filtered, t);
            var predicted = Times(now, a0, a1, a2, a3);
            var gone = Vector256.Equals(next, Vector256<double>.Zero);
            var isSafe = Vector256.GreaterThan(predicted, Vector256.Create(SafePrediction)) | gone;
            if (isSafe.AsInt64() == Vector256<long>.AllBitsSet)
            {
                var ratio = Vector256.ConditionalSelect(gone, Vector256<double>.Zero, next / predicted);
                c0 += Lane0(now) * ratio;
                c1 += Lane1(now) * ratio;
                c2 += Lane2(now) * ratio;
                c3 += Lane3(now) * ratio;
                next = now * Times(ratio, b0, b1, b2, b3);
                next *= Vector256.Create(1 / Sum(next));
            }
            else
            {
                next = StepWithCare(model, now, predicted, next, rare);
            }

            Write(posteriors, t, next);
        }

        Add(common, 0, c0);
        Add(common, 1, c1);
        Add(common, 2, c2);
        Add(common, 3, c3);
    }

    private double CorrectWithCare(HmmModel model, int t, ref Vector256<double> weights, Vector256<double> predicted)
    {
        Span<double> row = new double[x.Dimensions];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = x[i][t];
        }

        Span<double> logDensities = stackalloc double[states];
        model.Emission.LogDensities(row, new double[row.Length], logDensities);
        Span<double> prior = stackalloc double[MostStates];
        predicted.CopyTo(prior);
        Span<double> posterior = stackalloc double[MostStates];
        var logLikelihood = ForwardStep.Correct(prior[..states], logDensities, posterior[..states]);
        weights = Vector256.Create((ReadOnlySpan<double>)posterior);
        return logLikelihood;
    }

    private Vector256<double> StepWithCare(HmmModel model, Vector256<double> now, Vector256<double> predicted, Vector256<double> next, Span<double> rare)
    {
        Span<double> current = stackalloc double[MostStates];
        Span<double> prior = stackalloc double[MostStates];
        Span<double> later = stackalloc double[MostStates];
        now.CopyTo(current);
        predicted.CopyTo(prior);
        next.CopyTo(later);
        BackwardPass.StepDividingFirst(current[..states], model.Transitions, prior[..states], later[..states], rare);
        return Vector256.Create((ReadOnlySpan<double>)current);
    }

    private void Spread(ReadOnlySpan<double> transitions)
    {
        for (var j = 0; j < states; j++)
        {
            for (var k = 0; k < states; k++)
            {
                byRow[(j * MostStates) + k] = transitions[(j * states) + k];
                byColumn[(k * MostStates) + j] = transitions[(j * states) + k];
            }
        }
    }

    private void Write(Span<double> posteriors, int t, Vector256<double> values)
    {
        for (var k = 0; k < states; k++)
        {
            posteriors[(k * x.Rows) + t] = values.GetElement(k);
        }
    }

    private void Add(Span<double> common, int state, Vector256<double> counts)
    {
        for (var k = 0; k < states && state < states; k++)
        {
            common[(state * states) + k] += counts.GetElement(k);
        }
    }

    private static Vector256<double> Row(double[] values, int row) => Vector256.Create(values, row * MostStates);

    private static Vector256<double> Times(Vector256<double> v, Vector256<double> m0, Vector256<double> m1, Vector256<double> m2, Vector256<double> m3) =>
        (Lane0(v) * m0) + (Lane1(v) * m1) + ((Lane2(v) * m2) + (Lane3(v) * m3));

    private static double Sum(Vector256<double> v)
    {
        var pairs = v.GetLower() + v.GetUpper();
        return pairs.ToScalar() + pairs.GetElement(1);
    }

    private static Vector256<double> Lane0(Vector256<double> v) => Vector256.Shuffle(v, Vector256.Create(0L, 0, 0, 0));

    private static Vector256<double> Lane1(Vector256<double> v) => Vector256.Shuffle(v, Vector256.Create(1L, 1, 1, 1));

    private static Vector256<double> Lane2(Vector256<double> v) => Vector256.Shuffle(v, Vector256.Create(2L, 2, 2, 2));

    private static Vector256<double> Lane3(Vector256<double> v) => Vector256.Shuffle(v, Vector256.Create(3L, 3, 3, 3));
}
