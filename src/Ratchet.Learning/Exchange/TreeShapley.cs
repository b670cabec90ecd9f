using System.Buffers;

namespace Ratchet.Learning.Exchange;

/// <summary>
/// Shapley values of one tree for one row, exactly and in polynomial time: the ways to all leaves are walked once, each with the weights of all subsets of the features on it
/// (path-dependent TreeSHAP; S. Lundberg, G. Erion, S.-I. Lee: Consistent individualized feature attribution for tree ensembles, 2018, algorithm 2).
/// </summary>
/// <param name="tree">The tree.</param>
/// <param name="row">The row.</param>
/// <param name="output">A sum a feature, and last the tree's mean.</param>
internal readonly ref struct TreeShapley(EnsembleTree tree, ReadOnlySpan<double> row, Span<double> output)
{
    private readonly ReadOnlySpan<EnsembleNode> nodes = tree.Nodes;
    private readonly ReadOnlySpan<double> row = row;
    private readonly Span<double> output = output;

    /// <summary>Adds the tree's values. Cost: leaves x depth squared.</summary>
    public void Add()
    {
        output[^1] += Mean(0);
        var length = (tree.Depth + 2) * (tree.Depth + 3) / 2;
        var rented = ArrayPool<PathPart>.Shared.Rent(length);
        Walk(0, rented.AsSpan(0, length), [], -1, 1, 1);
        ArrayPool<PathPart>.Shared.Return(rented);
    }

    private double Mean(int n)
    {
        var node = nodes[n];
        if (node.IsLeaf)
        {
            return node.Value;
        }

        var left = LeftShare(node);
        return (left * Mean(node.Left)) + ((1 - left) * Mean(node.Left + 1));
    }

    // Where no training weight is known, both sides count alike.
    private double LeftShare(EnsembleNode node)
    {
        double left = nodes[node.Left].Cover;
        var both = left + nodes[node.Left + 1].Cover;
        return both > 0 ? left / both : 0.5;
    }

    /// <summary>Walks the ways below a node.</summary>
    /// <param name="n">The node.</param>
    /// <param name="memory">Room for this node's way and those below.</param>
    /// <param name="above">The way so far.</param>
    /// <param name="feature">The feature of the split above.</param>
    /// <param name="unknown">The share of weight that comes here from there.</param>
    /// <param name="known">1 where the row comes here from there.</param>
    private void Walk(int n, Span<PathPart> memory, ReadOnlySpan<PathPart> above, int feature, double unknown, double known)
    {
        var path = memory[..(above.Length + 1)];
        above.CopyTo(path);
        Extend(path, feature, unknown, known);
        var node = nodes[n];
        if (node.IsLeaf)
        {
            for (var i = 1; i < path.Length; i++)
            {
                output[path[i].Feature] += WeightWithout(path, i) * (path[i].Known - path[i].Unknown) * node.Value;
            }

            return;
        }

        var earlier = 1;
        while (earlier < path.Length && path[earlier].Feature != node.Feature)
        {
            earlier++;
        }

        var incomingUnknown = 1.0;
        var incomingKnown = 1.0;
        var rest = memory[path.Length..];
        if (earlier < path.Length)
        {
            // A feature counts once on a way: its shares are multiplied.
            incomingUnknown = path[earlier].Unknown;
            incomingKnown = path[earlier].Known;
            Remove(path, earlier);
            path = path[..^1];
        }

        var value = (float)row[node.Feature];
        var goesLeft = float.IsNaN(value) ? node.MissingGoesLeft : value < node.Threshold;
        var left = LeftShare(node);
        Descend(node.Left, rest, path, node.Feature, left * incomingUnknown, goesLeft ? incomingKnown : 0);
        Descend(node.Left + 1, rest, path, node.Feature, (1 - left) * incomingUnknown, goesLeft ? 0 : incomingKnown);
    }

    // A way that neither the row nor any training weight takes adds nothing.
    private void Descend(int n, Span<PathPart> memory, ReadOnlySpan<PathPart> above, int feature, double unknown, double known)
    {
        if (unknown != 0 || known != 0)
        {
            Walk(n, memory, above, feature, unknown, known);
        }
    }

    private static void Extend(Span<PathPart> path, int feature, double unknown, double known)
    {
        var last = path.Length - 1;
        path[last] = new() { Feature = feature, Unknown = unknown, Known = known, Weight = last == 0 ? 1 : 0 };
        for (var i = last - 1; i >= 0; i--)
        {
            path[i + 1].Weight += known * path[i].Weight * (i + 1) / path.Length;
            path[i].Weight *= unknown * (last - i) / path.Length;
        }
    }

    private static void Remove(Span<PathPart> path, int index)
    {
        var last = path.Length - 1;
        var (unknown, known) = (path[index].Unknown, path[index].Known);
        var next = path[last].Weight;
        for (var i = last - 1; i >= 0; i--)
        {
            if (known != 0)
            {
                var old = path[i].Weight;
                path[i].Weight = next * path.Length / ((i + 1) * known);
                next = old - (path[i].Weight * unknown * (last - i) / path.Length);
            }
            else
            {
                path[i].Weight = path[i].Weight * path.Length / (unknown * (last - i));
            }
        }

        for (var i = index; i < last; i++)
        {
            (path[i].Feature, path[i].Unknown, path[i].Known) = (path[i + 1].Feature, path[i + 1].Unknown, path[i + 1].Known);
        }
    }

    // The sum of the weights that removing a feature would leave.
    private static double WeightWithout(ReadOnlySpan<PathPart> path, int index)
    {
        var last = path.Length - 1;
        var (unknown, known) = (path[index].Unknown, path[index].Known);
        var next = path[last].Weight;
        var sum = 0.0;
        for (var i = last - 1; i >= 0; i--)
        {
            if (known != 0)
            {
                var part = next * path.Length / ((i + 1) * known);
                sum += part;
                next = path[i].Weight - (part * unknown * (last - i) / path.Length);
            }
            else
            {
                sum += path[i].Weight * path.Length / (unknown * (last - i));
            }
        }

        return sum;
    }
}
