namespace Ratchet.Features.Sets;

/// <summary>
/// The largest value of the last <see cref="Length"/>, or with a negative sign given, the smallest: a queue of falling candidates (Lemire,
/// 2006),
/// at a constant mean cost a value. Of equal values the latest counts.
/// </summary>
/// <param name="length">The window.</param>
/// <param name="sign">1 for the largest, -1 for the smallest.</param>
public struct RollingExtreme(int length, double sign)
{
    private readonly double[] candidates = new double[length];
    private readonly long[] indices = new long[length];
    private int head;
    private int size;
    private long added;

    /// <summary>A window for the largest value.</summary>
    /// <param name="length">How many values, at least 1.</param>
    public static RollingExtreme Highest(int length) => new(length, 1);

    /// <summary>A window for the smallest value.</summary>
    /// <param name="length">How many values, at least 1.</param>
    public static RollingExtreme Lowest(int length) => new(length, -1);

    /// <summary>How many values the window holds when it is full.</summary>
    public readonly int Length => candidates.Length;

    /// <summary>Whether as many values were added.</summary>
    public readonly bool IsFull => added >= candidates.Length;

    /// <summary>The extreme.</summary>
    public readonly double Value => sign * candidates[head];

    /// <summary>How many values came after the extreme.</summary>
    public readonly int Age => (int)(added - 1 - indices[head]);

    /// <summary>Adds a value; the oldest leaves a full window.</summary>
    /// <param name="value">The value; not NaN.</param>
    public void Add(double value)
    {
        var signed = sign * value;
        if (size > 0 && indices[head] <= added - candidates.Length)
        {
            head = head + 1 == candidates.Length ? 0 : head + 1;
            size--;
        }

        while (size > 0 && candidates[Slot(size - 1)] <= signed)
        {
            size--;
        }

        var slot = Slot(size);
        candidates[slot] = signed;
        indices[slot] = added;
        size++;
        added++;
    }

    private readonly int Slot(int offset)
    {
        var slot = head + offset;
        return slot < candidates.Length ? slot : slot - candidates.Length;
    }
}
