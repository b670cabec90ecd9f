using Ratchet.Learning.Binning;

namespace Ratchet.Learning.Trees;

/// <summary>The class weights of each bin of one feature in a node, and the best split of the features seen since <see cref="Begin"/>.</summary>
internal sealed class ClassHistogram(int classCount, bool entropy)
{
    private readonly double[] weights = new double[256 * classCount];
    private readonly int[] counts = new int[256];
    private readonly double[] left = new double[classCount];
    private readonly double[] leftScaled = new double[classCount];
    private readonly double[] right = new double[classCount];
    private double[] totals = [];
    private double[] factors = [];
    private int rowCount;
    private int minRows;

    public int BestFeature { get; private set; }

    public int BestBin { get; private set; }

    public bool BestMissingLeft { get; private set; }

    /// <summary>Minus the children's weighted impurity; minus infinity where there is no split.</summary>
    public double BestScore { get; private set; }

    public void Begin(double[] nodeTotals, double[] classFactors, int nodeRows, int minSamplesLeaf)
    {
        totals = nodeTotals;
        factors = classFactors;
        rowCount = nodeRows;
        minRows = minSamplesLeaf;
        BestFeature = -1;
        BestScore = double.NegativeInfinity;
    }

    /// <summary>Looks at all splits of a feature.</summary>
    /// <returns>Whether the feature varies in the node.</returns>
    public bool Consider(BinnedMatrix x, int feature, ReadOnlySpan<int> rows, ReadOnlySpan<ClassRow> items)
    {
        weights.AsSpan().Clear();
        counts.AsSpan().Clear();
        var column = x.Column(feature);
        for (var i = 0; i < rows.Length; i++)
        {
            var bin = column[rows[i]];
            counts[bin]++;
            weights[(bin * classCount) + items[i].Class] += items[i].Weight;
        }

        if (counts[column[rows[0]]] == rows.Length)
        {
            return false;
        }

        var last = x.Thresholds(feature).Length;
        if (counts[BinnedMatrix.MissingBin] == 0)
        {
            Scan(feature, last, false);
            return true;
        }

        Scan(feature, last + 1, false);
        Scan(feature, last, true);
        return true;
    }

    private void Scan(int feature, int end, bool missingLeft)
    {
        left.AsSpan().Clear();
        var rows = 0;
        if (missingLeft)
        {
            rows = AddBin(BinnedMatrix.MissingBin);
        }

        for (var bin = 0; bin < end; bin++)
        {
            rows += AddBin(bin);
            if (rows < minRows || counts[bin] == 0)
            {
                continue;
            }

            if (rows > rowCount - minRows)
            {
                break;
            }

            var score = Score();
            if (score > BestScore)
            {
                BestScore = score;
                BestFeature = feature;
                BestBin = bin;
                BestMissingLeft = missingLeft || (counts[BinnedMatrix.MissingBin] == 0 && 2 * rows >= rowCount);
            }
        }
    }

    private int AddBin(int bin)
    {
        var classes = weights.AsSpan(bin * classCount, classCount);
        for (var k = 0; k < classes.Length; k++)
        {
            left[k] += classes[k];
        }

        return counts[bin];
    }

    private double Score()
    {
        var leftWeight = 0.0;
        var rightWeight = 0.0;
        for (var k = 0; k < left.Length; k++)
        {
            leftScaled[k] = left[k] * factors[k];
            leftWeight += leftScaled[k];
            right[k] = (totals[k] - left[k]) * factors[k];
            rightWeight += right[k];
        }

        return entropy
            ? -ClassImpurity.Entropy(leftScaled, leftWeight) - ClassImpurity.Entropy(right, rightWeight)
            : -ClassImpurity.Gini(leftScaled, leftWeight) - ClassImpurity.Gini(right, rightWeight);
    }
}
