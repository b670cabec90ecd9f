using System.Text;

namespace Ratchet.Reporting.Charts;

/// <summary>Coordinates with at most one decimal, never in exponent form and never negative zero.</summary>
internal static class SvgNumber
{
    public static void Append(StringBuilder text, double value)
    {
        if (!(Math.Abs(value) < 1e9))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "A coordinate must be finite and below 1e9.");
        }

        var tenths = (long)Math.Round(value * 10, MidpointRounding.AwayFromZero);
        if (tenths < 0)
        {
            text.Append('-');
            tenths = -tenths;
        }

        text.Append(tenths / 10);
        if (tenths % 10 != 0)
        {
            text.Append('.').Append((char)('0' + (tenths % 10)));
        }
    }
}
