using System.Text;

namespace Ratchet.Reporting.Charts;

/// <summary>Text made safe for element content and for quoted attributes, in XML and in HTML.</summary>
public static class XmlText
{
    /// <summary>
    /// Replaces <c>&amp; &lt; &gt; " '</c> by references; characters that XML 1.0 does not allow (control characters,
    /// halves of surrogate pairs) become U+FFFD.
    /// </summary>
    /// <param name="text">The text; null counts as empty.</param>
    public static string Escape(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var result = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '&':
                    result.Append("&amp;");
                    break;
                case '<':
                    result.Append("&lt;");
                    break;
                case '>':
                    result.Append("&gt;");
                    break;
                case '"':
                    result.Append("&quot;");
                    break;
                case '\'':
                    result.Append("&#39;");
                    break;
                case '\t' or '\n' or '\r':
                    result.Append(c);
                    break;
                case < ' ' or '\uFFFE' or '\uFFFF':
                    result.Append('\uFFFD');
                    break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    {
                        result.Append(c).Append(text[++i]);
                    }
                    else
                    {
                        result.Append(char.IsSurrogate(c) ? '\uFFFD' : c);
                    }

                    break;
            }
        }

        return result.ToString();
    }
}
