using System.Collections;

namespace Ratchet.Adaptation.Advising;

/// <summary>The newest entries of a history, oldest first; adding beyond the length drops the oldest and allocates nothing.</summary>
/// <typeparam name="T">An entry.</typeparam>
/// <param name="length">How many are kept, above 0.</param>
public sealed class HistoryLog<T>(int length) : IReadOnlyCollection<T>
{
    private readonly T[] entries = new T[length];

    /// <summary>How many are kept now.</summary>
    public int Count => (int)Math.Min(Total, entries.Length);

    /// <summary>How many were ever added.</summary>
    public long Total { get; private set; }

    /// <summary>An entry; 0 is the oldest that is kept.</summary>
    /// <param name="index">Its place.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public T this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return entries[(int)((Total - Count + index) % entries.Length)];
        }
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(in T entry)
    {
        entries[(int)(Total % entries.Length)] = entry;
        Total++;
    }

    /// <summary>As if <paramref name="total"/> entries had been added; those that are kept are added next.</summary>
    internal void Restart(long total) => Total = total;
}
