using System.Globalization;

namespace Ratchet.Market.Feeds;

/// <summary>
/// Decimal numbers in bytes. Up to 15 digits with up to 22 decimals are exact in one division, because both parts are exact doubles
/// (Clinger, 1990); all else goes the long way.
/// </summary>
internal static class NumberText
{
    internal static readonly double[] Powers =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads a finite number; false for any other text, an infinity or NaN.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        var i = 0;
        var isNegative = text.Length > 0 && text[0] == '-';
        if (isNegative)
        {
            i = 1;
        }

        long digits = 0;
        var count = 0;
        var decimals = 0;
        var seenPoint = false;
        var seenDigit = false;
        for (; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if ((uint)digit <= 9)
            {
                digits = (digits * 10) + digit;
                seenDigit = true;
                count += digits > 0 ? 1 : 0;
                decimals += seenPoint ? 1 : 0;
                if (count > 15)
                {
                    return TryParseSlowly(text, out value);
                }
            }
            else if (text[i] == '.' && !seenPoint)
            {
                seenPoint = true;
            }
            else
            {
                return TryParseSlowly(text, out value);
            }
        }

        if (!seenDigit || decimals > 22)
        {
            return TryParseSlowly(text, out value);
        }

        value = digits / Powers[decimals];
        value = isNegative ? -value : value;
        return true;
    }

    private static bool TryParseSlowly(ReadOnlySpan<byte> text, out double value) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
        && double.IsFinite(value);
}
