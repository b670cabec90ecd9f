using Ratchet.Learning.Binning;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Grows trees of any number of classes with any weights, plainly: for what does not fit <see cref="MomentTreeGrower{TMoments, TRule}"/>, and as its reference.
/// </summary>
internal sealed class ClassTreeGrower : TreeGrower
{
    private readonly ClassSample sample;
    private readonly BinnedMatrix x;
    private readonly TreeLimits limits;
    private readonly bool entropy;
    private readonly int[] rows;
    private readonly ClassRow[] items;
    private readonly int[] spareRows;
    private readonly ClassRow[] spareItems;
    private readonly FeatureDraw draw;
    private readonly ClassHistogram histogram;
    private readonly NodeBuffer nodes;
    private readonly Stack<Pending> stack = new();
    private readonly double[] totals;
    private readonly double[] factors;
    private readonly double[] scaled;

    public ClassTreeGrower(ClassSample sample, BinnedMatrix x, TreeLimits limits, bool entropy)
    {
        this.sample = sample;
        this.x = x;
        this.limits = limits;
        this.entropy = entropy;
        rows = new int[sample.Rows.Length + 1];
        items = new ClassRow[rows.Length];
        spareRows = new int[rows.Length];
        spareItems = new ClassRow[rows.Length];
        draw = new(x.FeatureCount);
        histogram = new(sample.ClassCount, entropy);
        nodes = new(sample.ClassCount);
        totals = new double[sample.ClassCount];
        factors = new double[sample.ClassCount];
        scaled = new double[sample.ClassCount];
    }

    public override GrownTree Grow(RandomStream stream, CancellationToken cancellationToken)
    {
        var count = DrawSample(stream, cancellationToken);
        nodes.Reset();
        draw.Reset();
        stack.Clear();
        stack.Push(new(0, 0, 0, count));
        var rootWeight = 0.0;
        while (stack.TryPop(out var node))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var weight = SumClasses(node);
            rootWeight = node.Index == 0 ? weight : rootWeight;
            SetValues(node.Index, weight);
            if (limits.MustBeLeaf(node.Depth, node.End - node.Start) || totals.AsSpan().Count(0) >= totals.Length - 1)
            {
                nodes.SetLeaf(node.Index, node.Depth, weight);
                continue;
            }

            Split(node, weight, rootWeight, stream, cancellationToken);
        }

        return nodes.ToTree();
    }

    private int DrawSample(RandomStream stream, CancellationToken cancellationToken)
    {
        var view = sample.Rows.Span;
        var times = spareRows.AsSpan(0, view.Length);
        sample.Draw.Fill(stream, times, cancellationToken);
        sample.Factors.Resolve(times, factors);
        var count = 0;
        for (var i = 0; i < times.Length; i++)
        {
            var weight = factors[sample.Classes[i]] > 0 ? sample.Weights[i] * times[i] : 0;
            if (weight > 0)
            {
                rows[count] = view[i];
                items[count++] = new(sample.Classes[i], weight);
            }
        }

        return count;
    }

    private double SumClasses(Pending node)
    {
        totals.AsSpan().Clear();
        foreach (var item in items.AsSpan(node.Start, node.End - node.Start))
        {
            totals[item.Class] += item.Weight;
        }

        var weight = 0.0;
        for (var k = 0; k < totals.Length; k++)
        {
            scaled[k] = totals[k] * factors[k];
            weight += scaled[k];
        }

        return weight;
    }

    private void SetValues(int index, double weight)
    {
        var values = nodes.Values(index);
        for (var k = 0; k < values.Length; k++)
        {
            values[k] = weight > 0 ? scaled[k] / weight : sample.Prior[k];
        }
    }

    private void Split(Pending node, double weight, double rootWeight, RandomStream stream, CancellationToken cancellationToken)
    {
        var nodeRows = rows.AsSpan(node.Start, node.End - node.Start);
        var nodeItems = items.AsSpan(node.Start, nodeRows.Length);
        var impurity = entropy ? ClassImpurity.Entropy(scaled, weight) : ClassImpurity.Gini(scaled, weight);
        histogram.Begin(totals, factors, nodeRows.Length, limits.MinSamplesLeaf);
        var varied = false;
        draw.Begin();
        for (var visited = 0; draw.Any && (visited < limits.FeaturesPerNode || !varied); visited++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            varied |= histogram.Consider(x, draw.Next(stream), nodeRows, nodeItems);
        }

        var decrease = impurity + histogram.BestScore;
        if (histogram.BestFeature < 0 || !limits.IsEnough(decrease, rootWeight))
        {
            nodes.SetLeaf(node.Index, node.Depth, weight);
            return;
        }

        var left = nodes.TakePair();
        var split = TreeNode.Split(histogram.BestFeature, histogram.BestBin, histogram.BestMissingLeft, left);
        nodes.SetSplit(node.Index, split, weight, Math.Max(decrease, 0));
        var middle = node.Start + SegmentPartition.Apply(split, x.ColumnArray(split.Feature), nodeRows, nodeItems, spareRows, spareItems, cancellationToken);
        stack.Push(new(left + 1, node.Depth + 1, middle, node.End));
        stack.Push(new(left, node.Depth + 1, node.Start, middle));
    }

    private readonly record struct Pending(int Index, int Depth, int Start, int End);
}
