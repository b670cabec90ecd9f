namespace Ratchet.Features.Statistics;

/// <summary>
/// The last so many numbers as one contiguous span, oldest first. The buffer is twice the window; when it is full the newest half moves to
/// the front, so that a push costs O(1) on average and nothing is allocated after construction.
/// </summary>
internal sealed class SlidingWindow(int capacity)
{
    private readonly double[] buffer = new double[2 * capacity];
    private int end;

    internal int Count { get; private set; }

    internal bool IsFull => Count == capacity;

    internal ReadOnlySpan<double> Values => buffer.AsSpan(end - Count, Count);

    internal ReadOnlySpan<double> Last(int count) => buffer.AsSpan(end - count, count);

    internal void Push(double value)
    {
        if (end == buffer.Length)
        {
            buffer.AsSpan(end - Count + 1, Count - 1).CopyTo(buffer);
            end = Count - 1;
            Count--;
        }

        buffer[end++] = value;
        Count = Math.Min(Count + 1, capacity);
    }
}
