namespace Ratchet.Market.Feeds;

/// <summary>
/// ISO 8601 dates and times in bytes: <c>2024-01-31</c>, then a T or a space, <c>13:05</c>, <c>13:05:00</c> or <c>13:05:00.123</c>, then nothing,
/// <c>Z</c>, <c> UTC</c>, <c>+02</c>, <c>+0200</c> or <c>+02:00</c>.
/// </summary>
internal static class IsoTime
{
    /// <summary>Reads the local time, the nanoseconds that its ticks of 100 cannot hold, and the offset from UTC in minutes, null where none is written.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime local, out int nanoseconds, out int? offset)
    {
        local = default;
        nanoseconds = 0;
        offset = null;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-'
            || !Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        local = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        var rest = text[10..];
        if (rest.Length == 0)
        {
            return true;
        }

        if (rest.Length < 6 || rest[0] is not ((byte)'T' or (byte)' ') || rest[3] != ':'
            || !Digits(rest[1..3], out var hour) || !Digits(rest[4..6], out var minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        local = local.AddMinutes((hour * 60) + minute);
        rest = rest[6..];
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!Digits(rest[1..3], out var second) || second > 59)
            {
                return false;
            }

            local = local.AddSeconds(second);
            rest = rest[3..];
            if (rest.Length > 1 && rest[0] == '.' && !TryFraction(ref rest, ref local, out nanoseconds))
            {
                return false;
            }
        }

        return TryOffset(rest, out offset);
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, ref DateTime local, out int nanoseconds)
    {
        var length = 1;
        long billionths = 0;
        var unit = 100_000_000;
        for (; length < rest.Length && rest[length] is >= (byte)'0' and <= (byte)'9'; length++)
        {
            billionths += (rest[length] - '0') * unit;
            unit /= 10;
        }

        local = local.AddTicks(billionths / 100);
        nanoseconds = (int)(billionths % 100);
        rest = rest[length..];
        return length > 1;
    }

    private static bool TryOffset(ReadOnlySpan<byte> rest, out int? offset)
    {
        offset = null;
        if (rest.Length == 0)
        {
            return true;
        }

        if (rest.SequenceEqual("Z"u8) || rest.SequenceEqual(" UTC"u8))
        {
            offset = 0;
            return true;
        }

        if (rest[0] is not ((byte)'+' or (byte)'-') || rest.Length is not (3 or 5 or 6) || !Digits(rest[1..3], out var hours))
        {
            return false;
        }

        var minutes = 0;
        if (rest.Length > 3 && (!Digits(rest[^2..], out minutes) || (rest.Length == 6 && rest[3] != ':')))
        {
            return false;
        }

        offset = ((hours * 60) + minutes) * (rest[0] == '-' ? -1 : 1);
        return hours <= 18 && minutes <= 59;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (var letter in text)
        {
            if (letter is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + letter - '0';
        }

        return true;
    }
}
