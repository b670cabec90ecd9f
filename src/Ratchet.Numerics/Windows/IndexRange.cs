namespace Ratchet.Numerics.Windows;

/// <summary>A half-open range of indices: <paramref name="Start"/> is in it, <paramref name="End"/> is not.</summary>
/// <param name="Start">The first index.</param>
/// <param name="End">The index after the last; not below <paramref name="Start"/>.</param>
public readonly record struct IndexRange(int Start, int End)
{
    /// <summary>How many indices are in the range.</summary>
    public int Length => End - Start;

    /// <summary>Whether no index is in the range.</summary>
    public bool IsEmpty => End <= Start;

    /// <summary>Whether an index is in the range.</summary>
    /// <param name="index">The index.</param>
    public bool Contains(int index) => index >= Start && index < End;

    /// <summary>Whether two ranges share an index.</summary>
    /// <param name="other">The other range.</param>
    public bool Overlaps(IndexRange other) => Start < other.End && other.Start < End;

    /// <inheritdoc/>
    public override string ToString() => $"[{Start}, {End})";
}
