using Ratchet.Market.Instruments;

namespace Ratchet.Cli.Commands;

/// <summary>CSV files of bars as they are named on a command line.</summary>
internal static class BarPaths
{
    /// <summary>The files that are named, those of folders in the order of their names.</summary>
    public static IReadOnlyList<string> Files(IReadOnlyList<string> paths)
    {
        var files = new List<string>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add(path);
                continue;
            }

            files.AddRange(Directory.GetFiles(path)
                .Where(f => f.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || f.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal));
        }

        return files.Count > 0 ? files : throw new UsageException($"There is no CSV file in {string.Join(", ", paths)}.");
    }

    /// <summary>What the name of a file such as binance_BTCUSDT_1h.csv.gz is about; empty where it says nothing.</summary>
    public static string SymbolOf(string file)
    {
        var words = Path.GetFileName(file).Split('.')[0].Split('_', '-', ' ');
        foreach (var word in words)
        {
            if (Symbol.TryParse(word, out var symbol) && symbol.Name.Contains('/', StringComparison.Ordinal))
            {
                return symbol.Name;
            }
        }

        return Symbol.TryParse(words[0], out var first) ? first.Name : string.Empty;
    }
}
