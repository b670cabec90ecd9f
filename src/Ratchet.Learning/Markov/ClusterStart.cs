using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Markov;

/// <summary>
/// A first model from k-means on standardised columns: each cluster's mean and covariance, a uniform start and a persistent transition matrix.
/// </summary>
internal static class ClusterStart
{
    private const int Rounds = 20;

    public static HmmModel Build(
        ObservationColumns x, HmmOptions options, MaximizationStep maximization, StreamKey key, CancellationToken cancellationToken)
    {
        var k = options.States;
        var d = x.Dimensions;
        var points = KMeans.Standardised(x, cancellationToken);
        var labels = KMeans.Assign(points, d, KMeans.Seeds(points, d, k, key.Open(), cancellationToken), Rounds, cancellationToken);
        var weights = new double[k * x.Rows];
        for (var state = 0; state < k; state++)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // An empty cluster takes the density of all rows.
            var own = weights.AsSpan(state * x.Rows, x.Rows);
            var isEmpty = !labels.AsSpan().Contains(state);
            for (var t = 0; t < own.Length; t++)
            {
                own[t] = isEmpty || labels[t] == state ? 1 : 0;
            }
        }

        var means = new double[k * d];
        var covariances = new double[CovarianceShape.Length(options.Covariance, k, d)];
        maximization.Densities(weights, options.Covariance, means, covariances, cancellationToken);
        var start = new double[k];
        var transitions = new double[k * k];
        Array.Fill(start, 1.0 / k);
        Array.Fill(transitions, (1 - options.InitialPersistence) / (k - 1));
        for (var state = 0; state < k; state++)
        {
            transitions[(state * k) + state] = options.InitialPersistence;
        }

        return new HmmModel(options.Covariance, d, start, transitions, means, covariances);
    }
}
