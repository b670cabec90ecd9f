namespace Ratchet.Learning.Neighbours;

/// <summary>How much a neighbour's outcome counts.</summary>
public enum NeighbourVote
{
    /// <summary>All alike.</summary>
    Uniform,

    /// <summary>By 1 / distance; where some neighbours are at distance 0, they alone count.</summary>
    Distance,
}
