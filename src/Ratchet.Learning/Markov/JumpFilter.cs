namespace Ratchet.Learning.Markov;

/// <summary>
/// The causal states of a jump model, bar by bar: after each row the last state of the cheapest path through the rows so far. Equal bit for
/// bit to <see cref="JumpModel.Follow"/>. Cost O(K D) a row; allocates nothing after construction. Not safe for several threads.
/// </summary>
/// <remarks>Values of paths are kept as differences from the cheapest, so they stay below λ plus one row's distances for ever.</remarks>
public sealed class JumpFilter
{
    private readonly JumpModel model;
    private readonly double[] values;
    private readonly double[] row;
    private bool started;

    /// <summary>A filter before its first row.</summary>
    /// <param name="model">The model; shared, since it never changes.</param>
    public JumpFilter(JumpModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        this.model = model;
        values = new double[model.States];
        row = new double[model.Dimensions];
    }

    /// <summary>Takes the next row and returns the state after it; the lower of equals.</summary>
    /// <param name="observation">D finite numbers.</param>
    /// <exception cref="ArgumentException">The span has the wrong length, or a number is NaN or infinite; the filter is unchanged then.</exception>
    public int Update(ReadOnlySpan<double> observation)
    {
        HmmModel.RequireLength(observation.Length, model.Dimensions, nameof(observation));
        HmmModel.RequireFinite(observation, model.Dimensions);
        return Advance(observation);
    }

    /// <summary>
    /// How the states compare now: p_k in proportion to exp(-V_k / 2), V_k the cost of the cheapest path so far that ends in state k. With
    /// distances in standardised units that is a normal density of unit spread around each centroid, maximised over paths rather than summed,
    /// so it orders states soundly but is no calibrated probability.
    /// </summary>
    /// <param name="probabilities">Receives K numbers that sum to 1; all 1 / K before the first row.</param>
    /// <exception cref="ArgumentException">The span has the wrong length.</exception>
    public void CopyProbabilities(Span<double> probabilities)
    {
        HmmModel.RequireLength(probabilities.Length, values.Length, nameof(probabilities));
        var sum = 0.0;
        for (var k = 0; k < values.Length; k++)
        {
            probabilities[k] = started ? Math.Exp(-0.5 * values[k]) : 1;
            sum += probabilities[k];
        }

        for (var k = 0; k < values.Length; k++)
        {
            probabilities[k] /= sum;
        }
    }

    /// <summary>Forgets every row.</summary>
    public void Reset()
    {
        started = false;
        Array.Clear(values);
    }

    /// <summary>One step over a row that was checked.</summary>
    internal int Advance(ReadOnlySpan<double> observation)
    {
        // The cheapest value is 0, so a switch starts from the penalty; before the first row every state is free.
        var switched = started ? model.Penalty : 0;
        model.Standardise(observation, row);
        for (var k = 0; k < values.Length; k++)
        {
            values[k] = Math.Min(values[k], switched) + KMeans.SquaredDistance(row, model.Centroids.Slice(k * row.Length, row.Length));
        }

        started = true;
        var best = JumpPath.Cheapest(values);
        var least = values[best];
        for (var k = 0; k < values.Length; k++)
        {
            values[k] -= least;
        }

        return best;
    }
}
