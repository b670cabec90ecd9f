namespace Ratchet.Strategies.Signals;

/// <summary>
/// The sum of a queue of numbers, each number added once and never subtracted, so that nothing of what has left remains in it: the newer part is summed as it
/// grows; when the older part is used up, the newer becomes the older with sums from each place to its end. Amortised O(1); allocates nothing.
/// </summary>
internal sealed class WindowSum(int capacity)
{
    private readonly double[] values = new double[capacity];
    private readonly double[] sumsToEnd = new double[capacity];
    private int head;
    private int older;
    private int newer;
    private double newerSum;

    public int Count => older + newer;

    public double Sum => older > 0 ? sumsToEnd[head] + newerSum : newerSum;

    /// <summary>Adds a number; the queue must have room.</summary>
    public void Add(double value)
    {
        values[Slot(Count)] = value;
        newer++;
        newerSum += value;
    }

    /// <summary>Takes the oldest number out.</summary>
    public void RemoveOldest()
    {
        if (older == 0)
        {
            var sum = 0.0;
            for (var i = newer - 1; i >= 0; i--)
            {
                var slot = Slot(i);
                sum += values[slot];
                sumsToEnd[slot] = sum;
            }

            (older, newer, newerSum) = (newer, 0, 0);
        }

        head = Slot(1);
        older--;
    }

    private int Slot(int offset)
    {
        var slot = head + offset;
        return slot < values.Length ? slot : slot - values.Length;
    }
}
