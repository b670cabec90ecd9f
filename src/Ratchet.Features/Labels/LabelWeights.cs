using System.Buffers;

namespace Ratchet.Features.Labels;

/// <summary>Sample weights for labels that overlap in time (Lopez de Prado, 2018, chapter 4).</summary>
public static class LabelWeights
{
    /// <summary>How many labels are alive at each bar; a label lives from its event to its end, both included.</summary>
    /// <param name="barCount">How many bars there are.</param>
    /// <param name="events">Where labels begin.</param>
    /// <param name="ends">Where they end, one an event, not before it.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a label does not lie within the bars.</exception>
    /// <remarks>Cost: O(bars + labels).</remarks>
    public static int[] Concurrency(int barCount, ReadOnlySpan<int> events, ReadOnlySpan<int> ends)
    {
        Check(barCount, events, ends);
        var alive = new int[barCount + 1];
        for (var i = 0; i < events.Length; i++)
        {
            alive[events[i]]++;
            alive[ends[i] + 1]--;
        }

        for (var i = 1; i < barCount; i++)
        {
            alive[i] += alive[i - 1];
        }

        return alive[..barCount];
    }

    /// <summary>The mean of 1 / concurrency over each label's life, in (0, 1].</summary>
    /// <param name="barCount">How many bars there are.</param>
    /// <param name="events">Where labels begin.</param>
    /// <param name="ends">Where they end, inclusive.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a label does not lie within the bars.</exception>
    /// <remarks>Cost: O(bars + labels), by prefix sums.</remarks>
    public static double[] AverageUniqueness(int barCount, ReadOnlySpan<int> events, ReadOnlySpan<int> ends)
    {
        var concurrency = Concurrency(barCount, events, ends);
        var prefix = new double[barCount + 1];
        for (var i = 0; i < barCount; i++)
        {
            prefix[i + 1] = prefix[i] + (concurrency[i] > 0 ? 1.0 / concurrency[i] : 0);
        }

        var uniqueness = new double[events.Length];
        for (var i = 0; i < events.Length; i++)
        {
            uniqueness[i] = (prefix[ends[i] + 1] - prefix[events[i]]) / (ends[i] - events[i] + 1);
        }

        return uniqueness;
    }

    /// <summary>
    /// Weights by absolute attributed return: |sum over the label's life of log return / concurrency|, scaled so that they add up to their number.
    /// The log return of bar 0 counts as 0.
    /// </summary>
    /// <param name="close">Closes, above 0.</param>
    /// <param name="events">Where labels begin.</param>
    /// <param name="ends">Where they end, inclusive.</param>
    /// <returns>All 1 where no label has any return.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a label does not lie within the bars.</exception>
    /// <remarks>Cost: O(bars + labels).</remarks>
    public static double[] ByReturn(ReadOnlySpan<double> close, ReadOnlySpan<int> events, ReadOnlySpan<int> ends)
    {
        var concurrency = Concurrency(close.Length, events, ends);
        var prefix = new double[close.Length + 1];
        for (var i = 0; i < close.Length; i++)
        {
            prefix[i + 1] = prefix[i] + (i > 0 && concurrency[i] > 0 ? Math.Log(close[i] / close[i - 1]) / concurrency[i] : 0);
        }

        var weights = new double[events.Length];
        var total = 0.0;
        for (var i = 0; i < events.Length; i++)
        {
            weights[i] = Math.Abs(prefix[ends[i] + 1] - prefix[events[i]]);
            total += weights[i];
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = total > 0 ? weights[i] * weights.Length / total : 1;
        }

        return weights;
    }

    /// <summary>
    /// Time decay, linear in cumulated uniqueness: the newest label weighs 1, and the line would reach <paramref name="oldest"/> just before
    /// the first label. A negative value cuts: the oldest share -<paramref name="oldest"/> of the uniqueness weighs 0.
    /// </summary>
    /// <param name="uniqueness">Average uniqueness of the labels, oldest first.</param>
    /// <param name="oldest">In (-1, 1]; 1 means no decay.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="oldest"/> is outside (-1, 1].</exception>
    public static double[] TimeDecay(ReadOnlySpan<double> uniqueness, double oldest)
    {
        if (!(oldest is > -1 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(oldest), oldest, $"{nameof(oldest)} must be in (-1, 1].");
        }

        var weights = new double[uniqueness.Length];
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            total += uniqueness[i];
            weights[i] = total;
        }

        var slope = oldest >= 0 ? (1 - oldest) / total : 1 / ((oldest + 1) * total);
        var constant = 1 - (slope * total);
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = Math.Max(0, constant + (slope * weights[i]));
        }

        return weights;
    }

    // A row t lives over bars [t + 1, labelEnd[t]); rows whose touch is negative have no label.
    internal static double[] RowUniqueness(int[] touchIndex, int[] labelEnd)
    {
        var count = touchIndex.Length;
        var uniqueness = GC.AllocateUninitializedArray<double>(count);
        var scratch = ArrayPool<double>.Shared.Rent(count + 1);
        try
        {
            var prefix = scratch.AsSpan(0, count + 1);
            prefix.Clear();
            for (var t = 0; t < count; t++)
            {
                if (touchIndex[t] >= 0)
                {
                    prefix[t + 1]++;
                    if (labelEnd[t] < count)
                    {
                        prefix[labelEnd[t]]--;
                    }
                }
            }

            // In place: births and deaths become the number alive, then the running sum of its inverse over bars up to and including i.
            var alive = 0.0;
            var sum = 0.0;
            for (var i = 0; i < count; i++)
            {
                alive += prefix[i];
                sum += alive > 0 ? 1 / alive : 0;
                prefix[i] = sum;
            }

            for (var t = 0; t < count; t++)
            {
                uniqueness[t] = touchIndex[t] < 0 ? double.NaN : (prefix[labelEnd[t] - 1] - prefix[t]) / (labelEnd[t] - 1 - t);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }

        return uniqueness;
    }

    private static void Check(int barCount, ReadOnlySpan<int> events, ReadOnlySpan<int> ends)
    {
        if (events.Length != ends.Length)
        {
            throw new ArgumentException($"There are {events.Length} events and {ends.Length} ends; they must agree.", nameof(ends));
        }

        for (var i = 0; i < events.Length; i++)
        {
            if (events[i] < 0 || ends[i] < events[i] || ends[i] >= barCount)
            {
                throw new ArgumentException($"Label {i} spans bars {events[i]} to {ends[i]}; it must lie within the {barCount} bars.", nameof(events));
            }
        }
    }
}
