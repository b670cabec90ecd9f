namespace Ratchet.Strategies.Signals;

/// <summary>
/// The exact median of a queue of numbers: the lower half lies in a heap with its largest on top, the upper half in one with its smallest on top, and every
/// number knows its place, so that the oldest is taken out where it lies. The middle one of an odd count, the mean of the middle two of an even one; NaN of
/// none. O(log n) a number; allocates nothing after construction.
/// </summary>
internal sealed class SlidingMedian
{
    private readonly double[] values;
    private readonly bool[] isLow;
    private readonly IndexedHeap low;
    private readonly IndexedHeap high;
    private int head;

    public SlidingMedian(int capacity)
    {
        values = new double[capacity];
        isLow = new bool[capacity];
        var places = new int[capacity];
        low = new(values, places, 1);
        high = new(values, places, -1);
    }

    public int Count => low.Count + high.Count;

    public double Median =>
        Count == 0 ? double.NaN
        : low.Count > high.Count ? values[low.Top]
        : values[low.Top] + (0.5 * (values[high.Top] - values[low.Top]));

    /// <summary>Adds a finite number; the queue must have room.</summary>
    public void Add(double value)
    {
        var slot = head + Count;
        slot = slot < values.Length ? slot : slot - values.Length;
        values[slot] = value;
        isLow[slot] = low.Count == 0 || value <= values[low.Top];
        (isLow[slot] ? low : high).Add(slot);
        Balance();
    }

    /// <summary>Takes the oldest number out.</summary>
    public void RemoveOldest()
    {
        (isLow[head] ? low : high).Remove(head);
        head = head + 1 == values.Length ? 0 : head + 1;
        Balance();
    }

    // The lower half has as many numbers as the upper one, or one more.
    private void Balance()
    {
        if (low.Count > high.Count + 1)
        {
            Move(low, high, false);
        }
        else if (high.Count > low.Count)
        {
            Move(high, low, true);
        }
    }

    private void Move(IndexedHeap from, IndexedHeap to, bool toLow)
    {
        var slot = from.Top;
        from.Remove(slot);
        isLow[slot] = toLow;
        to.Add(slot);
    }
}
