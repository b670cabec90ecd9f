using System.Globalization;
using System.Text.RegularExpressions;

namespace Ratchet.Market.Feeds.Formats;

/// <summary>The name of a file in a LEAN zip: <c>20131008_es_minute_trade_201312.csv</c>, or for ticks also <c>20131007_spy_Trade_Tick.csv</c>.</summary>
internal sealed partial record LeanEntry(string Name, DateOnly Date, string Symbol, string Resolution, string Kind, string? Contract)
{
    public static LeanEntry? Parse(string name)
    {
        var match = Form().Match(name);
        if (!match.Success || !DateOnly.TryParseExact(match.Groups["date"].Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) || date.Year is < 1970 or > 2200)
        {
            return null;
        }

        var contract = match.Groups["contract"];
        return new(
            name,
            date,
            match.Groups["symbol"].Value.ToUpperInvariant(),
            match.Groups["resolution"].Value.ToUpperInvariant(),
            match.Groups["kind"].Value.ToUpperInvariant(),
            contract.Success ? contract.Value : null);
    }

    [GeneratedRegex(
        @"^(?<date>\d{8})_(?<symbol>[a-z0-9]+)_(?:(?<resolution>minute|second|tick)_(?<kind>trade|quote|openinterest)(?:_(?<contract>\d{6,8}))?|(?<kind>trade|quote)_(?<resolution>tick))\.csv$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
