namespace Ratchet.Learning.Binning;

/// <summary>
/// Chooses the thresholds of one feature. With no more distinct values than bins every value has its own bin, split at midpoints;
/// else bins hold about equally many rows, and a value that would fill a bin alone ends one
/// (greedy, after LightGBM; Ke et al., 2017); a few rows just below it may share it.
/// </summary>
internal static class QuantileEdges
{
    /// <summary>The thresholds, strictly ascending.</summary>
    /// <param name="sorted">The values in ascending order, without NaN and negative zero.</param>
    /// <param name="maxBins">The most bins.</param>
    public static float[] Choose(ReadOnlySpan<float> sorted, int maxBins)
    {
        if (sorted.IsEmpty)
        {
            return [];
        }

        var distinct = CountDistinct(sorted, maxBins + 1);
        var edges = new float[Math.Min(distinct, maxBins) - 1];
        if (distinct <= maxBins)
        {
            FillMidpoints(sorted, edges);
            return edges;
        }

        var used = FillGreedy(sorted, maxBins, edges);
        return used == edges.Length ? edges : edges[..used];
    }

    private static int CountDistinct(ReadOnlySpan<float> sorted, int enough)
    {
        var distinct = 1;
        for (var i = 1; i < sorted.Length && distinct < enough; i++)
        {
            distinct += sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        return distinct;
    }

    private static void FillMidpoints(ReadOnlySpan<float> sorted, Span<float> edges)
    {
        var used = 0;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] != sorted[i - 1])
            {
                edges[used++] = Between(sorted[i - 1], sorted[i]);
            }
        }
    }

    private static int FillGreedy(ReadOnlySpan<float> sorted, int maxBins, Span<float> edges)
    {
        var heavy = (double)sorted.Length / maxBins;
        var lightRows = sorted.Length;
        var lightBins = maxBins;
        for (var start = 0; start < sorted.Length;)
        {
            var end = EndOfRun(sorted, start);
            if (end - start >= heavy)
            {
                lightRows -= end - start;
                lightBins--;
            }

            start = end;
        }

        var share = lightBins > 0 ? (double)lightRows / lightBins : double.PositiveInfinity;
        var used = 0;
        var filled = 0;
        for (var start = 0; used < edges.Length;)
        {
            var end = EndOfRun(sorted, start);
            if (end == sorted.Length)
            {
                break;
            }

            var isHeavy = end - start >= heavy;
            var nextIsHeavy = EndOfRun(sorted, end) - end >= heavy;
            filled += end - start;
            lightRows -= isHeavy ? 0 : end - start;
            if (isHeavy || filled >= share || (nextIsHeavy && filled >= Math.Max(1, share / 2)))
            {
                edges[used++] = Between(sorted[end - 1], sorted[end]);
                filled = 0;
                if (!isHeavy && --lightBins > 0)
                {
                    share = (double)lightRows / lightBins;
                }
            }

            start = end;
        }

        return used;
    }

    private static int EndOfRun(ReadOnlySpan<float> sorted, int start)
    {
        var end = start + 1;
        while (end < sorted.Length && sorted[end] == sorted[start])
        {
            end++;
        }

        return end;
    }

    // Above the lower value and not above the upper one, whatever the rounding does.
    private static float Between(float lower, float upper)
    {
        var middle = (float)(((double)lower + upper) / 2);
        return middle > lower ? middle : upper;
    }
}
