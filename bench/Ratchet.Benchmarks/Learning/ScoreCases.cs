using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Benchmarks.Peers;
using Ratchet.Learning.Neighbours;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Scores;

namespace Ratchet.Benchmarks.Learning;

/// <summary>P16a and P16b on the peers' arrays with their growth, and where the tree overtakes brute force in retrieval.</summary>
internal static class ScoreCases
{
    public static CaseResult Silhouette(BenchmarkContext context) => Score(
        context, "silhouette", (x, d, groups, threads) => ClusterScores.Silhouette(x, d, groups, threads, CancellationToken.None));

    public static CaseResult Purity(BenchmarkContext context) => Score(
        context, "purity", (x, d, groups, threads) => ClusterScores.NeighbourPurity(x, d, groups, 5, threads, CancellationToken.None));

    /// <summary>Microseconds a query of both search methods over rows and dimensions: normal rows, then rows with four directions of spread only.</summary>
    public static CaseResult Crossover(BenchmarkContext context)
    {
        var quality = new List<KeyValuePair<string, double>>();
        Spread first = default;
        foreach (var latent in new[] { 0, 4 })
        {
            foreach (var d in new[] { 2, 4, 8, 12, 24 })
            {
                foreach (var n in new[] { 300, 1000, 5000, 20_000, 100_000 })
                {
                    var x = Draw(n + 200, d, latent);
                    var brute = Query(x, n, d, SearchMethod.Brute);
                    var tree = Query(x, n, d, SearchMethod.Tree);
                    first = n == 5000 && d == 12 && latent == 0 ? brute : first;
                    quality.Add(new($"{(latent == 0 ? "full" : "flat")}_d{d}_n{n}_brute", brute.Least));
                    quality.Add(new($"{(latent == 0 ? "full" : "flat")}_d{d}_n{n}_tree", tree.Least));
                }
            }
        }

        return new(first, quality);
    }

    private static CaseResult Score(BenchmarkContext context, string name, Func<double[], int, int[], int, double> score)
    {
        var (x, d, groups) = Clusters(context.Arrays);
        var result = double.NaN;
        var spread = Spread.OfSeconds(() => result = score(x, d, groups, context.Threads), 15).Map(s => s * 1000);
        var quality = new List<KeyValuePair<string, double>> { new(name, result) };
        foreach (var n in new[] { 1000, 5000, 20_000 })
        {
            var grown = Draw(n, d, 0);
            var labels = Enumerable.Range(0, n).Select(i => i % 4).ToArray();
            quality.Add(new($"ms_{n}", Spread.OfSeconds(() => score(grown, d, labels, context.Threads)).Least * 1000));
        }

        quality.Add(new("ms_one_thread", Spread.OfSeconds(() => score(x, d, groups, 1)).Least * 1000));
        return new(spread, quality);
    }

    private static (double[] X, int Dimensions, int[] Groups) Clusters(PeerArrays arrays) =>
        (arrays.Read<double>("clu_X"), arrays.Shape("clu_X")[1], arrays.Read<int>("clu_y"));

    private static Spread Query(double[] x, int n, int d, SearchMethod method)
    {
        var names = Enumerable.Range(0, d).Select(i => $"f{i}").ToArray();
        var index = NeighbourIndex.Build(names, x.AsSpan(0, n * d), new double[n], new NeighbourOptions { Search = method });
        var found = new Neighbour[5];
        return Spread.OfSeconds(
            () =>
            {
                for (var q = 0; q < 200; q++)
                {
                    index.Find(x.AsSpan((n + q) * d, d), found);
                }
            },
            7).Map(s => s * 1e6 / 200);
    }

    /// <summary>Standard normal rows; with latent directions each number is a mixture of so many normals and a little noise.</summary>
    private static double[] Draw(int n, int d, int latent)
    {
        var random = StreamKey.FromSeed(7).Derive(n).Derive(d).Open();
        var mixing = new double[d * Math.Max(1, latent)];
        for (var i = 0; i < mixing.Length; i++)
        {
            mixing[i] = random.NextNormal();
        }

        var hidden = new double[latent];
        var x = new double[n * d];
        for (var row = 0; row < n; row++)
        {
            for (var h = 0; h < latent; h++)
            {
                hidden[h] = random.NextNormal();
            }

            for (var c = 0; c < d; c++)
            {
                var value = latent == 0 ? random.NextNormal() : 0.1 * random.NextNormal();
                for (var h = 0; h < latent; h++)
                {
                    value += mixing[(c * latent) + h] * hidden[h];
                }

                x[(row * d) + c] = value;
            }
        }

        return x;
    }
}
