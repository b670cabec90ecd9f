using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Markov;

/// <summary>
/// Learns statistical jump models by turns: the cheapest path for the centroids, then the centroids for the path, until the path stands still;
/// the loss never rises. Deterministic: the result depends on the rows, the options and the key only. Cost per round O(T K D).
/// Sources: Bemporad, Breschi, Piga, Boyd (2018); Nystrup, Lindström, Madsen (2020).
/// </summary>
public static class JumpLearner
{
    /// <summary>Learns from k-means++ starts and keeps the best; the model of <see cref="Fit"/>.</summary>
    /// <param name="x">T x D finite numbers, row-major; T is at least twice the number of states.</param>
    /// <param name="dimensions">D, at least 1.</param>
    /// <param name="options">How; checked here.</param>
    /// <param name="key">Names the random stream of the starts; restart r uses its child r.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A shape or an option is wrong, there are too few rows, or a number is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static JumpModel Learn(
        ReadOnlySpan<double> x, int dimensions, JumpOptions options, StreamKey key, CancellationToken cancellationToken) =>
        Fit(x, dimensions, options, key, cancellationToken).Model;

    /// <summary>
    /// Learns from k-means++ starts and keeps the one of least loss, the first of equals, with what every start reached. Columns are
    /// standardised by their mean and standard deviation over these rows (1 where a column is constant); a state that the path leaves out
    /// keeps its centroid.
    /// </summary>
    /// <param name="x">T x D finite numbers, row-major; T is at least twice the number of states.</param>
    /// <param name="dimensions">D, at least 1.</param>
    /// <param name="options">How; checked here.</param>
    /// <param name="key">Names the random stream of the starts; restart r uses its child r.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A shape or an option is wrong, there are too few rows, or a number is not finite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static JumpFit Fit(
        ReadOnlySpan<double> x, int dimensions, JumpOptions options, StreamKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        var columns = new ObservationColumns(x, dimensions, cancellationToken);
        if (columns.Rows < 2 * options.States)
        {
            throw new ArgumentException($"x has {columns.Rows} rows; {options.States} states need at least {2 * options.States}.", nameof(x));
        }

        var scale = new double[dimensions];
        for (var i = 0; i < dimensions; i++)
        {
            scale[i] = columns.Variances[i] > 0 ? Math.Sqrt(columns.Variances[i]) : 1;
        }

        var points = KMeans.Standardised(columns, cancellationToken);
        var starts = new JumpStart[options.Restarts];
        double[]? best = null;
        var chosen = 0;
        for (var restart = 0; restart < starts.Length; restart++)
        {
            var centroids = KMeans.Seeds(points, dimensions, options.States, key.Derive(restart).Open(), cancellationToken);
            starts[restart] = Descend(points, dimensions, centroids, options, cancellationToken);
            if (best is null || starts[restart].Loss < starts[chosen].Loss)
            {
                (best, chosen) = (centroids, restart);
            }
        }

        return new JumpFit(new JumpModel(columns.Means, scale, best!, options.Penalty), starts[chosen].Loss, starts);
    }

    private static JumpStart Descend(double[] points, int d, double[] centroids, JumpOptions options, CancellationToken cancellationToken)
    {
        var (path, loss) = JumpPath.Find(points, centroids, d, options.Penalty, cancellationToken);
        var step = 0;
        while (step < options.Iterations)
        {
            KMeans.MoveCentres(points, d, path, centroids, cancellationToken);
            step++;
            var (next, reached) = JumpPath.Find(points, centroids, d, options.Penalty, cancellationToken);
            loss = reached;
            if (next.AsSpan().SequenceEqual(path))
            {
                break;
            }

            path = next;
        }

        return new JumpStart(loss, step);
    }
}
