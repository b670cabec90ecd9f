using Ratchet.Learning.Boosting;

namespace Ratchet.Learning.Exchange;

/// <summary>Counts the splits of an ensemble by feature. Sums are float32 in XGBoost's order (from each root on, right children before left ones).</summary>
internal static class SplitTally
{
    public static double[] Compute(IReadOnlyList<EnsembleTree> trees, int featureCount, ImportanceKind kind)
    {
        var sums = new float[featureCount];
        var counts = new int[featureCount];
        var pending = new Stack<int>();
        foreach (var tree in trees)
        {
            pending.Push(0);
            while (pending.TryPop(out var n))
            {
                var node = tree.Nodes[n];
                if (node.IsLeaf)
                {
                    continue;
                }

                counts[node.Feature]++;
                sums[node.Feature] += kind is ImportanceKind.Gain or ImportanceKind.TotalGain ? node.Gain : node.Cover;
                pending.Push(node.Left);
                pending.Push(node.Left + 1);
            }
        }

        var result = new double[featureCount];
        for (var f = 0; f < featureCount; f++)
        {
            result[f] = kind switch
            {
                ImportanceKind.Frequency => counts[f],
                ImportanceKind.TotalGain or ImportanceKind.TotalCover => sums[f],
                _ => counts[f] == 0 ? 0 : sums[f] / counts[f],
            };
        }

        return result;
    }
}
