using NodaTime;

namespace Ratchet.Market.Instruments;

/// <summary>Sessions of United States equities with pre-market and after hours, New York time.</summary>
internal static class UsEquitySessions
{
    public static LocalSession? Of(LocalDate date)
    {
        if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || UnitedStatesHolidays.Of(date) != UnitedStatesHoliday.None)
        {
            return null;
        }

        var close = UnitedStatesHolidays.IsShortened(date) ? new LocalTime(17, 0) : new LocalTime(20, 0);
        return new LocalSession(date.At(new LocalTime(4, 0)), date.At(close));
    }
}
