namespace Ratchet.Features.OrderFlow;

/// <summary>Values by time, oldest first, addressed by a running number that never repeats. Room doubles when it is used up; nothing else allocates.</summary>
internal sealed class TimedRing
{
    private long[] times;
    private double[] values;

    public TimedRing(int capacity = 256)
    {
        times = new long[capacity];
        values = new double[capacity];
    }

    /// <summary>The number of the oldest element kept.</summary>
    public long First { get; private set; }

    /// <summary>The number the next element gets.</summary>
    public long End { get; private set; }

    public long Time(long number) => times[number & (times.Length - 1)];

    public double Value(long number) => values[number & (values.Length - 1)];

    public void Add(long time, double value)
    {
        if (End - First == times.Length)
        {
            Grow();
        }

        var slot = End & (times.Length - 1);
        times[slot] = time;
        values[slot] = value;
        End++;
    }

    /// <summary>Forgets what is older than a number.</summary>
    public void DropBefore(long number)
    {
        if (number > First)
        {
            First = Math.Min(number, End);
        }
    }

    public void Clear() => (First, End) = (0, 0);

    private void Grow()
    {
        var moreTimes = new long[times.Length * 2];
        var moreValues = new double[values.Length * 2];
        for (var n = First; n < End; n++)
        {
            moreTimes[n & (moreTimes.Length - 1)] = Time(n);
            moreValues[n & (moreValues.Length - 1)] = Value(n);
        }

        (times, values) = (moreTimes, moreValues);
    }
}
