using NodaTime;

namespace Ratchet.Market.Instruments;

/// <summary>
/// Holidays of the New York Stock Exchange by rule (rule 7.2): a holiday on a Sunday is kept on Monday, one on a Saturday on Friday, but New Year's
/// Day on a Saturday is not kept. Easter by the anonymous Gregorian algorithm. National days of mourning are a table.
/// </summary>
internal static class UnitedStatesHolidays
{
    private static readonly LocalDate[] Mourning = [new(2018, 12, 5), new(2025, 1, 9)];

    public static UnitedStatesHoliday Of(LocalDate date)
    {
        if (date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)
        {
            return UnitedStatesHoliday.None;
        }

        var year = date.Year;
        if (date == KeptOn(new(year, 1, 1), saturdayIsKept: false))
        {
            return UnitedStatesHoliday.NewYear;
        }

        if (date == EasterSunday(year).PlusDays(-2))
        {
            return UnitedStatesHoliday.GoodFriday;
        }

        return date.Month switch
        {
            1 when year >= 1998 && IsNth(date, 3, IsoDayOfWeek.Monday) => UnitedStatesHoliday.MartinLutherKing,
            2 when IsNth(date, 3, IsoDayOfWeek.Monday) => UnitedStatesHoliday.Presidents,
            5 when date.DayOfWeek == IsoDayOfWeek.Monday && date.Day > 24 => UnitedStatesHoliday.Memorial,
            6 when year >= 2022 && date == KeptOn(new(year, 6, 19), saturdayIsKept: true) => UnitedStatesHoliday.Juneteenth,
            7 when date == KeptOn(new(year, 7, 4), saturdayIsKept: true) => UnitedStatesHoliday.Independence,
            9 when IsNth(date, 1, IsoDayOfWeek.Monday) => UnitedStatesHoliday.Labor,
            11 when IsNth(date, 4, IsoDayOfWeek.Thursday) => UnitedStatesHoliday.Thanksgiving,
            12 when date == KeptOn(new(year, 12, 25), saturdayIsKept: true) => UnitedStatesHoliday.Christmas,
            _ => Array.IndexOf(Mourning, date) >= 0 ? UnitedStatesHoliday.Mourning : UnitedStatesHoliday.None,
        };
    }

    /// <summary>Whether a trading day ends early: 3 July before a weekday holiday, the day after Thanksgiving, 24 December.</summary>
    public static bool IsShortened(LocalDate date) => Of(date) == UnitedStatesHoliday.None && date.Month switch
    {
        7 => date.Day == 3 && date.DayOfWeek is not (IsoDayOfWeek.Friday or IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday),
        11 => Of(date.PlusDays(-1)) == UnitedStatesHoliday.Thanksgiving,
        12 => date.Day == 24 && date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday),
        _ => false,
    };

    private static bool IsNth(LocalDate date, int nth, IsoDayOfWeek day) => date.DayOfWeek == day && (date.Day - 1) / 7 == nth - 1;

    private static LocalDate? KeptOn(LocalDate holiday, bool saturdayIsKept) => holiday.DayOfWeek switch
    {
        IsoDayOfWeek.Sunday => holiday.PlusDays(1),
        IsoDayOfWeek.Saturday => saturdayIsKept ? holiday.PlusDays(-1) : null,
        _ => holiday,
    };

    private static LocalDate EasterSunday(int year)
    {
        var golden = year % 19;
        var century = year / 100;
        var rest = year % 100;
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var shift = (golden + (11 * epact) + (22 * weekday)) / 451;
        var day = epact + weekday - (7 * shift) + 114;
        return new(year, day / 31, (day % 31) + 1);
    }
}
