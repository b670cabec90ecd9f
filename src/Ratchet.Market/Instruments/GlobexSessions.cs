using NodaTime;

namespace Ratchet.Market.Instruments;

/// <summary>Sessions of CME Globex equity index futures by trade date, Chicago time.</summary>
internal static class GlobexSessions
{
    public static LocalSession? Of(LocalDate date)
    {
        if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            return null;
        }

        var open = date.PlusDays(-1).At(new LocalTime(17, 0));
        return CloseOf(date) is { } close ? new LocalSession(open, date.At(close)) : null;
    }

    private static LocalTime? CloseOf(LocalDate date) => UnitedStatesHolidays.Of(date) switch
    {
        UnitedStatesHoliday.NewYear or UnitedStatesHoliday.Christmas => null,
        UnitedStatesHoliday.GoodFriday => IsPayrollsFriday(date) ? new LocalTime(8, 15) : null,
        UnitedStatesHoliday.Mourning => new LocalTime(8, 30),
        UnitedStatesHoliday.None => UnitedStatesHolidays.IsShortened(date) ? new LocalTime(12, 15) : new LocalTime(16, 0),
        _ => new LocalTime(12, 0),
    };

    /// <summary>Good Fridays on which the employment report was published and the futures traded until 08:15: a first Friday of April.</summary>
    private static bool IsPayrollsFriday(LocalDate goodFriday) => goodFriday.Year >= 2010 && goodFriday.Month == 4 && goodFriday.Day <= 7;
}
