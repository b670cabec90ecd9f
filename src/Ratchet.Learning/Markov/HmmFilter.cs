namespace Ratchet.Learning.Markov;

/// <summary>
/// The causal state probabilities of a hidden Markov model, bar by bar: p(state | observations up to now). Equal bit for bit to
/// <see cref="HmmModel.Filter"/> over the same rows. Allocates nothing after construction. Not safe for several threads.
/// </summary>
public sealed class HmmFilter
{
    private readonly HmmModel model;
    private readonly double[] state;
    private readonly double[] predicted;
    private readonly double[] densities;
    private readonly double[] centred;
    private bool started;

    /// <summary>A filter before its first row.</summary>
    /// <param name="model">The model; shared, since it never changes.</param>
    public HmmFilter(HmmModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        state = new double[model.States];
        predicted = new double[model.States];
        densities = new double[model.States];
        centred = new double[model.Dimensions];
    }

    /// <summary>Takes the next row and writes the probabilities of the states after it.</summary>
    /// <param name="observation">D finite numbers.</param>
    /// <param name="probabilities">Receives K probabilities that sum to 1.</param>
    /// <exception cref="ArgumentException">A span has the wrong length, or an observation is NaN or infinite; the filter is unchanged then.</exception>
    public void Update(ReadOnlySpan<double> observation, Span<double> probabilities)
    {
        if (observation.Length != model.Dimensions)
        {
            throw new ArgumentException($"observation has {observation.Length} elements; the model has {model.Dimensions} dimensions.", nameof(observation));
        }

        if (probabilities.Length != model.States)
        {
            throw new ArgumentException($"probabilities has {probabilities.Length} elements; the model has {model.States} states.", nameof(probabilities));
        }

        HmmModel.RequireFinite(observation, model.Dimensions);
        Advance(observation);
        state.CopyTo(probabilities);
    }

    /// <summary>Forgets every row.</summary>
    public void Reset() => started = false;

    /// <summary>One forward step over a row that was checked; returns the row's log-likelihood given the rows before.</summary>
    internal double Advance(ReadOnlySpan<double> observation)
    {
        if (started)
        {
            ForwardStep.Predict(state, model.Transitions, predicted);
        }
        else
        {
            model.StartProbabilities.CopyTo(predicted);
            started = true;
        }

        model.Emission.LogDensities(observation, centred, densities);
        return ForwardStep.Correct(predicted, densities, state);
    }

    internal ReadOnlySpan<double> Current => state;
}
