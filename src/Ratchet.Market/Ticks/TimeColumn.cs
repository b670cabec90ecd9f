namespace Ratchet.Market.Ticks;

/// <summary>What every series of moments demands of its columns.</summary>
internal static class TimeColumn
{
    public static void RequireOrder(ReadOnlySpan<long> times)
    {
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] < times[i - 1])
            {
                throw new ArgumentException($"Times must not fall: row {i} is at {times[i]} ns, row {i - 1} at {times[i - 1]} ns.", nameof(times));
            }
        }
    }

    public static void RequireLength(string name, int length, int expected)
    {
        if (length != expected)
        {
            throw new ArgumentException($"Column {name} has {length} elements, Time has {expected}; they must agree.", name);
        }
    }

    /// <summary>The first row at or after a time, by bisection.</summary>
    public static int FirstAtOrAfter(ReadOnlySpan<long> times, long time)
    {
        var from = 0;
        var to = times.Length;
        while (from < to)
        {
            var middle = from + ((to - from) >> 1);
            if (times[middle] < time)
            {
                from = middle + 1;
            }
            else
            {
                to = middle;
            }
        }

        return from;
    }
}
