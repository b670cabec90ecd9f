using System.Globalization;
using System.Text;
using Ratchet.Market.Ticks;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>An option's symbol as the Options Clearing Corporation writes it: root, six digits of expiry, C or P, eight digits of strike in thousandths.</summary>
internal readonly record struct OccSymbol(string Root, DateOnly Expiry, OptionRight Right, double Strike)
{
    private const int Tail = 15;

    public static bool TryParse(ReadOnlySpan<byte> text, out OccSymbol symbol)
    {
        symbol = default;
        if (text.Length <= Tail)
        {
            return false;
        }

        var tail = Encoding.UTF8.GetString(text[^Tail..]);
        if (!DateOnly.TryParseExact(tail[..6], "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var expiry)
            || tail[6] is not ('C' or 'P')
            || !long.TryParse(tail[7..], NumberStyles.None, CultureInfo.InvariantCulture, out var strike))
        {
            return false;
        }

        symbol = new(Encoding.UTF8.GetString(text[..^Tail]).Trim(), expiry, tail[6] == 'C' ? OptionRight.Call : OptionRight.Put, strike / 1000.0);
        return true;
    }
}
