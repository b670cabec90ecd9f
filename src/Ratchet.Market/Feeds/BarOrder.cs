namespace Ratchet.Market.Feeds;

/// <summary>Which way the times of a file run, seen chunk by chunk.</summary>
internal sealed class BarOrder
{
    private long previous = long.MinValue;
    private bool anyAscent;
    private bool anyDescent;

    /// <summary>Whether times never rise and fall at least once.</summary>
    public bool IsDescending => anyDescent && !anyAscent;

    public void Follow(ReadOnlySpan<long> times)
    {
        if (times.IsEmpty)
        {
            return;
        }

        var last = previous == long.MinValue ? times[0] : previous;
        var ascent = false;
        var descent = false;
        foreach (var time in times)
        {
            ascent |= time > last;
            descent |= time < last;
            last = time;
        }

        previous = last;
        anyAscent |= ascent;
        anyDescent |= descent;
    }
}
