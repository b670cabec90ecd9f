using System.Globalization;
using System.Text.RegularExpressions;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>The name of a LOBSTER file: <c>AAPL_2012-06-21_34200000_57600000_message_10.csv</c>; the files hold neither date nor symbol.</summary>
internal sealed partial record LobsterName(string Symbol, DateOnly Date, bool IsBook, string Partner)
{
    public static LobsterName? Parse(string path)
    {
        var match = Form().Match(Path.GetFileName(path));
        if (!match.Success || !DateOnly.TryParseExact(match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 1970 or > 2200)
        {
            return null;
        }

        var isBook = match.Groups["kind"].Value == "orderbook";
        var kind = match.Groups["kind"];
        var name = match.Value;
        var partner = string.Concat(name.AsSpan(0, kind.Index), isBook ? "message" : "orderbook", name.AsSpan(kind.Index + kind.Length));
        var symbol = match.Groups["symbol"].Value;
        return new(symbol[(symbol.LastIndexOf('_') + 1)..], date, isBook, Path.Combine(Path.GetDirectoryName(path) ?? string.Empty, partner));
    }

    [GeneratedRegex(@"^(?<symbol>.+)_(?<date>\d{4}-\d{2}-\d{2})_\d+_\d+_(?<kind>message|orderbook)_\d+\.csv(\.gz|\.zip)?$")]
    private static partial Regex Form();
}
