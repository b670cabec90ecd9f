namespace Ratchet.Learning.Markov;

/// <summary>How long a path of states stays where it is.</summary>
public static class Dwells
{
    /// <summary>The lengths of the runs of one state, in order of time; runs cut by either end count with the rows that are there.</summary>
    /// <param name="path">A state a row.</param>
    /// <param name="state">Which state's runs.</param>
    public static int[] Of(ReadOnlySpan<int> path, int state)
    {
        var lengths = new List<int>();
        var run = 0;
        foreach (var at in path)
        {
            if (at == state)
            {
                run++;
            }
            else if (run > 0)
            {
                lengths.Add(run);
                run = 0;
            }
        }

        if (run > 0)
        {
            lengths.Add(run);
        }

        return [.. lengths];
    }

    /// <summary>How often the state of a row differs from that of the row before.</summary>
    /// <param name="path">A state a row.</param>
    public static int Switches(ReadOnlySpan<int> path)
    {
        var count = 0;
        for (var t = 1; t < path.Length; t++)
        {
            count += path[t] != path[t - 1] ? 1 : 0;
        }

        return count;
    }

    /// <summary>The mean of some lengths; NaN without any.</summary>
    /// <param name="lengths">Run lengths.</param>
    public static double Mean(ReadOnlySpan<int> lengths)
    {
        var sum = 0L;
        foreach (var length in lengths)
        {
            sum += length;
        }

        return lengths.IsEmpty ? double.NaN : (double)sum / lengths.Length;
    }

    /// <summary>The median of some lengths, the mean of the middle two of an even number; NaN without any.</summary>
    /// <param name="lengths">Run lengths.</param>
    public static double Median(ReadOnlySpan<int> lengths)
    {
        if (lengths.IsEmpty)
        {
            return double.NaN;
        }

        var sorted = lengths.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
