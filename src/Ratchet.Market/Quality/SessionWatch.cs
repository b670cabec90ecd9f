using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Quality;

/// <summary>Whether the market is open at some moment of a bar, for bars in rising order.</summary>
internal sealed class SessionWatch(TradingCalendar calendar, TimeFrame timeFrame) : IDisposable
{
    private readonly long length = timeFrame.Milliseconds;
    private readonly bool isAlwaysOpen = ReferenceEquals(calendar, TradingCalendar.AroundTheClock);
    private IEnumerator<TimeRange>? sessions;
    private bool isOpen;

    public bool IsOutside(long time)
    {
        if (isAlwaysOpen)
        {
            return false;
        }

        if (sessions is null)
        {
            sessions = calendar.Sessions(new(time, UtcTime.Latest)).GetEnumerator();
            isOpen = sessions.MoveNext();
        }

        while (isOpen && sessions.Current.To <= time)
        {
            isOpen = sessions.MoveNext();
        }

        return !isOpen || sessions.Current.From >= time + length;
    }

    public void Dispose() => sessions?.Dispose();
}
