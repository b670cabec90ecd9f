using System.Runtime.Intrinsics;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Boosting;

/// <summary>
/// Grows trees on gradients. A tree's gradients are rounded to integers that fit one word with their hessians, which leaves about 2^31 / rows units to a mean
/// gradient; where more than one row in eight would have fewer than eight units (a few errors that dwarf the rest), or there are 2^24 rows, wide integers are
/// used. Only the choice of splits sees rounded numbers: the weights of a grown tree follow from the sums of its rows' own gradients.
/// </summary>
internal sealed class GradientTrees
{
    private const int MostPackedRows = 1 << 24;
    private const int CoarseShare = 8;

    private readonly BoostingOptions options;
    private readonly GradientTerms terms;
    private readonly GrowthLimits limits;
    private readonly BinnedMatrix x;
    private readonly MarginTable table;
    private readonly RowSample sample;
    private readonly int threads;
    private SubtractionGrower<PackedGradient, GradientRule<PackedGradient>>? packed;
    private SubtractionGrower<WideGradient, GradientRule<WideGradient>>? wide;

    public GradientTrees(BoostingOptions options, BinnedMatrix x, MarginTable table, int threads)
    {
        this.options = options;
        this.x = x;
        this.table = table;
        this.threads = threads;
        var orders = new sbyte[options.MonotoneConstraints.Any(c => c != 0) ? x.FeatureCount : 0];
        for (var f = 0; f < orders.Length; f++)
        {
            orders[f] = (sbyte)options.MonotoneConstraints[f];
        }

        terms = new(options.Lambda, options.Alpha, options.MinChildWeight, options.MaxDeltaStep, options.Gamma, orders);
        limits = new(options.MaxDepth == 0 ? int.MaxValue : options.MaxDepth, options.MaxLeaves);
        sample = new(table.Count, options.Subsample, threads);
    }

    /// <summary>Whether all trees use wide integers; for comparison.</summary>
    public bool IsAlwaysWide { get; init; }

    /// <summary>Grows the tree of one class group on its gradients and adds it to the margins.</summary>
    public BoostedTree Grow(int group, StreamKey key, CancellationToken cancellationToken)
    {
        var gradients = table.Gradients[group];
        var hessians = table.Hessians[group];
        sample.Draw(key.Derive("rows"), hessians, cancellationToken);
        var columns = ColumnDraw.Create(options, x.FeatureCount, key.Derive("columns"));
        if (!IsAlwaysWide && table.Count < MostPackedRows)
        {
            packed ??= new(x, table.Blocks, limits, threads);
            if (Grow(packed, group, columns, true, cancellationToken) is { } nodes)
            {
                return Finish(nodes, packed.Rows, group, cancellationToken);
            }
        }

        wide ??= new(x, table.Blocks, limits, threads);
        return Finish(Grow(wide, group, columns, false, cancellationToken)!, wide.Rows, group, cancellationToken);
    }

    // The largest power of two that keeps the sum of numbers, each rounded by up to a half, within a range; finite for the least of sums, as is its inverse.
    private double Scale(double sum, double range)
    {
        const int Largest = 1000;
        return sum > 0 ? Math.ScaleB(1, Math.Min(Largest, Math.ILogB((range - (0.5 * table.Count) - 1) / sum))) : 1;
    }

    private IReadOnlyList<SegmentNode>? Grow<TCell>(
        SubtractionGrower<TCell, GradientRule<TCell>> grower, int group, ColumnDraw? columns, bool mayRefuse, CancellationToken cancellationToken)
        where TCell : unmanaged, IGradientCell<TCell>
    {
        var gradients = table.Gradients[group];
        var hessians = table.Hessians[group];
        var gradientScale = Scale(AbsoluteSum(gradients), TCell.GradientRange);
        var hessianScale = Scale(LaneReduction.Sum(hessians), TCell.HessianRange);
        var (total, coarse) = sample.Write(gradients, hessians, gradientScale, hessianScale, grower.Rows, grower.Cells, cancellationToken);
        if (mayRefuse && coarse > sample.Count / CoarseShare)
        {
            return null;
        }

        var unit = 1 / hessianScale;
        GradientRule<TCell> rule = new(terms, 1 / gradientScale, unit, terms.LeastHessian(sample.Count, total.Hessian, unit));
        return grower.Grow(sample.Count, total, rule, columns, cancellationToken);
    }

    private BoostedTree Finish(IReadOnlyList<SegmentNode> grown, int[] rows, int group, CancellationToken cancellationToken)
    {
        var count = grown.Count;
        var tree = new GrownTree(new TreeNode[count], new double[count], new double[count], new double[count], grown.Max(n => n.Depth));
        var gradientSums = new double[count];
        var baseWeights = new double[count];
        for (var n = 0; n < count; n++)
        {
            tree.Nodes[n] = grown[n].Node;
        }

        WorkSplit.Run(count, threads, n =>
        {
            if (tree.Nodes[n].IsLeaf)
            {
                var segment = rows.AsSpan(grown[n].Start, grown[n].End - grown[n].Start);
                (gradientSums[n], tree.Weights[n]) = Sum(segment, group, cancellationToken);
                Add(segment, SetWeight(n), table.Margins[group], cancellationToken);
            }
        }, cancellationToken);
        for (var n = count - 1; n >= 0; n--)
        {
            if (!tree.Nodes[n].IsLeaf)
            {
                var left = tree.Nodes[n].Left;
                gradientSums[n] = gradientSums[left] + gradientSums[left + 1];
                tree.Weights[n] = tree.Weights[left] + tree.Weights[left + 1];
                tree.Gains[n] = grown[n].Gain;
                SetWeight(n);
            }
        }

        BlockDescent.Add(table.Blocks, tree, sample.Outside.AsMemory(0, sample.OutsideCount), table.Margins[group], threads, cancellationToken);
        return new(tree, baseWeights);

        double SetWeight(int n)
        {
            // The splits above have let a node in; only a root alone is asked here whether it has weight enough, as XGBoost does.
            var isLight = n == 0 && count == 1 && terms.IsLight(tree.Weights[0]);
            baseWeights[n] = isLight ? 0 : (float)terms.Weight(gradientSums[n], tree.Weights[n], grown[n].Lower, grown[n].Upper);
            return tree.Values[n] = (float)(baseWeights[n] * options.LearningRate);
        }
    }

    private static void Add(ReadOnlySpan<int> segment, double weight, double[] margins, CancellationToken cancellationToken)
    {
        for (var start = 0; start < segment.Length; start += WorkChunk.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in segment.Slice(start, Math.Min(WorkChunk.Rows, segment.Length - start)))
            {
                margins[row] += weight;
            }
        }
    }

    private (double Gradient, double Hessian) Sum(ReadOnlySpan<int> segment, int group, CancellationToken cancellationToken)
    {
        var gradients = table.Gradients[group];
        var hessians = table.Hessians[group];
        var gradient = 0.0;
        var hessian = 0.0;
        for (var start = 0; start < segment.Length; start += WorkChunk.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var row in segment.Slice(start, Math.Min(WorkChunk.Rows, segment.Length - start)))
            {
                gradient += gradients[row];
                hessian += hessians[row];
            }
        }

        return (gradient, hessian);
    }

    private static double AbsoluteSum(ReadOnlySpan<double> values)
    {
        var lanes = Vector256<double>.Zero;
        for (var i = 0; i < values.Length; i += BoostingLoss.Lanes)
        {
            lanes += Vector256.Abs(Vector256.Create(values.Slice(i, BoostingLoss.Lanes)));
        }

        return Vector256.Sum(lanes);
    }
}
