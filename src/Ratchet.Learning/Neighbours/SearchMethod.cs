namespace Ratchet.Learning.Neighbours;

/// <summary>How nearest neighbours are searched. All ways find the same neighbours, to the bit.</summary>
public enum SearchMethod
{
    /// <summary>Whichever measurement says is faster for the number of rows and dimensions; see <see cref="NeighbourIndex.Method"/>.</summary>
    Auto,

    /// <summary>Every row is looked at, eight at a time.</summary>
    Brute,

    /// <summary>A k-d tree with boxes about its branches; leaves are looked at eight rows at a time.</summary>
    Tree,
}
