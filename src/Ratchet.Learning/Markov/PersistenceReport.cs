namespace Ratchet.Learning.Markov;

/// <summary>
/// How persistent the regimes of a model are on rows of which the later part was held out: durations, occupancies, and how well the next
/// state is foretold.
/// </summary>
/// <remarks>
/// The forecast of row t + 1 is the state of highest p(state at t + 1 | rows 0 to t), the filtered probabilities times the transition
/// matrix. It is compared with the likeliest filtered state of row t + 1, which row t + 1 helps to decide, and with row t + 1 of the Viterbi
/// path, which looks ahead and serves here as the measure only. The baseline forecasts the likeliest filtered state of row t again. In a
/// persistent chain both forecasts are nearly always the same, so a high accuracy alone says little: read it beside the baseline.
/// </remarks>
public sealed record PersistenceReport
{
    /// <summary>The rows that were measured.</summary>
    public required int Rows { get; init; }

    /// <summary>Every state.</summary>
    public required IReadOnlyList<StatePersistence> States { get; init; }

    /// <summary>Share of forecasts that meet the next likeliest filtered state; NaN for fewer than two rows.</summary>
    public required double NextStateAccuracy { get; init; }

    /// <summary>The same for "stay in the same state".</summary>
    public required double StayAccuracy { get; init; }

    /// <summary>Share of forecasts that meet the next state of the Viterbi path; NaN for fewer than two rows.</summary>
    public required double NextViterbiAccuracy { get; init; }

    /// <summary>The same for "stay in the same state".</summary>
    public required double StayViterbiAccuracy { get; init; }

    /// <summary>Share of all rows whose likeliest filtered state is the true one; NaN where the truth is not known.</summary>
    public required double Accuracy { get; init; }

    /// <summary>
    /// Measures a model on the rows from a given one on. The filter and the Viterbi path run over all rows, so that the part begins with what
    /// was known then. Cost O(T K (K + D²)).
    /// </summary>
    /// <param name="model">Learned from rows before <paramref name="from"/>, if the figures are to be out of sample.</param>
    /// <param name="x">T x D finite numbers, row-major.</param>
    /// <param name="from">The first row that is measured, 0 to T - 1.</param>
    /// <param name="truth">The true state of each of the T rows, 0 to K - 1, or empty.</param>
    /// <exception cref="ArgumentException">A shape is wrong, a number is not finite, or <paramref name="from"/> is outside the rows.</exception>
    public static PersistenceReport Of(HmmModel model, ReadOnlySpan<double> x, int from, ReadOnlySpan<int> truth = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var filtered = model.Filter(x);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(from, filtered.Rows);
        if (!truth.IsEmpty)
        {
            HmmModel.RequireLength(truth.Length, filtered.Rows, nameof(truth));
        }

        var path = model.Viterbi(x).Values[from..];
        var likeliest = new int[filtered.Rows - from];
        for (var t = 0; t < likeliest.Length; t++)
        {
            likeliest[t] = filtered.Likeliest(from + t);
        }

        var known = truth.IsEmpty ? truth : truth[from..];
        var (next, nextViterbi) = Forecasts(model, filtered, from, likeliest, path);
        var states = new StatePersistence[model.States];
        for (var k = 0; k < states.Length; k++)
        {
            states[k] = State(model, filtered, from, k, path, likeliest, known);
        }

        return new PersistenceReport
        {
            Rows = likeliest.Length,
            States = states,
            NextStateAccuracy = next,
            StayAccuracy = Share(likeliest.AsSpan(0, likeliest.Length - 1), likeliest.AsSpan(1)),
            NextViterbiAccuracy = nextViterbi,
            StayViterbiAccuracy = Share(likeliest.AsSpan(0, likeliest.Length - 1), path[1..]),
            Accuracy = Share(likeliest, known),
        };
    }

    private static (double Filtered, double Viterbi) Forecasts(
        HmmModel model, FilteredProbabilities filtered, int from, ReadOnlySpan<int> likeliest, ReadOnlySpan<int> path)
    {
        var forecasts = new int[likeliest.Length - 1];
        Span<double> predicted = new double[model.States];
        for (var t = 0; t < forecasts.Length; t++)
        {
            ForwardStep.Predict(filtered[from + t], model.Transitions, predicted);
            forecasts[t] = MostProbable.Of(predicted);
        }

        return (Share(forecasts, likeliest[1..]), Share(forecasts, path[1..]));
    }

    private static StatePersistence State(
        HmmModel model, FilteredProbabilities filtered, int from, int state, ReadOnlySpan<int> path, ReadOnlySpan<int> likeliest, ReadOnlySpan<int> truth)
    {
        var stay = model.Transitions[(state * model.States) + state];
        var occupancy = 0.0;
        for (var t = from; t < filtered.Rows; t++)
        {
            occupancy += filtered[t][state];
        }

        var (right, rows) = (0, 0);
        for (var t = 0; t < truth.Length; t++)
        {
            rows += truth[t] == state ? 1 : 0;
            right += truth[t] == state && likeliest[t] == state ? 1 : 0;
        }

        var dwells = Dwells.Of(path, state);
        return new StatePersistence(
            stay,
            1 / (1 - stay),
            occupancy / likeliest.Length,
            dwells.Length,
            Dwells.Mean(dwells),
            Dwells.Median(dwells),
            rows == 0 ? double.NaN : (double)right / rows);
    }

    /// <summary>The share of equal entries; NaN when the second is empty.</summary>
    private static double Share(ReadOnlySpan<int> left, ReadOnlySpan<int> right)
    {
        var equal = 0;
        for (var i = 0; i < right.Length; i++)
        {
            equal += left[i] == right[i] ? 1 : 0;
        }

        return right.IsEmpty ? double.NaN : (double)equal / right.Length;
    }
}
