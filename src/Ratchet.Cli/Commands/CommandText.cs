using System.CommandLine;

namespace Ratchet.Cli.Commands;

/// <summary>A command line as a person would type it again.</summary>
internal static class CommandText
{
    /// <summary>Every word but those of options that say only where and how the result is written.</summary>
    public static string Of(ParseResult parsed, params Option[] without)
    {
        var words = new List<string> { "ratchet" };
        var skip = 0;
        foreach (var word in parsed.Tokens.Select(t => t.Value))
        {
            if (skip > 0)
            {
                skip--;
                continue;
            }

            if (without.FirstOrDefault(o => o.Name == word || o.Aliases.Contains(word)) is { } option)
            {
                skip = option.ValueType == typeof(bool) ? 0 : 1;
                continue;
            }

            words.Add(word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ',' or '=' or ':' or '\\') ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'");
        }

        return string.Join(' ', words);
    }
}
