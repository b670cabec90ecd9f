using System.Text.Json.Nodes;
using Ratchet.Adaptation.Regimes;
using Ratchet.Lifecycle.Adaptation;
using Ratchet.Validation.Significance;

namespace Ratchet.Cli.Rendering;

/// <summary>A study of the adaptive layer as JSON.</summary>
internal static class AdaptiveJson
{
    public static JsonObject Of(ProfileStudyResult result) => new()
    {
        ["markets"] = new JsonArray([.. result.Scans.Select(Market)]),
        ["books"] = new JsonArray([.. result.Books.Select(JsonNode (b) => Book(result, b))]),
    };

    private static JsonNode Market(SymbolScan scan) => new JsonObject
    {
        ["symbol"] = scan.Bars.Symbol.Name,
        ["timeframe"] = scan.Bars.TimeFrame.ToString(),
        ["bars"] = scan.Bars.Count,
        ["signals"] = scan.Entries.Count,
        ["regimes"] = new JsonArray([.. Enumerable.Range(0, RegimeNames.Count).Select(r => (JsonNode)new JsonObject
        {
            ["regime"] = RegimeNames.All[r],
            ["bars"] = scan.Occupancy.Bars((MarketRegime)r),
            ["mean_dwell"] = JsonText.Number(scan.Occupancy.MeanDwell((MarketRegime)r)),
        })]),
        ["agreement"] = scan.Agreement is not { } agreement ? null : new JsonObject
        {
            ["bars"] = agreement.Bars,
            ["share"] = JsonText.Number(agreement.Share),
            ["by_chance"] = JsonText.Number(agreement.Chance),
            ["kappa"] = JsonText.Number(agreement.Kappa),
        },
    };

    private static JsonObject Book(ProfileStudyResult result, StudyBookResult book) => new JsonObject
    {
        ["name"] = book.Book.Name,
        ["months"] = book.Months,
        ["signals"] = book.Signals,
        ["traded"] = book.Playable,
        ["best_static"] = result.Options.Profiles[book.BestStatic].Name,
        ["median_cost_share"] = JsonText.Number(book.CostRule.MedianShare),
        ["left_by_cost_rule"] = book.CostRule.Left,
        ["same_signals"] = new JsonArray([.. book.Entries.Select(Entry)]),
        ["engine"] = new JsonArray([.. book.Engine.Select(Engine)]),
        ["silent_adviser_is_none"] = book.SilentIsNone,
    };

    private static JsonNode Entry(EntryRow row) => new JsonObject
    {
        ["choice"] = row.Name,
        ["pooled"] = row.Pooled,
        ["full_information"] = row.FullInformation,
        ["hindsight"] = row.Hindsight,
        ["mean_r"] = Interval(row.Mean),
        ["gain_r"] = Interval(row.Gain),
        ["regret_static_per_hundred"] = JsonText.Number(row.StaticRegret),
        ["regret_oracle_per_hundred"] = JsonText.Number(row.OracleRegret),
        ["explored"] = JsonText.Number(row.Explored),
    };

    private static JsonNode Engine(EngineRow row) => new JsonObject
    {
        ["run"] = row.Name,
        ["without_advisor"] = row.Without,
        ["hindsight"] = row.Hindsight,
        ["trades"] = row.Trades,
        ["mean_r"] = Interval(row.Mean),
        ["total_r"] = JsonText.Number(row.TotalR),
        ["net_return"] = JsonText.Number(row.NetReturn),
        ["maximum_drawdown"] = JsonText.Number(row.MaximumDrawdown),
        ["explored"] = JsonText.Number(row.Explored),
        ["advice_gain_r"] = row.Effect is null ? null : JsonText.Number(row.Effect.ExpectancyGain),
        ["kept_out"] = JsonText.Number(row.Filtered),
        ["nine_tenths_by"] = JsonText.Number(row.NineTenthsBy),
    };

    private static JsonObject Interval(ConfidenceInterval interval) => new()
    {
        ["estimate"] = JsonText.Number(interval.Estimate),
        ["lower"] = JsonText.Number(interval.Lower),
        ["upper"] = JsonText.Number(interval.Upper),
    };
}
