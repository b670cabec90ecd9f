using NodaTime;

namespace Ratchet.Market.Feeds;

/// <summary>Turns the times that a zone's clocks show into UTC, in the order of a file: a time that was shown twice is the one that keeps the order.</summary>
internal sealed class LocalClock(string name)
{
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(name)
        ?? throw new MarketDataException($"TimeZone '{name}' is no IANA time zone. Write one such as America/New_York, Europe/Berlin or UTC.");

    private long previous = long.MinValue;
    private bool descends;

    public string Zone => zone.Id;

    /// <summary>Notes a time of the file, milliseconds since 1970-01-01 UTC.</summary>
    public void Follow(long time)
    {
        descends = previous != long.MinValue && (time < previous || (time == previous && descends));
        previous = time;
    }

    /// <summary>
    /// Milliseconds since 1970-01-01 UTC; false where the clocks skipped the time. Where two rows never share a time, the same local time again is
    /// the second showing.
    /// </summary>
    public bool TryResolve(DateTime local, bool mayRepeat, out long time)
    {
        time = 0;
        var mapping = zone.MapLocal(LocalDateTime.FromDateTime(local));
        if (mapping.Count == 0)
        {
            return false;
        }

        var first = mapping.First().ToInstant().ToUnixTimeMilliseconds();
        var last = mapping.Last().ToInstant().ToUnixTimeMilliseconds();
        time = descends ? (last < previous ? last : first) : first > previous || (mayRepeat && first == previous) ? first : last;
        return true;
    }
}
