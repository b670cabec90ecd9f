using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Tests.Trees;

/// <summary>
/// A plain check of a grown tree: at every node it tries each feature, each cut and each way for missing rows with sums over the rows themselves, and
/// demands that the node did the best that the limits allow.
/// </summary>
internal sealed class GreedyReference(RandomForest forest, BinnedMatrix x, double[] targets, double[] weights, ForestOptions options)
{
    private const double Tolerance = 1e-9;
    private readonly TreeNode[] nodes = forest.Trees.Nodes;
    private double rootWeight;

    public int Splits { get; private set; }

    /// <summary>How many nodes had one best split only, so that the grown one is the identical split.</summary>
    public int UniqueSplits { get; private set; }

    public void Check(int[] rows)
    {
        var kept = rows.Where(r => weights[r] > 0).ToArray();
        rootWeight = kept.Sum(r => weights[r]);
        Check(0, 0, kept);
    }

    private void Check(int index, int depth, int[] rows)
    {
        CheckValues(index, rows);
        var node = nodes[index];
        var limits = rows.Length < options.MinSamplesSplit || rows.Length < 2 * options.MinSamplesLeaf || (options.MaxDepth > 0 && depth >= options.MaxDepth)
            || rows.All(r => targets[r] == targets[rows[0]]);
        var decreases = limits ? [] : Candidates(rows).ToArray();
        var best = decreases.Length == 0 ? double.NegativeInfinity : decreases.Max();
        if (node.IsLeaf)
        {
            Assert.True(limits || decreases.Length == 0 || (best / rootWeight) < options.MinImpurityDecrease + Tolerance, $"node {index} is a leaf, but a split gains {best}");
            return;
        }

        Assert.False(limits);
        var (left, right) = Divide(rows, node.Feature, node.Bin, node.MissingGoesLeft);
        Assert.True(left.Length >= options.MinSamplesLeaf && right.Length >= options.MinSamplesLeaf);
        var gained = Impurity(rows) - Impurity(left) - Impurity(right);
        Assert.True(Math.Abs(gained - best) <= Tolerance * (1 + Impurity(rows)), $"node {index} gains {gained}; the best split gains {best}");
        Assert.Equal(gained, forest.Trees.Gains[index], 1e-8);
        Splits++;
        UniqueSplits += decreases.Count(d => d > best - Tolerance) == 1 ? 1 : 0;
        Check(node.Left, depth + 1, left);
        Check(node.Left + 1, depth + 1, right);
    }

    private void CheckValues(int index, int[] rows)
    {
        var weight = rows.Sum(r => weights[r]);
        for (var k = 0; k < forest.OutputCount; k++)
        {
            var expected = rows.Sum(r => weights[r] * (forest.OutputCount == 1 ? targets[r] : targets[r] == k ? 1 : 0)) / weight;
            Assert.Equal(expected, forest.Trees.Values[(index * forest.OutputCount) + k], 1e-9);
        }

        Assert.Equal(weight, forest.Trees.Weights[index], 1e-9);
    }

    private IEnumerable<double> Candidates(int[] rows)
    {
        var all = Impurity(rows);
        for (var f = 0; f < x.FeatureCount; f++)
        {
            var missing = rows.Any(r => x.Column(f)[r] == BinnedMatrix.MissingBin);
            foreach (var bin in rows.Select(r => x.Column(f)[r]).Where(b => b != BinnedMatrix.MissingBin).Distinct().ToArray())
            {
                foreach (var missingLeft in missing ? [false, true] : new[] { false })
                {
                    var (left, right) = Divide(rows, f, bin, missingLeft);
                    if (left.Length >= options.MinSamplesLeaf && right.Length >= options.MinSamplesLeaf)
                    {
                        yield return all - Impurity(left) - Impurity(right);
                    }
                }
            }
        }
    }

    private (int[] Left, int[] Right) Divide(int[] rows, int feature, int bin, bool missingLeft)
    {
        bool GoesLeft(int row) => x.Column(feature)[row] is var b && b == BinnedMatrix.MissingBin ? missingLeft : b <= bin;
        return (rows.Where(GoesLeft).ToArray(), rows.Where(r => !GoesLeft(r)).ToArray());
    }

    private double Impurity(int[] rows)
    {
        var weight = rows.Sum(r => weights[r]);
        if (options.Task == ForestTask.Regression)
        {
            var mean = rows.Sum(r => weights[r] * targets[r]) / weight;
            return rows.Sum(r => weights[r] * (targets[r] - mean) * (targets[r] - mean));
        }

        var shares = rows.GroupBy(r => targets[r]).Select(g => g.Sum(r => weights[r]) / weight).ToArray();
        return weight * (options.Criterion == SplitCriterion.Gini ? 1 - shares.Sum(s => s * s) : -shares.Sum(s => s * Math.Log2(s)));
    }
}
