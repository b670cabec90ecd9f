using System.Text;

namespace Ratchet.Reporting.Charts;

/// <summary>
/// An estimate of how wide a text is drawn in a common sans serif face. The page that shows the picture picks the face,
/// so the estimate errs on the wide side.
/// </summary>
internal static class TextWidth
{
    public const double FontSize = 12;

    public static double Of(string text, double fontSize = FontSize)
    {
        var em = 0.0;
        foreach (var rune in text.EnumerateRunes())
        {
            em += Em(rune);
        }

        return em * fontSize;
    }

    /// <summary>The text, or its beginning with an ellipsis where it is wider than allowed.</summary>
    public static string Fit(string text, double width, double fontSize = FontSize)
    {
        if (Of(text, fontSize) <= width)
        {
            return text;
        }

        var result = new StringBuilder();
        var used = Of("…", fontSize);
        foreach (var rune in text.EnumerateRunes())
        {
            used += Em(rune) * fontSize;
            if (used > width)
            {
                break;
            }

            result.Append(rune.ToString());
        }

        return result.Append('…').ToString();
    }

    private static double Em(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.31,
        ' ' or 't' or 'f' or 'r' or '(' or ')' or '[' or ']' or '/' or '-' => 0.38,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '…' => 0.9,
        >= 'A' and <= 'Z' => 0.69,
        >= 0x2E80 => 1.0,
        _ => 0.6,
    };
}
