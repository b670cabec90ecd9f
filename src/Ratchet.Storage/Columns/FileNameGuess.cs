using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Storage.Columns;

/// <summary>
/// What a file's name says of its content. The name is cut at underscores, dashes, dots and spaces. The time frame is the first part that reads as one;
/// the symbol is the first part that ends in a known quote asset, else the part before the time frame. A pair becomes a perpetual contract
/// where a part ends in <c>perp</c> or <c>fut</c> or is <c>futures</c>.
/// </summary>
internal static class FileNameGuess
{
    public static TimeFrame? TimeFrameOf(string path) => Parts(path).Select(ParseFrame).FirstOrDefault(f => f is not null);

    public static Symbol? SymbolOf(string path)
    {
        var parts = Parts(path);
        foreach (var part in parts)
        {
            if (Symbol.TryParse(part, out var symbol) && symbol.Name.Contains('/', StringComparison.Ordinal))
            {
                return parts.Any(IsPerpetual) ? Symbol.Parse(symbol.Name + "-PERP") : symbol;
            }
        }

        var frame = Array.FindIndex(parts, p => ParseFrame(p) is not null);
        return frame > 0 && char.IsAsciiLetter(parts[frame - 1][0]) && Symbol.TryParse(parts[frame - 1], out var plain) ? plain : null;
    }

    private static string[] Parts(string path) =>
        Path.GetFileName(path).Split(['_', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static TimeFrame? ParseFrame(string part)
    {
        var text = part.EndsWith("min", StringComparison.OrdinalIgnoreCase) ? part[..^2] : part;
        return TimeFrame.TryParse(text, out var frame) ? frame : null;
    }

    private static bool IsPerpetual(string part) =>
        part.EndsWith("perp", StringComparison.OrdinalIgnoreCase) || part.EndsWith("fut", StringComparison.OrdinalIgnoreCase)
        || part.Equals("futures", StringComparison.OrdinalIgnoreCase);
}
