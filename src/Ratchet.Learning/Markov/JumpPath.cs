namespace Ratchet.Learning.Markov;

/// <summary>The cheapest path of a jump model by dynamic programming: since every switch costs the same, one comparison a state is enough.</summary>
internal static class JumpPath
{
    /// <summary>The path of least squared distances plus penalties, and its loss. Ties: stay rather than switch, then the lower state.</summary>
    public static (int[] Path, double Loss) Find(
        ReadOnlySpan<double> points, ReadOnlySpan<double> centroids, int d, double penalty, CancellationToken cancellationToken)
    {
        var rows = points.Length / d;
        var n = centroids.Length / d;
        var path = new int[rows];
        if (rows == 0)
        {
            return (path, 0);
        }

        var cameFrom = new byte[rows * n];
        Span<double> values = new double[n];
        for (var t = 0; t < rows; t++)
        {
            if (t % ObservationColumns.RowsBetweenChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var cheapest = Cheapest(values);
            var switched = values[cheapest] + penalty;
            var point = points.Slice(t * d, d);
            for (var k = 0; k < n; k++)
            {
                var stays = t == 0 || values[k] <= switched;
                cameFrom[(t * n) + k] = (byte)(stays ? k : cheapest);
                values[k] = (stays ? values[k] : switched) + KMeans.SquaredDistance(point, centroids.Slice(k * d, d));
            }
        }

        var last = Cheapest(values);
        var loss = values[last];
        for (var t = rows - 1; t >= 0; t--)
        {
            path[t] = last;
            last = cameFrom[(t * n) + last];
        }

        return (path, loss);
    }

    /// <summary>The index of the least value; the lowest of equals.</summary>
    public static int Cheapest(ReadOnlySpan<double> values)
    {
        var best = 0;
        for (var k = 1; k < values.Length; k++)
        {
            best = values[k] < values[best] ? k : best;
        }

        return best;
    }
}
