using System.Numerics;
using Ratchet.Learning.Exchange;

namespace Ratchet.Learning.Tests.Exchange;

public sealed class TreeShapleyTests
{
    [Fact]
    public void Contributions_OneSplit_AreCalculatedByHand()
    {
        var tree = new EnsembleTree(0, [SmallEnsembles.Split(1, 1, 0, false, 1, 4), EnsembleNode.Leaf(8, 1, 0), EnsembleNode.Leaf(0, 3, 0)]);
        var output = new double[3];
        new TreeEnsemble(SmallEnsembles.Definition(tree)).Contributions([0, -1], output);
        Assert.Equal([0, 6, 2.25], output);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Contributions_RandomTrees_AreTheSumsOverAllSubsets(ulong seed)
    {
        const int Features = 5;
        var model = SmallEnsembles.Random(seed, Features, 6, 2, EnsembleObjective.SquaredError);
        var x = SmallEnsembles.Rows(seed + 100, 20, Features);
        for (var i = 0; i < 20; i++)
        {
            var row = x.AsSpan(i * Features, Features).ToArray();
            var output = new double[2 * (Features + 1)];
            model.Contributions(row, output);
            var margins = new float[2];
            model.PredictMargins(row, margins);
            for (var g = 0; g < 2; g++)
            {
                var part = output.AsSpan(g * (Features + 1), Features + 1).ToArray();
                Assert.Equal(margins[g], part.Sum(), 1e-5);
                var trees = model.Trees.Where(t => t.Group == g).ToArray();
                for (var f = 0; f < Features; f++)
                {
                    Assert.Equal(trees.Sum(t => BySubsets(t, row, f)), part[f], 1e-9);
                }
            }
        }
    }

    // The definition: the mean over all orders of the features of what knowing the feature adds, unknown ones being averaged by cover.
    private static double BySubsets(EnsembleTree tree, double[] row, int feature)
    {
        var sum = 0.0;
        for (var set = 0u; set < 1u << row.Length; set++)
        {
            if ((set >> feature & 1) == 0)
            {
                var known = BitOperations.PopCount(set);
                var weight = Factorial(known) * Factorial(row.Length - known - 1) / Factorial(row.Length);
                sum += weight * (Value(tree, row, set | (1u << feature), 0) - Value(tree, row, set, 0));
            }
        }

        return sum;
    }

    private static double Value(EnsembleTree tree, double[] row, uint known, int n)
    {
        var node = tree.Nodes[n];
        if (node.IsLeaf)
        {
            return node.Value;
        }

        var value = (float)row[node.Feature];
        if ((known >> node.Feature & 1) == 1)
        {
            var left = float.IsNaN(value) ? node.MissingGoesLeft : value < node.Threshold;
            return Value(tree, row, known, left ? node.Left : node.Left + 1);
        }

        double leftCover = tree.Nodes[node.Left].Cover;
        double rightCover = tree.Nodes[node.Left + 1].Cover;
        return ((leftCover * Value(tree, row, known, node.Left)) + (rightCover * Value(tree, row, known, node.Left + 1))) / (leftCover + rightCover);
    }

    private static double Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);
}
