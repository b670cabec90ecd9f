using Ratchet.Numerics.Matrices;

namespace Ratchet.Learning.Neighbours;

/// <summary>A way to search: called once a query.</summary>
internal interface INeighbourSearch
{
    /// <summary>Offers at least those candidates that belong to the list.</summary>
    void Search(ReadOnlySpan<double> point, in Candidates candidates, ref NearestRows nearest);
}
