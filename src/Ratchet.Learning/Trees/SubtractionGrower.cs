using System.Numerics;
using System.Runtime.CompilerServices;
using Ratchet.Learning.Binning;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Grows trees whose nodes look at the same features as their parents, level by level or best leaf first: of two children only the one with fewer
/// rows is counted, the other's histograms are the parent's less those. Work is divided by blocks of features and by nodes, never by threads, so that the
/// result has the same bits at any number of threads, whatever the statistics. Not for use by several callers at once.
/// </summary>
/// <typeparam name="TCell">The statistics.</typeparam>
/// <typeparam name="TRule">How splits are scored.</typeparam>
internal sealed class SubtractionGrower<TCell, TRule>
    where TCell : unmanaged, IAdditionOperators<TCell, TCell, TCell>, ISubtractionOperators<TCell, TCell, TCell>
    where TRule : struct, INodeRule<TCell>
{
    private const int MostSlots = 256;

    private readonly BinnedMatrix x;
    private readonly FeatureBlocks blocks;
    private readonly GrowthLimits limits;
    private readonly int threads;
    private readonly int[] spareRows;
    private readonly TCell[] spareCells;
    private readonly int keptRows;
    private readonly int[] lanes;
    private readonly HistogramPool<TCell> pool;
    private readonly TCell[] marked;
    private readonly ulong[] marks;
    private readonly List<SegmentNode> nodes = [];
    private readonly PriorityQueue<OpenNode<TCell>, (double, int)> queue = new();
    private TRule rule;
    private IFeatureChoice? choice;

    public SubtractionGrower(BinnedMatrix x, FeatureBlocks blocks, GrowthLimits limits, int threads)
    {
        this.x = x;
        this.blocks = blocks;
        this.limits = limits;
        this.threads = threads;
        Rows = new int[blocks.RowCount + 1];
        Cells = new TCell[blocks.RowCount + 1];
        spareRows = new int[blocks.RowCount + 1];
        spareCells = new TCell[blocks.RowCount + 1];
        keptRows = Math.Max(limits.LeastKeptRows, blocks.RowCount / MostSlots);
        lanes = new int[blocks.Count];
        pool = new(blocks.Count * BlockHistograms<TCell>.Cells);
        marked = new TCell[blocks.Count * BlockHistograms<TCell>.Cells];
        marks = new ulong[blocks.Count * MarkedHistograms<TCell>.BlockWords];
    }

    /// <summary>The rows of the sample, as positions in the blocks: set by the caller, reordered by <see cref="Grow"/> so that each node has a segment.</summary>
    public int[] Rows { get; }

    /// <summary>Their statistics.</summary>
    public TCell[] Cells { get; }

    /// <summary>Grows a tree on the first rows.</summary>
    /// <param name="count">How many of <see cref="Rows"/> and <see cref="Cells"/> are set.</param>
    /// <param name="total">The sum of the cells.</param>
    /// <param name="nodeRule">How splits are scored.</param>
    /// <param name="features">Which features nodes look at; null for all.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The nodes, valid until the next call; the first is the root, and children come after their parents.</returns>
    public IReadOnlyList<SegmentNode> Grow(int count, TCell total, TRule nodeRule, IFeatureChoice? features, CancellationToken cancellationToken)
    {
        rule = nodeRule;
        choice = features;
        FindLanes();
        pool.Reset();
        marked.AsSpan().Clear(); // A cancelled tree may have left something.
        nodes.Clear();
        queue.Clear();
        var root = new OpenNode<TCell>(0, 0, 0, count, total);
        nodes.Add(default);
        Open(root);
        var frontier = new List<OpenNode<TCell>> { root };
        Evaluate([new(-1, root, null)], cancellationToken);
        var leaves = 1;
        for (var batch = Next(frontier, leaves); batch.Count > 0; batch = Next(frontier, leaves))
        {
            leaves += batch.Count;
            frontier = Split(batch, cancellationToken);
        }

        return nodes;
    }

    // Closes the nodes that stay leaves and takes those that are split now: all of a level, or the best leaf.
    private List<OpenNode<TCell>> Next(List<OpenNode<TCell>> frontier, int leaves)
    {
        var ready = new List<OpenNode<TCell>>(frontier.Count);
        foreach (var node in frontier)
        {
            nodes[node.Index] = new(TreeNode.Leaf(node.Index), node.Depth, node.Start, node.End, 0, node.Lower, node.Upper);
            if (node.IsSearched && node.Best.Exists && rule.Accepts(node))
            {
                ready.Add(node);
            }
            else
            {
                Release(node);
            }
        }

        if (limits.MaxLeaves == 0)
        {
            return ready;
        }

        foreach (var node in ready)
        {
            queue.Enqueue(node, (-node.Best.Gain, node.Index));
        }

        return leaves < limits.MaxLeaves && queue.TryDequeue(out var best, out _) ? [best] : [];
    }

    private List<OpenNode<TCell>> Split(List<OpenNode<TCell>> batch, CancellationToken cancellationToken)
    {
        var middles = new int[batch.Count];
        var first = nodes.Count;
        for (var i = 0; i < batch.Count; i++)
        {
            var node = batch[i];
            var split = TreeNode.Split(node.Best.Feature, node.Best.Bin, node.Best.MissingGoesLeft, nodes.Count);
            nodes[node.Index] = nodes[node.Index] with { Node = split, Gain = node.Best.Gain };
            nodes.Add(default);
            nodes.Add(default);
        }

        WorkSplit.Run(batch.Count, threads, i => middles[i] = Partition(batch[i], cancellationToken), cancellationToken);
        var children = new List<OpenNode<TCell>>(2 * batch.Count);
        var families = new List<Family>(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            var parent = batch[i];
            var index = first + (2 * i);
            var left = new OpenNode<TCell>(index, parent.Depth + 1, parent.Start, middles[i], parent.Best.Left);
            var right = new OpenNode<TCell>(index + 1, parent.Depth + 1, middles[i], parent.End, parent.Total - parent.Best.Left);
            rule.Bound(parent, left, right);
            Open(left);
            Open(right);
            children.Add(left);
            children.Add(right);
            families.Add(left.Rows <= right.Rows ? new(parent.Slot, left, right) : new(parent.Slot, right, left));
        }

        Evaluate(families, cancellationToken);
        return children;
    }

    private int Partition(OpenNode<TCell> node, CancellationToken cancellationToken)
    {
        var feature = node.Best.Feature;
        ref var column = ref Unsafe.Add(ref blocks.First(feature / FeatureBlocks.Width), feature % FeatureBlocks.Width);
        var (start, length) = (node.Start, node.Rows);
        return start + BlockPartition.Apply(
            nodes[node.Index].Node,
            ref column,
            Rows.AsSpan(start, length),
            Cells.AsSpan(start, length),
            spareRows.AsSpan(start, length + 1),
            spareCells.AsSpan(start, length + 1),
            cancellationToken);
    }

    private void Open(OpenNode<TCell> node)
    {
        node.IsSearched = rule.Open(node) && node.Depth < limits.MaxDepth && node.Rows > 1;
        if (node.IsSearched)
        {
            node.Features = choice is null ? null : choice.OfNode(node.Index, node.Depth) ?? choice.OfTree;
            node.Found = new SplitCandidate<TCell>[blocks.Count];
        }
    }

    // Finds the best split of each new node: blocks of features in parallel, in each the families one after another.
    private void Evaluate(List<Family> families, CancellationToken cancellationToken)
    {
        families.RemoveAll(family =>
        {
            var idle = !family.Small.IsSearched && family.Large?.IsSearched != true;
            pool.Return(idle ? family.ParentSlot : HistogramPool<TCell>.Scratch);
            return idle;
        });
        foreach (var (parentSlot, small, large) in families)
        {
            Keep(small, HistogramPool<TCell>.Scratch);
            if (large is not null)
            {
                Keep(large, parentSlot);
            }
        }

        if (families.Count == 0)
        {
            return;
        }

        WorkSplit.Run(blocks.Count, threads, block =>
        {
            foreach (var family in families)
            {
                cancellationToken.ThrowIfCancellationRequested();
                EvaluateBlock(block, family, cancellationToken);
            }
        }, cancellationToken);
        foreach (var (parentSlot, small, large) in families)
        {
            Choose(small);
            if (large is not null)
            {
                Choose(large);
                if (large.Slot != parentSlot)
                {
                    pool.Return(parentSlot);
                }
            }
        }
    }

    // Histograms that a node's children will need have a slot of their own; the larger child's are made in its parent's.
    private void Keep(OpenNode<TCell> node, int slot)
    {
        var kept = node.IsSearched && node.Rows > keptRows && node.Depth + 1 < limits.MaxDepth;
        node.Slot = !kept ? HistogramPool<TCell>.Scratch : slot > HistogramPool<TCell>.Scratch ? slot : pool.Take();
    }

    private void EvaluateBlock(int block, Family family, CancellationToken cancellationToken)
    {
        if (lanes[block] == 0)
        {
            return;
        }

        var (parentSlot, small, large) = family;
        if (parentSlot <= HistogramPool<TCell>.Scratch && small.Rows <= limits.MostMarkedRows)
        {
            SearchMarked(block, small);
            if (large is { IsSearched: true })
            {
                CountAndSearch(block, large, cancellationToken);
            }

            return;
        }

        var counted = Part(small.Slot, block);
        if (small.IsSearched || parentSlot > HistogramPool<TCell>.Scratch)
        {
            Count(block, small, counted, cancellationToken);
        }

        Search(block, small, counted);
        if (large is not { IsSearched: true })
        {
            return;
        }

        if (parentSlot > HistogramPool<TCell>.Scratch)
        {
            var rest = Part(parentSlot, block);
            BlockHistograms<TCell>.Subtract(rest, counted);
            Search(block, large, rest);
        }
        else
        {
            CountAndSearch(block, large, cancellationToken);
        }
    }

    private void CountAndSearch(int block, OpenNode<TCell> node, CancellationToken cancellationToken)
    {
        if (node.Slot <= HistogramPool<TCell>.Scratch && node.Rows <= limits.MostMarkedRows)
        {
            SearchMarked(block, node);
            return;
        }

        var all = Part(node.Slot, block);
        Count(block, node, all, cancellationToken);
        Search(block, node, all);
    }

    private void SearchMarked(int block, OpenNode<TCell> node)
    {
        if (!node.IsSearched)
        {
            return;
        }

        var own = marked.AsSpan(block * BlockHistograms<TCell>.Cells, BlockHistograms<TCell>.Cells);
        var occupied = marks.AsSpan(block * MarkedHistograms<TCell>.BlockWords, MarkedHistograms<TCell>.BlockWords);
        MarkedHistograms<TCell>.Fill(ref blocks.First(block), Rows.AsSpan(node.Start, node.Rows), Cells.AsSpan(node.Start, node.Rows), own, occupied);
        Search(block, node, own, occupied);
        MarkedHistograms<TCell>.Clear(own, occupied);
    }

    private void Count(int block, OpenNode<TCell> node, Span<TCell> histograms, CancellationToken cancellationToken) => BlockHistograms<TCell>.Fill(
        ref blocks.First(block), lanes[block], Rows.AsSpan(node.Start, node.Rows), Cells.AsSpan(node.Start, node.Rows), histograms, cancellationToken);

    private void Search(int block, OpenNode<TCell> node, Span<TCell> histograms, ReadOnlySpan<ulong> occupied = default)
    {
        if (!node.IsSearched)
        {
            return;
        }

        var best = SplitCandidate<TCell>.None;
        for (var lane = 0; lane < FeatureBlocks.Width; lane++)
        {
            var feature = (block * FeatureBlocks.Width) + lane;
            if (feature < blocks.FeatureCount && (node.Features is null || node.Features[feature]))
            {
                var own = occupied.IsEmpty ? default : occupied.Slice(lane * MarkedHistograms<TCell>.Words, MarkedHistograms<TCell>.Words);
                rule.Search(ref histograms[lane * BlockHistograms<TCell>.Stride], own, feature, x.Thresholds(feature).Length, node, ref best);
            }
        }

        node.Found[block] = best;
    }

    // Of equal splits the one of the first feature is kept.
    private static void Choose(OpenNode<TCell> node)
    {
        foreach (var found in node.Found)
        {
            if (found.Exists && (!node.Best.Exists || found.Gain > node.Best.Gain))
            {
                node.Best = found;
            }
        }
    }

    private void Release(OpenNode<TCell> node) => pool.Return(node.Slot);

    private Span<TCell> Part(int slot, int block) => pool.Cells(slot).AsSpan(block * BlockHistograms<TCell>.Cells, BlockHistograms<TCell>.Cells);

    private void FindLanes()
    {
        Array.Clear(lanes);
        for (var f = 0; f < blocks.FeatureCount; f++)
        {
            var isDrawn = choice?.OfTree is not { } drawn || drawn[f];
            if (isDrawn && (x.Thresholds(f).Length > 0 || x.HasMissing(f)))
            {
                lanes[f / FeatureBlocks.Width] |= 1 << (f % FeatureBlocks.Width);
            }
        }
    }

    /// <summary>Two children and the slot of their parent; the root has neither.</summary>
    private readonly record struct Family(int ParentSlot, OpenNode<TCell> Small, OpenNode<TCell>? Large);
}
