using Ratchet.Learning.Exchange;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Exchange;

/// <summary>Ensembles that tests make by hand or at random.</summary>
internal static class SmallEnsembles
{
    public static EnsembleNode Split(int left, int feature, float threshold, bool missingGoesLeft, float gain = 1, float cover = 1) =>
        new(left, feature, threshold, missingGoesLeft, 0, gain, cover, 0);

    /// <summary>x0 &lt; 1 (NaN right): x1 &lt; -2 (NaN left): 0.5 | -0.25; else 0.75.</summary>
    public static EnsembleTree Tree(int group = 0) => new(group,
    [
        Split(1, 0, 1, false, 4, 10), Split(3, 1, -2, true, 2, 6), EnsembleNode.Leaf(0.75f, 4, 0), EnsembleNode.Leaf(0.5f, 1, 0), EnsembleNode.Leaf(-0.25f, 5, 0),
    ]);

    public static EnsembleDefinition Definition(params EnsembleTree[] trees) => new()
    {
        Objective = EnsembleObjective.SquaredError,
        FeatureCount = 2,
        BaseScores = [0.25f],
        Trees = trees,
    };

    /// <summary>Random trees of random shape, features used several times on a way, covers that add up.</summary>
    public static TreeEnsemble Random(ulong seed, int features, int trees, int groups, EnsembleObjective objective)
    {
        var stream = StreamKey.FromSeed(seed).Open();
        var all = new List<EnsembleTree>();
        for (var t = 0; t < trees * groups; t++)
        {
            var nodes = new List<EnsembleNode> { EnsembleNode.Leaf(0, 1 + stream.NextInt(60), 0) };
            for (var n = 0; n < nodes.Count; n++)
            {
                if (nodes.Count < 24 && (n == 0 || stream.NextInt(4) > 0))
                {
                    var left = nodes.Count;
                    var share = (float)(nodes[n].Cover * stream.NextDouble());
                    nodes.Add(EnsembleNode.Leaf((float)stream.NextNormal(), share, 0));
                    nodes.Add(EnsembleNode.Leaf((float)stream.NextNormal(), nodes[n].Cover - share, 0));
                    nodes[n] = Split(left, stream.NextInt(features), (float)stream.NextNormal(), stream.NextInt(2) == 0, (float)stream.NextDouble(), nodes[n].Cover);
                }
            }

            all.Add(new(t % groups, [.. nodes]));
        }

        return new(new()
        {
            Objective = objective,
            FeatureCount = features,
            Groups = groups,
            Trees = all,
            BaseScores = [0.3f],
        });
    }

    public static double[] Rows(ulong seed, int rows, int features)
    {
        var stream = StreamKey.FromSeed(seed).Open();
        return [.. Enumerable.Range(0, rows * features).Select(_ => stream.NextDouble() < 0.15 ? double.NaN : stream.NextNormal())];
    }
}
