using System.Globalization;
using System.Text;

namespace Ratchet.Storage.Models;

/// <summary>
/// Names and attributes as XGBoost 1.7 reads them: it does not undo \u escapes, so that every sign but those that JSON forbids in a text stands as itself.
/// </summary>
/// <remarks>
/// The control signs other than tab, line feed and carriage return have no escape that 1.7 undoes: written as \u00XX they come back to this reader, and 1.7 takes the
/// six letters of the escape for the name. Half a pair of UTF-16 becomes U+FFFD.
/// </remarks>
internal static class XgboostText
{
    /// <summary>A text in quotes.</summary>
    public static string Quote(string text)
    {
        var result = new StringBuilder(text.Length + 2);
        Append(result, text);
        return result.ToString();
    }

    /// <summary>An object whose values are texts.</summary>
    public static string Object(IReadOnlyDictionary<string, string> texts)
    {
        var result = new StringBuilder("{");
        foreach (var (name, text) in texts)
        {
            result.Append(result.Length > 1 ? "," : string.Empty);
            Append(result, name);
            result.Append(':');
            Append(result, text);
        }

        return result.Append('}').ToString();
    }

    private static void Append(StringBuilder result, string text)
    {
        result.Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '"' => result.Append("\\\""),
                '\\' => result.Append(@"\\"),
                '\t' => result.Append(@"\t"),
                '\n' => result.Append(@"\n"),
                '\r' => result.Append(@"\r"),
                < ' ' => result.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:x4}"),
                _ => result.Append(CultureInfo.InvariantCulture, $"{rune}"),
            };
        }

        result.Append('"');
    }
}
