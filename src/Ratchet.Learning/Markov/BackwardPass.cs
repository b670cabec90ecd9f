namespace Ratchet.Learning.Markov;

/// <summary>
/// The backward recursion in terms of probabilities only: p(j now | k next, past) = f_j a_jk / q_k with f the filtered and q = f A the
/// predicted probabilities. Nothing in it can overflow and no emission is needed again. The scaled beta of the textbook equals its ratio r_k = g_k / q_k.
/// Source: Kim (1994), the smoother of state-switching models.
/// </summary>
internal static class BackwardPass
{
    /// <summary>Below this a ratio by the prediction could overflow, and the step divides before it multiplies.</summary>
    private const double SafePrediction = 1e-140;

    /// <summary>Turns filtered probabilities (T x K) into smoothed ones in place.</summary>
    public static void Smooth(Span<double> probabilities, ReadOnlySpan<double> transitions, int states)
    {
        if (probabilities.IsEmpty)
        {
            return;
        }

        Span<double> rare = new double[states * states];
        Span<double> common = new double[states * states];
        Run(probabilities, transitions, states, common, rare, CancellationToken.None);
    }

    /// <summary>Smooths in place and adds the expected numbers of transitions of the sequence.</summary>
    /// <param name="probabilities">T x K filtered probabilities; smoothed afterwards.</param>
    /// <param name="transitions">K x K.</param>
    /// <param name="states">K.</param>
    /// <param name="common">K x K; entry (j, k) times a_jk is the number of ordinary transitions.</param>
    /// <param name="rare">K x K; transitions of all but impossible steps, counted whole.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static void Run(
        Span<double> probabilities, ReadOnlySpan<double> transitions, int states, Span<double> common, Span<double> rare, CancellationToken cancellationToken)
    {
        Span<double> predicted = stackalloc double[states];
        Span<double> ratio = stackalloc double[states];
        var next = probabilities.Slice(probabilities.Length - states, states);
        for (var offset = probabilities.Length - (2 * states); offset >= 0; offset -= states)
        {
            if (offset / states % ObservationColumns.RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var now = probabilities.Slice(offset, states);
            ForwardStep.Predict(now, transitions, predicted);
            var safe = true;
            for (var k = 0; k < ratio.Length; k++)
            {
                safe &= predicted[k] > SafePrediction || next[k] == 0;
                ratio[k] = next[k] == 0 ? 0 : next[k] / predicted[k];
            }

            if (safe)
            {
                Step(now, transitions, ratio, common);
            }
            else
            {
                StepDividingFirst(now, transitions, predicted, next, rare);
            }

            next = now;
        }
    }

    private static void Step(Span<double> now, ReadOnlySpan<double> transitions, ReadOnlySpan<double> ratio, Span<double> common)
    {
        var n = now.Length;
        ratio = ratio[..n];
        var total = 0.0;
        for (var j = 0; j < now.Length; j++)
        {
            var row = transitions.Slice(j * n, n);
            var counts = common.Slice(j * n, n);
            var filtered = now[j];
            var sum = 0.0;
            for (var k = 0; k < ratio.Length; k++)
            {
                sum += row[k] * ratio[k];
                counts[k] += filtered * ratio[k];
            }

            now[j] = filtered * sum;
            total += now[j];
        }

        var inverse = 1 / total;
        for (var j = 0; j < now.Length; j++)
        {
            now[j] *= inverse;
        }
    }

    /// <summary>One step where a prediction is so small that a ratio by it could overflow: products are divided before they are multiplied on.</summary>
    public static void StepDividingFirst(
        Span<double> now, ReadOnlySpan<double> transitions, ReadOnlySpan<double> predicted, ReadOnlySpan<double> next, Span<double> rare)
    {
        var n = now.Length;
        var total = 0.0;
        for (var j = 0; j < n; j++)
        {
            var sum = 0.0;
            for (var k = 0; k < n; k++)
            {
                var share = next[k] == 0 || predicted[k] == 0 ? 0 : now[j] * transitions[(j * n) + k] / predicted[k] * next[k];
                rare[(j * n) + k] += share;
                sum += share;
            }

            now[j] = sum;
            total += sum;
        }

        for (var j = 0; j < n; j++)
        {
            now[j] /= total;
        }
    }
}
