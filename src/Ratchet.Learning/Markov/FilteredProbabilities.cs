namespace Ratchet.Learning.Markov;

/// <summary>
/// CAUSAL state probabilities: row t holds p(state at t | rows 0 to t). This is what a signal, a feature or an order may be made of.
/// </summary>
/// <remarks>
/// A type of its own: there is no conversion from <see cref="SmoothedProbabilities"/> or <see cref="ViterbiStates"/>, which know the future.
/// Only <see cref="HmmModel"/> makes one. Immutable and safe to share between threads.
/// </remarks>
public sealed class FilteredProbabilities
{
    private readonly double[] values;

    internal FilteredProbabilities(double[] values, int rows, int states)
    {
        this.values = values;
        Rows = rows;
        States = states;
    }

    /// <summary>The number of rows, T.</summary>
    public int Rows { get; }

    /// <summary>The number of states, K.</summary>
    public int States { get; }

    /// <summary>All probabilities, T x K, row-major.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The K probabilities of a row; they sum to 1.</summary>
    /// <param name="row">0 to T - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ReadOnlySpan<double> this[int row] => values.AsSpan(row * States, States);

    /// <summary>The most probable state of a row; the lower of equals.</summary>
    /// <param name="row">0 to T - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public int Likeliest(int row) => MostProbable.Of(this[row]);
}
