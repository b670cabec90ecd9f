using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Scores;

namespace Ratchet.Numerics.Tests.Scores;

/// <summary>The blocked scores against plain loops, and across threads.</summary>
public class BlockedClusterScoresTests
{
    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(3, 1, 2)]
    [InlineData(9, 2, 2)]
    [InlineData(65, 5, 3)]
    [InlineData(200, 12, 4)]
    [InlineData(131, 1, 7)]
    public void Silhouette_RandomRows_EqualsThePlainLoops(int n, int d, int groups)
    {
        var (x, labels) = Draw(n, d, groups, coarse: false);
        var actual = ClusterScores.SilhouetteSamples(x, d, labels);
        var expected = PlainSilhouettes(x, d, labels);
        for (var i = 0; i < n; i++)
        {
            Assert.Equal(expected[i], actual[i], 1e-13);
        }
    }

    [Theory]
    [InlineData(2, 1, 1)]
    [InlineData(9, 2, 3)]
    [InlineData(66, 1, 5)]
    [InlineData(203, 2, 5)]
    [InlineData(150, 12, 20)]
    public void Purity_RowsWithManyTies_EqualsThePlainLoops(int n, int d, int k)
    {
        foreach (var coarse in new[] { false, true })
        {
            var (x, labels) = Draw(n, d, 3, coarse);
            var sum = 0;
            for (var i = 0; i < n; i++)
            {
                sum += Enumerable.Range(0, n).Where(j => j != i).OrderBy(j => Squared(x, d, i, j)).ThenBy(j => j).Take(k).Count(j => labels[j] == labels[i]);
            }

            Assert.Equal((double)sum / (n * k), ClusterScores.NeighbourPurity(x, d, labels, k));
        }
    }

    [Fact]
    public void Scores_AnyThreads_HaveTheSameBits()
    {
        var (x, labels) = Draw(500, 7, 3, coarse: false);
        var silhouettes = ClusterScores.SilhouetteSamples(x, 7, labels);
        var purities = ClusterScores.NeighbourPurityByGroup(x, 7, labels);
        foreach (var threads in new[] { 2, 3, 8 })
        {
            Assert.Equal(silhouettes, ClusterScores.SilhouetteSamples(x, 7, labels, threads, CancellationToken.None));
            Assert.Equal(purities, ClusterScores.NeighbourPurityByGroup(x, 7, labels, 5, threads, CancellationToken.None));
        }
    }

    [Fact]
    public void Scores_Cancelled_Throw()
    {
        var (x, labels) = Draw(50, 2, 3, coarse: false);
        Assert.ThrowsAny<OperationCanceledException>(() => ClusterScores.Silhouette(x, 2, labels, 1, new CancellationToken(true)));
        Assert.ThrowsAny<OperationCanceledException>(() => ClusterScores.NeighbourPurity(x, 2, labels, 5, 1, new CancellationToken(true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterScores.Silhouette(x, 2, labels, 0, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => ClusterScores.NeighbourPurity(x, 2, labels, 5, 0, CancellationToken.None));
    }

    [Fact]
    public void Scores_AnInfinity_AreUndefined()
    {
        double[] x = [1, 2, double.PositiveInfinity, 4];
        Assert.Equal(double.NaN, ClusterScores.Silhouette(x, 1, [0, 0, 1, 1]));
        Assert.Equal(double.NaN, ClusterScores.NeighbourPurity(x, 1, [0, 0, 1, 1], 1));
    }

    private static double[] PlainSilhouettes(double[] x, int d, int[] labels)
    {
        var n = labels.Length;
        var sizes = labels.GroupBy(g => g).ToDictionary(g => g.Key, g => g.Count());
        if (sizes.Count < 2 || sizes.Count == n)
        {
            return [.. Enumerable.Repeat(double.NaN, n)];
        }

        return [.. Enumerable.Range(0, n).Select(i =>
        {
            var means = sizes.Keys.ToDictionary(g => g, g => Enumerable.Range(0, n).Where(j => labels[j] == g).Sum(j => Math.Sqrt(Squared(x, d, i, j))));
            if (sizes[labels[i]] == 1)
            {
                return 0;
            }

            var a = means[labels[i]] / (sizes[labels[i]] - 1);
            var b = means.Where(m => m.Key != labels[i]).Min(m => m.Value / sizes[m.Key]);
            return Math.Max(a, b) == 0 ? 0 : (b - a) / Math.Max(a, b);
        })];
    }

    private static double Squared(double[] x, int d, int i, int j)
    {
        var sum = 0.0;
        for (var c = 0; c < d; c++)
        {
            var difference = x[(i * d) + c] - x[(j * d) + c];
            sum += difference * difference;
        }

        return sum;
    }

    private static (double[] X, int[] Labels) Draw(int n, int d, int groups, bool coarse)
    {
        var random = StreamKey.FromSeed((ulong)((n * 100) + d)).Open();
        var x = new double[n * d];
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = coarse ? random.NextInt(3) : random.NextNormal();
        }

        var labels = new int[n];
        for (var i = 0; i < n; i++)
        {
            labels[i] = random.NextInt(groups) * 3;
        }

        return (x, labels);
    }
}
