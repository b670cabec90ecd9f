using System.Runtime.CompilerServices;

namespace Ratchet.Learning.Trees;

/// <summary>
/// A node in eight bytes: bits 0-31 the left child, 32-39 the last bin that goes left, 40-47 the turn (1 where missing values go left),
/// 48-63 the feature. The right child follows the left one. A row goes left where (byte)(bin + turn) is not above the last bin plus the turn:
/// a turn of 1 makes the missing bin 255 a 0. A leaf is its own left child and sends every bin there, so that a descent needs no test for leaves.
/// </summary>
/// <param name="Bits">The packed node.</param>
public readonly record struct TreeNode(ulong Bits)
{
    private const byte LeafBin = 255;

    /// <summary>The left child; the right one is the next node. A leaf's own index.</summary>
    public int Left => (int)(uint)Bits;

    /// <summary>The column that is split on; 0 at a leaf.</summary>
    public int Feature => (int)(Bits >> 48);

    /// <summary>The last value bin that goes left: a raw value goes left where it is below the threshold of this index.</summary>
    public int Bin => (int)((Bits >> 32) & 0xFF);

    /// <summary>Whether missing values go left.</summary>
    public bool MissingGoesLeft => ((Bits >> 40) & 0xFF) != 0;

    /// <summary>Whether the node has no children.</summary>
    public bool IsLeaf => ((Bits >> 32) & 0xFF) == LeafBin;

    /// <summary>A leaf.</summary>
    /// <param name="self">Its own index.</param>
    public static TreeNode Leaf(int self) => new((uint)self | ((ulong)LeafBin << 32));

    /// <summary>A split.</summary>
    /// <param name="feature">The column.</param>
    /// <param name="bin">The last bin that goes left; at most 254, and 253 where missing values go left.</param>
    /// <param name="missingGoesLeft">Where missing values go.</param>
    /// <param name="left">The left child.</param>
    public static TreeNode Split(int feature, int bin, bool missingGoesLeft, int left)
    {
        var turn = missingGoesLeft ? 1UL : 0UL;
        return new((uint)left | ((ulong)bin << 32) | (turn << 40) | ((ulong)feature << 48));
    }

    /// <summary>The same node when the nodes it points to move.</summary>
    /// <param name="offset">By how many places.</param>
    internal TreeNode Moved(int offset) => new((Bits & ~0xFFFFFFFFUL) | (uint)(Left + offset));

    /// <summary>The next node on the way down; a leaf stays.</summary>
    /// <param name="bin">The bin of the node's feature.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Next(byte bin)
    {
        var turn = (uint)(Bits >> 40) & 0xFF;
        var last = (uint)((Bits >> 32) & 0xFF) + turn;
        return (int)((uint)Bits + ((last - (uint)(byte)(bin + turn)) >> 31));
    }

    /// <summary>The same for a bin that is not <see cref="Binning.BinnedMatrix.MissingBin"/>, in fewer steps.</summary>
    /// <param name="bin">The bin of the node's feature.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int NextOfKnown(byte bin) => (int)((uint)Bits + (((uint)(byte)(Bits >> 32) - bin) >> 31));
}
