using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Trees;

/// <summary>Grows one tree after another in one reusable workspace; not for use by several threads at once.</summary>
internal abstract class TreeGrower
{
    /// <summary>Grows the tree that a stream determines.</summary>
    public abstract GrownTree Grow(RandomStream stream, CancellationToken cancellationToken);
}
