using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Features.Levels;

/// <summary>The days of a market. Immutable; safe for several threads.</summary>
public sealed class MarketDays
{
    private const long Hour = 3_600_000;

    private readonly bool isUtc;

    private MarketDays(bool isUtc) => this.isUtc = isUtc;

    /// <summary>
    /// United States index markets, New York time through daylight saving: pre-market 04:00 to 09:30, regular session 09:30 to 16:00 (13:00 on shortened
    /// days), holidays of the New York Stock Exchange left out.
    /// </summary>
    public static MarketDays UnitedStates { get; } = new(isUtc: false);

    /// <summary>Days of a market that never closes: midnight to midnight UTC, without a pre-market.</summary>
    public static MarketDays Utc { get; } = new(isUtc: true);

    /// <summary>The first day whose regular session ends after a moment.</summary>
    /// <param name="time">Milliseconds UTC, years 1900 to 2199.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar knows no session after the moment.</exception>
    public MarketDay From(long time)
    {
        if (isUtc)
        {
            var midnight = UtcTime.Align(time, TimeFrame.Day1);
            return new(new(midnight, midnight), new(midnight, midnight + UtcTime.MillisecondsPerDay));
        }

        // From a day before, so that no session that is still open is cut; the longest closure is far shorter than 20 days.
        foreach (var session in TradingCalendar.UsEquityExtended.Sessions(new(time - UtcTime.MillisecondsPerDay, time + (20 * UtcTime.MillisecondsPerDay))))
        {
            // The extended session begins at 04:00 and ends four hours after the close; clocks change on Sundays only.
            var open = session.From + (11 * Hour / 2);
            var close = session.To - (4 * Hour);
            if (close > time)
            {
                return new(new(session.From, open), new(open, close));
            }
        }

        throw new ArgumentOutOfRangeException(
            nameof(time), time, "The calendar knows no session after this moment; times must be milliseconds UTC of the years 1900 to 2199.");
    }
}
