using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Forests;

/// <summary>
/// The contents of a <see cref="RandomForest"/> as flat arrays, for whoever stores or exchanges models. <see cref="Of"/> and <see cref="ToForest"/> are
/// inverses. Nothing is copied where an array is whole, so that the arrays must not be written afterwards.
/// </summary>
public sealed record ForestParts
{
    /// <summary>What is predicted.</summary>
    public required ForestTask Task { get; init; }

    /// <summary>How many classes; 1 for a regression.</summary>
    public required int ClassCount { get; init; }

    /// <summary>The names and thresholds of the features.</summary>
    public required FeatureBins Bins { get; init; }

    /// <summary>The root of each tree among the nodes, ascending from 0, and at last the number of nodes.</summary>
    public required ReadOnlyMemory<int> Starts { get; init; }

    /// <summary>The splits on the longest way down of each tree.</summary>
    public required ReadOnlyMemory<int> Depths { get; init; }

    /// <summary>All nodes, tree after tree; children come after their parent and count from the first tree's root.</summary>
    public required ReadOnlyMemory<TreeNode> Nodes { get; init; }

    /// <summary>One number a node, or one a class where there are more than two.</summary>
    public required ReadOnlyMemory<double> Values { get; init; }

    /// <summary>The training weight of each node; empty where the forest is for prediction only.</summary>
    public required ReadOnlyMemory<double> Weights { get; init; }

    /// <summary>The decrease of weighted impurity at each node; empty where the forest is for prediction only.</summary>
    public required ReadOnlyMemory<double> Gains { get; init; }

    /// <summary>Takes a forest apart.</summary>
    /// <param name="forest">The forest.</param>
    public static ForestParts Of(RandomForest forest)
    {
        ArgumentNullException.ThrowIfNull(forest);
        var trees = forest.Trees;
        return new()
        {
            Task = forest.Task,
            ClassCount = forest.ClassCount,
            Bins = forest.Bins,
            Starts = trees.Starts,
            Depths = trees.Depths,
            Nodes = trees.Nodes,
            Values = trees.Values,
            Weights = trees.Weights,
            Gains = trees.Gains,
        };
    }

    /// <summary>
    /// Checks every length, node and number and puts the forest together: whatever the arrays hold, a forest that is returned predicts within its stated
    /// depth and inside its arrays.
    /// </summary>
    /// <returns>The forest; without weights and gains it is <see cref="RandomForest.IsPredictionOnly"/>.</returns>
    /// <exception cref="ArgumentException">The parts are not those of a forest; the message says where.</exception>
    /// <remarks>Cost: one pass over the nodes, about three nanoseconds each.</remarks>
    public RandomForest ToForest()
    {
        ArgumentNullException.ThrowIfNull(Bins);
        if (!Enum.IsDefined(Task) || (Task == ForestTask.Regression ? ClassCount != 1 : ClassCount is < 1 or > ushort.MaxValue))
        {
            throw new ArgumentException($"The task is {Task} with {ClassCount} classes; a regression has 1, a classification 1 to {ushort.MaxValue}.");
        }

        var outputs = ClassCount > 2 ? ClassCount : 1;
        TreeShape.RequireValid(Nodes.Span, Starts.Span, Depths.Span, Bins);
        RequireNumbers(Values.Span, (long)Nodes.Length * outputs, nameof(Values));
        if (!Weights.IsEmpty || !Gains.IsEmpty)
        {
            RequireNumbers(Weights.Span, Nodes.Length, nameof(Weights));
            RequireNumbers(Gains.Span, Nodes.Length, nameof(Gains));
        }

        var trees = new FlatTrees(Whole(Nodes), Whole(Values), Whole(Weights), Whole(Gains), Whole(Starts), Whole(Depths), outputs);
        return new(Task, Bins, ClassCount, trees);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void RequireNumbers(ReadOnlySpan<double> numbers, long count, string name)
    {
        if (numbers.Length != count)
        {
            throw new ArgumentException($"{name} has {numbers.Length} numbers; the nodes need {count}.");
        }

        // All exponent bits set is an infinity or no number; adding one unit of the exponent then carries into the sign bit.
        const ulong Magnitude = 0x7FFF_FFFF_FFFF_FFFF;
        const ulong Unit = 0x0010_0000_0000_0000;
        var carried = 0UL;
        foreach (var bits in MemoryMarshal.Cast<double, ulong>(numbers))
        {
            carried |= (bits & Magnitude) + Unit;
        }

        if (carried >> 63 != 0)
        {
            throw new ArgumentException($"{name} holds an infinity or no number; all must be finite.");
        }
    }

    internal static T[] Whole<T>(ReadOnlyMemory<T> memory) =>
        MemoryMarshal.TryGetArray(memory, out var segment) && segment.Array is { } array && segment.Offset == 0 && segment.Count == array.Length
            ? array
            : memory.ToArray();
}
