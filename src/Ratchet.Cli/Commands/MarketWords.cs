using Ratchet.Hosting.Configuration;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Commands;

/// <summary>Reads what people write for symbols, time frames, calendars and repairs.</summary>
internal static class MarketWords
{
    public static IReadOnlyList<string> Calendars { get; } = ["24/7", "cme", "us-equity"];

    public static IReadOnlyList<string> Repairs { get; } = ["sort", "dedupe-keep-last", "missing-volume-zero", "fill-flat"];

    public static IReadOnlyList<string> LeanMarkets { get; } = ["crypto", "future", "equity"];

    public static LeanMarket? ReadLeanMarket(string? text) => text?.ToLowerInvariant() switch
    {
        null => null,
        "crypto" => LeanMarket.Crypto,
        "future" => LeanMarket.Future,
        "equity" => LeanMarket.Equity,
        _ => throw new UsageException($"--lean-market '{text}' is not known; choose one of {string.Join(", ", LeanMarkets)}."),
    };

    public static Symbol ReadSymbol(string text, string option) =>
        Symbol.TryParse(text, out var symbol) ? symbol : throw new UsageException($"{option} '{text}' is no symbol; write BTC/USDT, BTCUSDT or ES.");

    public static TimeFrame ReadTimeFrame(string text, string option) =>
        TimeFrame.TryParse(text, out var frame) ? frame : throw new UsageException($"{option} '{text}' is no time frame; write 1m, 15m, 1h, 4h or 1d.");

    public static TradingCalendar ReadCalendar(string text) => text.ToLowerInvariant() switch
    {
        "cme" => TradingCalendar.CmeGlobex,
        "us-equity" => TradingCalendar.UsEquityExtended,
        _ => TradingCalendar.TryParse(text, out var calendar)
            ? calendar
            : throw new UsageException($"--calendar '{text}' is not known; choose one of {string.Join(", ", Calendars)}."),
    };

    public static RepairOptions ReadRepairs(IEnumerable<string> words)
    {
        var repairs = new RepairOptions();
        foreach (var word in words.SelectMany(w => w.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
        {
            repairs = word switch
            {
                "sort" => repairs with { SortByTime = true },
                "dedupe-keep-last" => repairs with { KeepLastDuplicate = true },
                "missing-volume-zero" => repairs with { MissingVolumeIsZero = true },
                "fill-flat" => repairs with { FillFlat = true },
                _ => throw new UsageException(
                    $"--repair '{word}' is not known, did you mean '{NearestName.Of(word, Repairs)}'? There are {string.Join(", ", Repairs)}."),
            };
        }

        return repairs;
    }
}
