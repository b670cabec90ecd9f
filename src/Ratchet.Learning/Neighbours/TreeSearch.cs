using Ratchet.Numerics.Matrices;

namespace Ratchet.Learning.Neighbours;

/// <summary>
/// A k-d tree: branches halve the events along their widest dimension, leaves hold up to 32 events in blocks of eight. A branch is passed over when the
/// distance of the query to its box is above the bound; that distance is added up as the events' own distances are, each term rounding to no more than an
/// event's, so that it never passes over an event that belongs to the list. Source: Bentley (1975); boxes: Friedman, Bentley, Finkel (1977).
/// </summary>
internal sealed class TreeSearch : INeighbourSearch
{
    private const int LeafRows = 32;
    private const int MaxDepth = 40;

    private readonly int dimensions;
    private readonly List<TreeSearchNode> nodes = [];
    private readonly List<double> boxes = [];
    private readonly TreeSearchNode[] flatNodes;
    private readonly double[] flatBoxes;
    private readonly int[] order;
    private readonly RowBlocks blocks;

    public TreeSearch(double[] rows, int dimensions, double[] times, CancellationToken cancellationToken)
    {
        this.dimensions = dimensions;
        var indices = new int[rows.Length / dimensions];
        for (var i = 0; i < indices.Length; i++)
        {
            indices[i] = i;
        }

        var places = new List<int>(indices.Length + (indices.Length / 4));
        Grow(rows, times, indices, new double[indices.Length], places, cancellationToken);
        order = [.. places];
        flatNodes = [.. nodes];
        flatBoxes = [.. boxes];
        nodes.Clear();
        boxes.Clear();
        blocks = new RowBlocks(rows, dimensions, order);
    }

    /// <summary>How many blocks there are in all leaves.</summary>
    public int BlockCount => blocks.BlockCount;

    public void Search(ReadOnlySpan<double> point, in Candidates candidates, ref NearestRows nearest) => Walk(point, candidates, ref nearest);

    /// <summary>Searches, and returns how many blocks were looked at.</summary>
    public int Walk(ReadOnlySpan<double> point, in Candidates candidates, ref NearestRows nearest)
    {
        var visited = 0;
        Span<int> waiting = stackalloc int[MaxDepth];
        Span<double> bounds = stackalloc double[MaxDepth];
        var depth = 1;
        waiting[0] = 0;
        bounds[0] = 0;
        var timed = candidates.Times.Length > 0;
        while (depth > 0)
        {
            depth--;
            ref readonly var node = ref flatNodes[waiting[depth]];
            if (bounds[depth] > nearest.Bound || (timed && !(node.Earliest < candidates.Before)))
            {
                continue;
            }

            if (node.Left < 0)
            {
                SearchLeaf(node, point, candidates, ref nearest);
                visited += node.EndBlock - node.FirstBlock;
                continue;
            }

            var left = BoxDistance(node.Left, point);
            var right = BoxDistance(node.Right, point);
            var leftFirst = left <= right;
            waiting[depth] = leftFirst ? node.Right : node.Left;
            bounds[depth++] = leftFirst ? right : left;
            waiting[depth] = leftFirst ? node.Left : node.Right;
            bounds[depth++] = leftFirst ? left : right;
        }

        return visited;
    }

    private void SearchLeaf(in TreeSearchNode node, ReadOnlySpan<double> point, in Candidates candidates, ref NearestRows nearest)
    {
        for (var block = node.FirstBlock; block < node.EndBlock; block++)
        {
            var squared = blocks.SquaredDistances(block, point);
            for (var lanes = nearest.Near(squared); lanes != 0;)
            {
                var lane = NearestRows.Take(ref lanes);
                var index = order[(block * RowBlocks.Width) + lane];
                if (index >= 0 && candidates.Admit(index))
                {
                    nearest.Offer(squared[lane], index);
                }
            }
        }
    }

    private double BoxDistance(int node, ReadOnlySpan<double> point)
    {
        var low = flatBoxes.AsSpan(2 * node * dimensions, dimensions);
        var high = flatBoxes.AsSpan(((2 * node) + 1) * dimensions, dimensions);
        var sum = 0.0;
        for (var c = 0; c < low.Length; c++)
        {
            var apart = Math.Max(Math.Max(low[c] - point[c], point[c] - high[c]), 0);
            sum += apart * apart;
        }

        return sum;
    }

    private int Grow(double[] rows, double[] times, Span<int> indices, double[] keys, List<int> places, CancellationToken cancellationToken)
    {
        var at = nodes.Count;
        nodes.Add(default);
        var widest = AddBox(rows, indices, cancellationToken);
        var earliest = times.Length == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        foreach (var index in indices)
        {
            earliest = times.Length == 0 ? earliest : Math.Min(earliest, times[index]);
        }

        if (indices.Length <= LeafRows || widest < 0)
        {
            var first = places.Count / RowBlocks.Width;
            indices.Sort();
            foreach (var index in indices)
            {
                places.Add(index);
            }

            while (places.Count % RowBlocks.Width != 0)
            {
                places.Add(-1);
            }

            nodes[at] = new(-1, -1, first, places.Count / RowBlocks.Width, earliest);
            return at;
        }

        var values = keys.AsSpan(0, indices.Length);
        for (var i = 0; i < indices.Length; i++)
        {
            values[i] = rows[(indices[i] * dimensions) + widest];
        }

        values.Sort(indices);
        var half = indices.Length / 2;
        var left = Grow(rows, times, indices[..half], keys, places, cancellationToken);
        var right = Grow(rows, times, indices[half..], keys, places, cancellationToken);
        nodes[at] = new(left, right, 0, 0, earliest);
        return at;
    }

    /// <summary>Adds the box of a branch and returns its widest dimension, -1 where all events are one point.</summary>
    private int AddBox(double[] rows, ReadOnlySpan<int> indices, CancellationToken cancellationToken)
    {
        var start = boxes.Count;
        var widest = -1;
        var width = 0.0;
        for (var c = 0; c < dimensions; c++)
        {
            boxes.Add(double.PositiveInfinity);
        }

        for (var c = 0; c < dimensions; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var low = double.PositiveInfinity;
            var high = double.NegativeInfinity;
            foreach (var index in indices)
            {
                var value = rows[(index * dimensions) + c];
                low = Math.Min(low, value);
                high = Math.Max(high, value);
            }

            boxes[start + c] = low;
            boxes.Add(high);
            if (high - low > width)
            {
                width = high - low;
                widest = c;
            }
        }

        return widest;
    }
}
