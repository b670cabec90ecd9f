namespace Ratchet.Reporting.Charts;

/// <summary>Ticks of a time axis at whole minutes, hours, days, months or years of UTC.</summary>
public static class TimeTicks
{
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    private static readonly long[] FixedSteps =
    [
        Minute, 5 * Minute, 15 * Minute, 30 * Minute, Hour, 3 * Hour, 6 * Hour, 12 * Hour, Day, 2 * Day, 7 * Day, 14 * Day,
    ];

    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

    /// <summary>Ticks inside a range; the range itself is kept.</summary>
    /// <param name="low">Start, milliseconds since 1970-01-01 UTC.</param>
    /// <param name="high">End, at or after the start.</param>
    /// <param name="target">At most about how many ticks are wanted, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bound is outside the years 1 to 9999, they are reversed, or the target is below 1.</exception>
    public static TickSet Of(double low, double high, int target)
    {
        Check(low, nameof(low));
        Check(high, nameof(high));
        ArgumentOutOfRangeException.ThrowIfLessThan(high, low);
        ArgumentOutOfRangeException.ThrowIfLessThan(target, 1);
        if (high - low < Minute)
        {
            high = low + Minute;
        }

        foreach (var step in FixedSteps)
        {
            if ((high - low) / step <= target)
            {
                return Fixed(low, high, step);
            }
        }

        foreach (var months in MonthSteps)
        {
            if ((high - low) / (months * 30.4 * Day) <= target)
            {
                return Months(low, high, months);
            }
        }

        return Months(low, high, 1200);
    }

    private static TickSet Fixed(double low, double high, long step)
    {
        var values = new List<double>();
        var labels = new List<string>();

        // Weeks start on Monday: the epoch was a Thursday.
        var origin = step >= 7 * Day ? 4 * Day : 0;
        var pattern = step < Hour ? "HH:mm" : step < Day ? "d MMM HH:mm" : "d MMM";
        for (var value = (Math.Ceiling((low - origin) / step) * step) + origin; value <= high; value += step)
        {
            values.Add(value);
            labels.Add(At(value).ToString(pattern));
        }

        return new TickSet(low, high, values, labels);
    }

    private static TickSet Months(double low, double high, int step)
    {
        var values = new List<double>();
        var labels = new List<string>();
        var start = At(low);
        var index = (start.Year * 12) + start.Month - 1;
        index = (index + step - 1) / step * step;
        for (; index < 9999 * 12; index += step)
        {
            var date = new DateTime(Math.Max(1, index / 12), (index % 12) + 1, 1, 0, 0, 0, DateTimeKind.Utc);
            var value = (date - DateTime.UnixEpoch).TotalMilliseconds;
            if (value > high)
            {
                break;
            }

            if (value >= low)
            {
                values.Add(value);
                labels.Add(date.ToString(step < 12 ? "MMM yyyy" : "yyyy"));
            }
        }

        return new TickSet(low, high, values, labels);
    }

    private static DateTime At(double milliseconds) => DateTime.UnixEpoch.AddMilliseconds(milliseconds);

    private static void Check(double value, string name)
    {
        if (!(value >= -62_135_596_800_000.0 && value <= 253_402_214_400_000.0))
        {
            throw new ArgumentOutOfRangeException(name, value, "A time must be within the years 1 to 9999.");
        }
    }
}
