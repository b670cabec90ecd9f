using System.Runtime.CompilerServices;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Forests;

/// <summary>A step for rows that may have missing values.</summary>
internal readonly struct AnyBinStep : IDescentStep
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Step(ref TreeNode nodes, ref byte row, int at)
    {
        var node = Unsafe.Add(ref nodes, (nint)(uint)at);
        return node.Next(Unsafe.Add(ref row, (nint)(node.Bits >> 48)));
    }
}
