using System.Text.Json.Nodes;
using Ratchet.Adaptation.Advising;
using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Monitor;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Retirement;

namespace Ratchet.Cli.Rendering;

/// <summary>The advisor's reports as JSON; times in milliseconds since 1970-01-01 UTC, undefined numbers null.</summary>
internal static class AdvisorJson
{
    public static JsonNode All(AdvisorReport report)
    {
        var all = (JsonObject)Status(report);
        all["strategies"] = Strategies(report);
        all["regimes"] = Regimes(report);
        all["weightHistory"] = Weights(report);
        all["audit"] = Audit(report);
        return all;
    }

    public static JsonNode Status(AdvisorReport report) => new JsonObject
    {
        ["time"] = report.Time,
        ["regime"] = RegimeNames.Of(report.Regime),
        ["failed"] = report.Fault is not null,
        ["fault"] = report.Fault,
        ["alerts"] = Rows(report.Alerts, a => new() { ["kind"] = a.Kind.ToString(), ["level"] = a.Level.ToString(), ["text"] = a.Text }),
        ["components"] = Rows(report.Components, c => new() { ["name"] = c.Name, ["enabled"] = c.Enabled, ["initialised"] = c.Initialised, ["detail"] = c.Detail }),
        ["averageWeight"] = JsonText.Number(report.AverageWeight),
        ["weightCorrelation"] = JsonText.Number(report.WeightCorrelation),
        ["weightPairs"] = report.WeightPairs,
        ["shareOfTimeDegraded"] = JsonText.Number(report.ShareOfTimeDegraded),
        ["recoveryRate"] = JsonText.Number(report.RecoveryRate),
        ["signals"] = new JsonObject
        {
            ["passed"] = report.Signals.Passed,
            ["filtered"] = report.Signals.Filtered,
            ["barred"] = report.Signals.Barred,
            ["shareFiltered"] = JsonText.Number(report.Signals.ShareFiltered),
            ["passedQuality"] = JsonText.Number(report.Signals.PassedQuality),
            ["filteredQuality"] = JsonText.Number(report.Signals.FilteredQuality),
            ["executed"] = Figures(report.Signals.Executed),
            ["followed"] = Figures(report.Signals.Followed),
        },
        ["effect"] = new JsonObject
        {
            ["advised"] = Figures(report.Effect.Advised),
            ["unadvised"] = Figures(report.Effect.Unadvised),
            ["expectancyGain"] = JsonText.Number(report.Effect.ExpectancyGain),
            ["profitFactorGain"] = JsonText.Number(report.Effect.ProfitFactorGain),
            ["sharpeGain"] = JsonText.Number(report.Effect.SharpeGain),
            ["totalGainR"] = JsonText.Number(report.Effect.TotalGain),
        },
        ["settings"] = new JsonObject(report.Settings.Select(s => new KeyValuePair<string, JsonNode?>(s.Key, s.Value))),
    };

    public static JsonNode Strategies(AdvisorReport report) => Rows(report.Strategies, s => (JsonObject)Strategy(s));

    public static JsonNode Strategy(StrategySummary s) => new JsonObject
    {
        ["name"] = s.Name,
        ["status"] = Word(s.Status),
        ["since"] = s.Since,
        ["baseWeight"] = s.BaseWeight,
        ["weight"] = s.Weight,
        ["share"] = s.Share,
        ["figures"] = Figures(s.Figures),
        ["figuresWithShadow"] = Figures(s.AllFigures),
        ["health"] = Reading(s.Health),
        ["hours"] = new JsonObject
        {
            ["active"] = s.Times.Active / 3_600_000.0,
            ["degraded"] = s.Times.Degraded / 3_600_000.0,
            ["suspended"] = s.Times.Suspended / 3_600_000.0,
            ["retired"] = s.Times.Retired / 3_600_000.0,
        },
        ["degradations"] = s.Times.Degradations,
        ["recoveries"] = s.Times.Recoveries,
        ["suspensions"] = s.Times.Suspensions,
    };

    public static JsonNode Allocation(AdvisorReport report) => new JsonObject
    {
        ["regime"] = RegimeNames.Of(report.Regime),
        ["strategies"] = Rows(report.Strategies, s => new()
        {
            ["name"] = s.Name,
            ["status"] = Word(s.Status),
            ["baseWeight"] = s.BaseWeight,
            ["weight"] = s.Weight,
            ["share"] = s.Share,
        }),
    };

    public static JsonNode Health(AdvisorReport report) => Rows(report.Strategies, s =>
    {
        var row = Reading(s.Health);
        row.Insert(0, "name", s.Name);
        row.Insert(1, "status", Word(s.Status));
        return row;
    });

    public static JsonNode Regimes(AdvisorReport report) => Rows(report.Regimes, r => new()
    {
        ["regime"] = RegimeNames.Of(r.Regime),
        ["averageWeight"] = r.AverageWeight,
        ["figures"] = Figures(r.Figures),
        ["figuresWithShadow"] = Figures(r.AllFigures),
    });

    public static JsonNode Weights(AdvisorReport report) => Rows(report.WeightHistory, c => new()
    {
        ["time"] = c.Time,
        ["strategy"] = report.Strategies[c.Strategy].Name,
        ["regime"] = RegimeNames.Of(c.Regime),
        ["before"] = c.Before,
        ["after"] = c.After,
        ["target"] = JsonText.Number(c.Target),
        ["composite"] = JsonText.Number(c.Composite),
        ["trades"] = c.Trades,
        ["reason"] = c.Reason.ToString(),
    });

    public static JsonNode Audit(AdvisorReport report) => Rows(report.Audit, Entry);

    private static JsonObject Entry(AdvisorEntry e) => new()
    {
        ["time"] = e.Time,
        ["kind"] = e.Kind.ToString(),
        ["subject"] = e.Subject,
        ["from"] = e.From,
        ["to"] = e.To,
        ["by"] = e.By,
        ["why"] = e.Why,
        ["numbers"] = e.Numbers,
    };

    private static JsonObject Figures(in PerformanceFigures f) => new()
    {
        ["trades"] = f.Trades,
        ["winRate"] = JsonText.Number(f.WinRate),
        ["lossRate"] = JsonText.Number(f.LossRate),
        ["averageWinR"] = JsonText.Number(f.AverageWin),
        ["averageLossR"] = JsonText.Number(f.AverageLoss),
        ["expectancyR"] = JsonText.Number(f.Expectancy),
        ["profitFactor"] = JsonText.Number(f.ProfitFactor),
        ["sharpe"] = JsonText.Number(f.Sharpe),
        ["drawdownR"] = JsonText.Number(f.Drawdown),
        ["losingRun"] = f.LosingRun,
        ["longestLosingRun"] = f.LongestLosingRun,
        ["profit"] = JsonText.Number(f.Profit),
        ["fees"] = JsonText.Number(f.Fees),
    };

    private static JsonObject Reading(in HealthReading h) => new()
    {
        ["trades"] = h.Trades,
        ["assessed"] = h.Assessed,
        ["healthy"] = h.Healthy,
        ["violated"] = h.Violated,
        ["expectancy"] = Figure(h.Expectancy),
        ["profitFactor"] = Figure(h.ProfitFactor),
        ["winRate"] = Figure(h.WinRate),
        ["drawdown"] = Figure(h.Drawdown),
        ["losingRun"] = Figure(h.LosingRun),
    };

    private static JsonObject Figure(HealthFigure f) => new()
    {
        ["value"] = JsonText.Number(f.Value),
        ["bound"] = JsonText.Number(f.Bound),
        ["limit"] = f.Limit,
        ["violated"] = f.Violated,
    };

    private static JsonArray Rows<T>(IEnumerable<T> rows, Func<T, JsonObject> row) => new([.. rows.Select(r => (JsonNode?)row(r))]);

    private static string Word(RetirementStatus status) => status.ToString().ToUpperInvariant();
}
