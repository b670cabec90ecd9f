using NodaTime;
using Ratchet.Market.Time;

namespace Ratchet.Market.Instruments;

/// <summary>A market with at most one session for each trade date, in local time of a zone.</summary>
/// <param name="name">The calendar's name.</param>
/// <param name="zone">The zone's name in the IANA database.</param>
/// <param name="sessionOf">The session of a trade date, or null where the market stays closed.</param>
internal sealed class SessionCalendar(string name, string zone, Func<LocalDate, LocalSession?> sessionOf) : TradingCalendar(name)
{
    private static readonly Instant First = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(2200, 1, 1, 0, 0);

    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[zone];

    public override IEnumerable<TimeRange> Sessions(TimeRange within)
    {
        if (within.IsEmpty || within.To <= First.ToUnixTimeMilliseconds() || within.From >= Last.ToUnixTimeMilliseconds())
        {
            yield break;
        }

        var from = Instant.FromUnixTimeMilliseconds(Math.Max(within.From, First.ToUnixTimeMilliseconds()));
        var to = Instant.FromUnixTimeMilliseconds(Math.Min(within.To, Last.ToUnixTimeMilliseconds()));
        var end = to.InZone(zone).Date.PlusDays(1);
        for (var date = from.InZone(zone).Date.PlusDays(-1); date <= end; date = date.PlusDays(1))
        {
            if (sessionOf(date) is { } session)
            {
                var range = new TimeRange(InstantOf(session.Open), InstantOf(session.Close)).Intersect(within);
                if (!range.IsEmpty)
                {
                    yield return range;
                }
            }
        }
    }

    private long InstantOf(LocalDateTime local) => zone.AtLeniently(local).ToInstant().ToUnixTimeMilliseconds();
}
