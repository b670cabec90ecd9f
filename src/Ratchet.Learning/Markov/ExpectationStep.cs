namespace Ratchet.Learning.Markov;

/// <summary>What EM needs to know about the hidden states: posteriors, expected transitions, expected starts. Buffers are kept between steps.</summary>
internal sealed class ExpectationStep
{
    private readonly ObservationColumns x;
    private readonly int[] lengths;
    private readonly int states;
    private readonly double[] columns;
    private readonly double[] rows;
    private readonly double[] rare;
    private readonly FourLaneRecursion? lanes;

    /// <summary>Prepares the buffers.</summary>
    /// <param name="x">The observations.</param>
    /// <param name="lengths">Rows of each sequence.</param>
    /// <param name="states">K.</param>
    /// <param name="plain">Uses the recursions of any number of states even where lanes would do; the reference of tests.</param>
    public ExpectationStep(ObservationColumns x, ReadOnlySpan<int> lengths, int states, bool plain = false)
    {
        this.x = x;
        this.lengths = lengths.ToArray();
        this.states = states;
        columns = new double[states * x.Rows];
        lanes = !plain && states <= FourLaneRecursion.MostStates ? new FourLaneRecursion(x, states) : null;
        rows = new double[lanes is null ? states * x.Rows : 0];
        rare = new double[states * states];
        Transitions = new double[states * states];
        Starts = new double[states];
    }

    /// <summary>Expected number of transitions, K x K.</summary>
    public double[] Transitions { get; }

    /// <summary>Expected number of sequences that start in each state.</summary>
    public double[] Starts { get; }

    /// <summary>The posterior probabilities, K columns of T numbers.</summary>
    public ReadOnlySpan<double> Posteriors => columns;

    /// <summary>Computes all of it under a model and returns the log-likelihood.</summary>
    public double Run(HmmModel model, CancellationToken cancellationToken)
    {
        model.Emission.LogDensityColumns(x.All, x.Rows, columns, cancellationToken);
        Array.Clear(Transitions);
        Array.Clear(rare);
        Array.Clear(Starts);
        var logLikelihood = lanes is null ? Plain(model, cancellationToken) : Wide(lanes, model, cancellationToken);
        for (var i = 0; i < Transitions.Length; i++)
        {
            Transitions[i] = (Transitions[i] * model.Transitions[i]) + rare[i];
        }

        return logLikelihood;
    }

    private double Wide(FourLaneRecursion recursion, HmmModel model, CancellationToken cancellationToken)
    {
        recursion.Scale(columns, cancellationToken);
        var logLikelihood = 0.0;
        var first = 0;
        foreach (var length in lengths)
        {
            logLikelihood += recursion.Forward(model, columns, first, length, cancellationToken);
            recursion.Backward(model, first, length, columns, Transitions, rare, cancellationToken);
            for (var k = 0; k < states; k++)
            {
                Starts[k] += columns[(k * x.Rows) + first];
            }

            first += length;
        }

        return logLikelihood;
    }

    private double Plain(HmmModel model, CancellationToken cancellationToken)
    {
        var logLikelihood = 0.0;
        var first = 0;
        foreach (var length in lengths)
        {
            logLikelihood += Forward(model, first, length, cancellationToken);
            var sequence = rows.AsSpan(first * states, length * states);
            BackwardPass.Run(sequence, model.Transitions, states, Transitions, rare, cancellationToken);
            for (var k = 0; k < states; k++)
            {
                Starts[k] += sequence[k];
            }

            first += length;
        }

        for (var k = 0; k < states; k++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var target = columns.AsSpan(k * x.Rows, x.Rows);
            for (var t = 0; t < target.Length; t++)
            {
                target[t] = rows[(t * states) + k];
            }
        }

        return logLikelihood;
    }

    private double Forward(HmmModel model, int first, int length, CancellationToken cancellationToken)
    {
        Span<double> predicted = stackalloc double[states];
        Span<double> densities = stackalloc double[states];
        var transitions = model.Transitions;
        model.StartProbabilities.CopyTo(predicted);
        var sum = 0.0;
        for (var t = first; t < first + length; t++)
        {
            if (t % ObservationColumns.RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            for (var k = 0; k < densities.Length; k++)
            {
                densities[k] = columns[(k * x.Rows) + t];
            }

            var filtered = rows.AsSpan(t * states, states);
            sum += ForwardStep.Correct(predicted, densities, filtered);
            ForwardStep.Predict(filtered, transitions, predicted);
        }

        return sum;
    }
}
