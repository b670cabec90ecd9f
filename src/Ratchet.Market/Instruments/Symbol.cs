using System.Diagnostics.CodeAnalysis;

namespace Ratchet.Market.Instruments;

/// <summary>
/// The name of what is traded, in one spelling: upper case, base and quote parted by a slash where both are known (<c>BTC/USDT</c>),
/// else one word (<c>ES</c>). A suffix after a dash names a contract (<c>BTC/USDT-PERP</c>).
/// </summary>
public readonly record struct Symbol
{
    private static readonly string[] Quotes = ["USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USD", "EUR", "GBP", "TRY", "BTC", "ETH", "BNB"];

    private Symbol(string name) => Name = name;

    /// <summary>The name in its one spelling.</summary>
    public string Name { get => field ?? string.Empty; }

    /// <summary>The name as a folder's name: the slash becomes an underscore.</summary>
    public string FolderName => Name.Replace('/', '_');

    /// <summary>Reads <c>BTC/USDT</c>, <c>btc-usdt</c>, <c>BTC_USDT</c>, <c>BTCUSDT</c> (a known quote asset at the end) or <c>ES</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is empty or has other characters than letters, digits and one separator.</exception>
    public static Symbol Parse(string text) =>
        TryParse(text, out var symbol)
            ? symbol
            : throw new FormatException($"'{text}' is no symbol; write letters and digits, such as BTC/USDT, BTCUSDT or ES.");

    /// <summary>Reads a symbol, or says that the text is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="symbol">The symbol, when true is returned.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Symbol symbol)
    {
        symbol = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
        {
            return false;
        }

        var upper = text.Trim().ToUpperInvariant();
        var suffix = string.Empty;
        if (upper.EndsWith("-PERP", StringComparison.Ordinal))
        {
            suffix = "-PERP";
            upper = upper[..^suffix.Length];
        }

        var parts = upper.Split('/', '-', '_');
        if (parts.Length > 2 || parts.Any(p => p.Length == 0 || !p.All(char.IsAsciiLetterOrDigit)))
        {
            return false;
        }

        symbol = new((parts.Length == 2 ? $"{parts[0]}/{parts[1]}" : Part(upper)) + suffix);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    private static string Part(string word)
    {
        foreach (var quote in Quotes)
        {
            if (word.Length > quote.Length + 1 && word.EndsWith(quote, StringComparison.Ordinal))
            {
                return $"{word[..^quote.Length]}/{quote}";
            }
        }

        return word;
    }
}
