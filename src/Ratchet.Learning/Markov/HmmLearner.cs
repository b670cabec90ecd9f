using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Markov;

/// <summary>
/// Learns Gaussian hidden Markov models by expectation and maximisation (Baum, Petrie, Soules, Weiss, 1970). Deterministic: the result
/// depends on the rows, the options and the key only. Cost per step O(T K (K + D²)), memory O(T (2K + 2D)).
/// </summary>
public static class HmmLearner
{
    /// <summary>Learns from k-means++ starts and keeps the best; the model of <see cref="Fit"/>.</summary>
    /// <param name="x">T x D finite numbers, row-major; T is at least twice the number of states.</param>
    /// <param name="dimensions">D, at least 1.</param>
    /// <param name="options">How; checked here.</param>
    /// <param name="key">Names the random stream of the starts; restart r uses its child r.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A shape or an option is wrong, there are too few rows, or a number is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HmmModel Learn(
        ReadOnlySpan<double> x, int dimensions, HmmOptions options, StreamKey key, CancellationToken cancellationToken) =>
        Fit(x, dimensions, options, key, cancellationToken).Model;

    /// <summary>
    /// Learns from k-means++ starts and keeps the restart of highest likelihood, the first of equals (of highest posterior density where the
    /// options put a prior on starts or transitions), with what every start reached.
    /// </summary>
    /// <param name="x">T x D finite numbers, row-major; T is at least twice the number of states.</param>
    /// <param name="dimensions">D, at least 1.</param>
    /// <param name="options">How; checked here.</param>
    /// <param name="key">Names the random stream of the starts; restart r uses its child r.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A shape or an option is wrong, there are too few rows, or a number is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HmmFit Fit(
        ReadOnlySpan<double> x, int dimensions, HmmOptions options, StreamKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var columns = new ObservationColumns(x, dimensions, cancellationToken);
        if (columns.Rows < 2 * options.States)
        {
            throw new ArgumentException($"x has {columns.Rows} rows; {options.States} states need at least {2 * options.States}.", nameof(x));
        }

        var expectation = new ExpectationStep(columns, [columns.Rows], options.States);
        var maximization = new MaximizationStep(columns, options, options.States);
        var starts = new HmmStart[options.Restarts];
        HmmModel? best = null;
        var highest = double.NegativeInfinity;
        var chosen = 0;
        for (var restart = 0; restart < starts.Length; restart++)
        {
            var model = ClusterStart.Build(columns, options, maximization, key.Derive(restart), cancellationToken);
            starts[restart] = Climb(ref model, columns.Rows, options, expectation, maximization, cancellationToken);
            var objective = starts[restart].LogLikelihood + LogPrior(model, options);
            if (best is null || objective > highest)
            {
                (best, highest, chosen) = (model, objective, restart);
            }
        }

        return new HmmFit(best!, starts[chosen].LogLikelihood, starts);
    }

    /// <summary>Runs exactly so many EM steps from a given model over one sequence.</summary>
    /// <param name="x">T x D finite numbers, row-major, D the model's.</param>
    /// <param name="start">Where to start; its shape decides states and covariances, not that of the options.</param>
    /// <param name="iterations">How many steps, 0 or more.</param>
    /// <param name="options">The priors and the floor; checked here.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A shape or an option is wrong, or a number is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HmmModel Learn(
        ReadOnlySpan<double> x, HmmModel start, int iterations, HmmOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(start);
        return Learn(x, [x.Length / start.Dimensions], start, iterations, options, [], cancellationToken);
    }

    /// <summary>Runs exactly so many EM steps from a given model over several independent sequences.</summary>
    /// <param name="x">All sequences one after another, T x D finite numbers, row-major.</param>
    /// <param name="lengths">The rows of each sequence, each at least 1, in sum T.</param>
    /// <param name="start">Where to start; its shape decides states and covariances, not that of the options.</param>
    /// <param name="iterations">How many steps, 0 or more.</param>
    /// <param name="options">The priors and the floor; checked here.</param>
    /// <param name="history">Receives the log-likelihood before each step; empty, or as long as there are steps.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A shape or an option is wrong, or a number is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static HmmModel Learn(
        ReadOnlySpan<double> x,
        ReadOnlySpan<int> lengths,
        HmmModel start,
        int iterations,
        HmmOptions options,
        Span<double> history,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(iterations);
        options.Validate();
        if (!history.IsEmpty)
        {
            HmmModel.RequireLength(history.Length, iterations, nameof(history));
        }

        var columns = new ObservationColumns(x, start.Dimensions, cancellationToken);
        RequireLengths(lengths, columns.Rows);
        var expectation = new ExpectationStep(columns, lengths, start.States);
        var maximization = new MaximizationStep(columns, options, start.States);
        var model = start;
        for (var step = 0; step < iterations; step++)
        {
            var logLikelihood = expectation.Run(model, cancellationToken);
            model = maximization.Run(expectation, model, cancellationToken);
            if (!history.IsEmpty)
            {
                history[step] = logLikelihood;
            }
        }

        return model;
    }

    private static HmmStart Climb(
        ref HmmModel model,
        int rows,
        HmmOptions options,
        ExpectationStep expectation,
        MaximizationStep maximization,
        CancellationToken cancellationToken)
    {
        var logLikelihood = expectation.Run(model, cancellationToken);
        var objective = logLikelihood + LogPrior(model, options);
        var step = 0;
        while (step < options.Iterations)
        {
            // A floor or a prior of the covariances can make a step lose a little; then the former model stays.
            var next = maximization.Run(expectation, model, cancellationToken);
            var reached = expectation.Run(next, cancellationToken);
            var risen = reached + LogPrior(next, options);
            var gain = (risen - objective) / rows;
            if (!(gain > 0))
            {
                break;
            }

            step++;
            model = next;
            logLikelihood = reached;
            objective = risen;
            if (gain < options.Tolerance)
            {
                break;
            }
        }

        return new HmmStart(logLikelihood, step);
    }

    /// <summary>The logarithm of the Dirichlet priors' density, but for a constant; 0 without priors.</summary>
    private static double LogPrior(HmmModel model, HmmOptions options)
    {
        if (options is { StartPrior: 1, TransitionPrior: 1, Stickiness: 0 })
        {
            return 0;
        }

        var sum = 0.0;
        for (var j = 0; j < model.States; j++)
        {
            sum += Weighted(options.StartPrior - 1, model.StartProbabilities[j]);
            for (var k = 0; k < model.States; k++)
            {
                sum += Weighted(options.TransitionPrior - 1 + (j == k ? options.Stickiness : 0), model.Transitions[(j * model.States) + k]);
            }
        }

        return sum;

        // What is impossible stays impossible and is no part of the comparison.
        static double Weighted(double weight, double probability) => probability == 0 ? 0 : weight * Math.Log(probability);
    }

    private static void RequireLengths(ReadOnlySpan<int> lengths, int rows)
    {
        var sum = 0L;
        foreach (var length in lengths)
        {
            if (length < 1)
            {
                throw new ArgumentException($"lengths holds {length}; a sequence has at least 1 row.", nameof(lengths));
            }

            sum += length;
        }

        if (sum != rows)
        {
            throw new ArgumentException($"lengths sums to {sum}; x has {rows} rows.", nameof(lengths));
        }
    }
}
