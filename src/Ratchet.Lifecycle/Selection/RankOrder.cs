namespace Ratchet.Lifecycle.Selection;

/// <summary>Places in the order of their numbers.</summary>
internal static class RankOrder
{
    /// <summary>From the largest to the smallest; of equals the first place comes first, NaN comes last.</summary>
    public static int[] Falling(ReadOnlySpan<double> numbers)
    {
        var keys = numbers.ToArray();
        var places = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(places, (a, b) => keys[b].CompareTo(keys[a]) is var order and not 0 ? order : a.CompareTo(b));
        return places;
    }
}
