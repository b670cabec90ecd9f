using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Markov;

/// <summary>
/// Clusters of row-major points: k-means++ seeds (Arthur and Vassilvitskii, 2007) and Lloyd's rounds. Ties go to the lower centre.
/// </summary>
internal static class KMeans
{
    /// <summary>The columns less their means, over their standard deviations (over 1 where a column is constant); row-major.</summary>
    public static double[] Standardised(ObservationColumns x, CancellationToken cancellationToken)
    {
        var points = new double[x.Rows * x.Dimensions];
        for (var i = 0; i < x.Dimensions; i++)
        {
            var scale = x.Variances[i] > 0 ? 1 / Math.Sqrt(x.Variances[i]) : 1;
            var column = x[i];
            for (var t = 0; t < column.Length; t++)
            {
                if (t % ObservationColumns.RowsBetweenChecks == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                points[(t * x.Dimensions) + i] = (column[t] - x.Means[i]) * scale;
            }
        }

        return points;
    }

    /// <summary>K centres drawn from the points, each with a probability in proportion to its squared distance from those before.</summary>
    public static double[] Seeds(ReadOnlySpan<double> points, int d, int k, RandomStream random, CancellationToken cancellationToken)
    {
        var rows = points.Length / d;
        var centres = new double[k * d];
        var distances = new double[rows];
        Array.Fill(distances, double.PositiveInfinity);
        var chosen = random.NextInt(rows);
        for (var c = 0; c < k; c++)
        {
            var centre = centres.AsSpan(c * d, d);
            points.Slice(chosen * d, d).CopyTo(centre);
            var total = 0.0;
            for (var t = 0; t < rows; t++)
            {
                if (t % ObservationColumns.RowsBetweenChecks == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                distances[t] = Math.Min(distances[t], SquaredDistance(points.Slice(t * d, d), centre));
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

    /// <summary>Lloyd's rounds from the given centres, which are moved; returns the nearest centre of every point.</summary>
    public static int[] Assign(ReadOnlySpan<double> points, int d, double[] centres, int rounds, CancellationToken cancellationToken)
    {
        var rows = points.Length / d;
        var k = centres.Length / d;
        var labels = new int[rows];
        Array.Fill(labels, -1);
        for (var round = 0; round < rounds; round++)
        {
            var moved = false;
            for (var t = 0; t < rows; t++)
            {
                if (t % ObservationColumns.RowsBetweenChecks == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                var nearest = Nearest(points.Slice(t * d, d), centres, k);
                moved |= nearest != labels[t];
                labels[t] = nearest;
            }

            if (!moved)
            {
                break;
            }

            MoveCentres(points, d, labels, centres, cancellationToken);
        }

        return labels;
    }

    /// <summary>Puts every centre at the mean of its points; a centre without points stays.</summary>
    public static void MoveCentres(
        ReadOnlySpan<double> points, int d, ReadOnlySpan<int> labels, Span<double> centres, CancellationToken cancellationToken)
    {
        var k = centres.Length / d;
        Span<double> sums = new double[k * d];
        Span<int> counts = new int[k];
        for (var t = 0; t < labels.Length; t++)
        {
            if (t % ObservationColumns.RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var label = labels[t];
            counts[label]++;
            var point = points.Slice(t * d, d);
            var sum = sums.Slice(label * d, d);
            for (var i = 0; i < point.Length; i++)
            {
                sum[i] += point[i];
            }
        }

        for (var c = 0; c < k; c++)
        {
            for (var i = 0; i < d && counts[c] > 0; i++)
            {
                centres[(c * d) + i] = sums[(c * d) + i] / counts[c];
            }
        }
    }

    public static int Nearest(ReadOnlySpan<double> point, ReadOnlySpan<double> centres, int k)
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

    public static double SquaredDistance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
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
