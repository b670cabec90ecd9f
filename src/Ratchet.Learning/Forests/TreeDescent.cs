using System.Runtime.CompilerServices;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Forests;

/// <summary>
/// Walks eight ways down at once, so that their memory latencies overlap; a leaf leads to itself, so that every way takes the same number
/// of steps and none needs a branch. Measured by the cases P3 and P4a of the benchmarks.
/// </summary>
internal static class TreeDescent
{
    /// <summary>How many ways go together.</summary>
    public const int Width = 8;

    /// <summary>Eight descents; way i reads the bins of row i.</summary>
    /// <typeparam name="TStep">Whether bins can be missing.</typeparam>
    /// <param name="nodes">The first node of the forest.</param>
    /// <param name="bins">The first row's bins.</param>
    /// <param name="stride">Bytes from row to row; 0 for eight trees and one row.</param>
    /// <param name="depth">How many steps are enough.</param>
    /// <param name="at">Where each starts, and then its leaf.</param>
    public static void Descend<TStep>(ref TreeNode nodes, ref byte bins, nint stride, int depth, Span<int> at)
        where TStep : struct, IDescentStep
    {
        var a = at[0];
        var b = at[1];
        var c = at[2];
        var d = at[3];
        var e = at[4];
        var f = at[5];
        var g = at[6];
        var h = at[7];
        for (; depth > 0; depth--)
        {
            ref var row = ref bins;
            a = TStep.Step(ref nodes, ref row, a);
            row = ref Unsafe.Add(ref row, stride);
            b = TStep.Step(ref nodes, ref row, b);
            row = ref Unsafe.Add(ref row, stride);
            c = TStep.Step(ref nodes, ref row, c);
            row = ref Unsafe.Add(ref row, stride);
            d = TStep.Step(ref nodes, ref row, d);
            row = ref Unsafe.Add(ref row, stride);
            e = TStep.Step(ref nodes, ref row, e);
            row = ref Unsafe.Add(ref row, stride);
            f = TStep.Step(ref nodes, ref row, f);
            row = ref Unsafe.Add(ref row, stride);
            g = TStep.Step(ref nodes, ref row, g);
            row = ref Unsafe.Add(ref row, stride);
            h = TStep.Step(ref nodes, ref row, h);
        }

        at[0] = a;
        at[1] = b;
        at[2] = c;
        at[3] = d;
        at[4] = e;
        at[5] = f;
        at[6] = g;
        at[7] = h;
    }

    /// <summary>One descent, to its leaf.</summary>
    public static int DescendOne(ref TreeNode nodes, ref byte bins, int root)
    {
        var at = root;
        for (var node = Unsafe.Add(ref nodes, at); !node.IsLeaf; node = Unsafe.Add(ref nodes, at))
        {
            at = node.Next(Unsafe.Add(ref bins, node.Feature));
        }

        return at;
    }
}
