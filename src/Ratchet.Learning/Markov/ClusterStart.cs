using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Markov;

/// <summary>
/// A first model from k-means on standardised columns with k-means++ seeds (Arthur and Vassilvitskii, 2007): each cluster's mean and
/// covariance, a uniform start and a persistent transition matrix.
/// </summary>
internal static class ClusterStart
{
    private const int Rounds = 20;

    public static HmmModel Build(
        ObservationColumns x, HmmOptions options, MaximizationStep maximization, StreamKey key, CancellationToken cancellationToken)
    {
        var k = options.States;
        var labels = Assign(x, k, key.Open(), cancellationToken);
        var d = x.Dimensions;
        var block = options.Covariance == HmmCovariance.Full ? d * d : d;
        var means = new double[k * d];
        var covariances = new double[k * block];
        var weights = new double[x.Rows];
        for (var state = 0; state < k; state++)
        {
            // An empty cluster takes the density of all rows.
            var members = labels.AsSpan().Count(state);
            for (var t = 0; t < weights.Length; t++)
            {
                weights[t] = members == 0 || labels[t] == state ? 1 : 0;
            }

            maximization.Density(weights, options.Covariance, means.AsSpan(state * d, d), covariances.AsSpan(state * block, block));
        }

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

    private static int[] Assign(ObservationColumns x, int k, RandomStream random, CancellationToken cancellationToken)
    {
        var d = x.Dimensions;
        var points = Standardised(x);
        var centres = Seeds(points, x.Rows, d, k, random);
        var labels = new int[x.Rows];
        Array.Fill(labels, -1);
        var sums = new double[k * d];
        var counts = new int[k];
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var moved = false;
            Array.Clear(sums);
            Array.Clear(counts);
            for (var t = 0; t < x.Rows; t++)
            {
                var point = points.AsSpan(t * d, d);
                var nearest = Nearest(point, centres, k);
                moved |= nearest != labels[t];
                labels[t] = nearest;
                counts[nearest]++;
                for (var i = 0; i < point.Length; i++)
                {
                    sums[(nearest * d) + i] += point[i];
                }
            }

            if (!moved)
            {
                break;
            }

            for (var c = 0; c < k; c++)
            {
                for (var i = 0; i < d && counts[c] > 0; i++)
                {
                    centres[(c * d) + i] = sums[(c * d) + i] / counts[c];
                }
            }
        }

        return labels;
    }

    private static double[] Standardised(ObservationColumns x)
    {
        var points = new double[x.Rows * x.Dimensions];
        for (var i = 0; i < x.Dimensions; i++)
        {
            var scale = x.Variances[i] > 0 ? 1 / Math.Sqrt(x.Variances[i]) : 1;
            var column = x[i];
            for (var t = 0; t < column.Length; t++)
            {
                points[(t * x.Dimensions) + i] = (column[t] - x.Means[i]) * scale;
            }
        }

        return points;
    }

    private static double[] Seeds(double[] points, int rows, int d, int k, RandomStream random)
    {
        var centres = new double[k * d];
        var distances = new double[rows];
        Array.Fill(distances, double.PositiveInfinity);
        var chosen = random.NextInt(rows);
        for (var c = 0; c < k; c++)
        {
            var centre = centres.AsSpan(c * d, d);
            points.AsSpan(chosen * d, d).CopyTo(centre);
            var total = 0.0;
            for (var t = 0; t < rows; t++)
            {
                distances[t] = Math.Min(distances[t], SquaredDistance(points.AsSpan(t * d, d), centre));
                total += distances[t];
            }

            var left = random.NextDouble() * total;
            chosen = 0;
            while (chosen < rows - 1 && (left -= distances[chosen]) >= 0)
            {
                chosen++;
            }
        }

        return centres;
    }

    private static int Nearest(ReadOnlySpan<double> point, ReadOnlySpan<double> centres, int k)
    {
        var best = 0;
        var least = double.PositiveInfinity;
        for (var c = 0; c < k; c++)
        {
            var distance = SquaredDistance(point, centres.Slice(c * point.Length, point.Length));
            if (distance < least)
            {
                least = distance;
                best = c;
            }
        }

        return best;
    }

    private static double SquaredDistance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        right = right[..left.Length];
        var sum = 0.0;
        for (var i = 0; i < left.Length; i++)
        {
            var difference = left[i] - right[i];
            sum += difference * difference;
        }

        return sum;
    }
}
