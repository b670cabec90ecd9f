using System.Text.Json.Nodes;
using Ratchet.Lifecycle.Selection;
using Ratchet.Validation.Splits;

namespace Ratchet.Cli.Rendering;

/// <summary>A selection of features as JSON, and the chosen ones as a feature set.</summary>
internal static class SelectionJson
{
    /// <summary>What <c>-c feature_config.json</c> reads: the name and the features of the section <c>features</c>.</summary>
    public static JsonObject Set(SelectionReport report) => new() { ["name"] = "selected", ["features"] = JsonText.Texts(report.Selected) };

    public static JsonObject Of(string series, SelectionReport report, HoldOut split, string path) => new()
    {
        ["series"] = series,
        ["developmentBars"] = split.Development.Length,
        ["sealedBars"] = split.Sealed.Length,
        ["rows"] = report.Rows,
        ["seed"] = report.Options.Seed,
        ["models"] = JsonText.Texts(report.Targets),
        ["rules"] = new JsonObject
        {
            ["maximumCorrelation"] = report.Options.MaximumCorrelation,
            ["correlation"] = report.Options.Correlation.ToString().ToLowerInvariant(),
            ["leastShare"] = report.Options.LeastShare,
            ["minimumFeatures"] = report.Options.MinimumFeatures,
            ["folds"] = report.Options.Folds,
            ["trees"] = report.Options.Trees,
            ["repeats"] = report.Options.Repeats,
        },
        ["selected"] = JsonText.Texts(report.Selected),
        ["features"] = Array(report.Features, Feature),
        ["stability"] = new JsonObject
        {
            ["spearman"] = JsonText.Number(report.Stability.Spearman),
            ["kendall"] = JsonText.Number(report.Stability.Kendall),
            ["top"] = report.Stability.Top,
            ["topOverlap"] = JsonText.Number(report.Stability.TopOverlap),
            ["nogueira"] = JsonText.Number(report.Stability.Nogueira),
        },
        ["nested"] = Array(report.Nested, Nested),
        ["regimes"] = Array(report.Regimes, r => new JsonObject
        {
            ["fold"] = r.Fold,
            ["training"] = Shares(report.RegimeNames, r.Training),
            ["test"] = Shares(report.RegimeNames, r.Test),
        }),
        ["file"] = path,
    };

    private static JsonObject Feature(FeatureVerdict feature) => new()
    {
        ["name"] = feature.Name,
        ["kept"] = feature.Kept,
        ["rule"] = feature.Rule.ToString(),
        ["firstShare"] = feature.FirstShare,
        ["share"] = JsonText.Number(feature.Share),
        ["impurityShare"] = feature.ImpurityShare,
        ["foldShares"] = new JsonArray([.. feature.FoldShares.Select(JsonText.Number)]),
        ["chosenFolds"] = feature.ChosenFolds,
        ["correlatedWith"] = feature.Twin,
        ["correlation"] = JsonText.Number(feature.Correlation),
    };

    private static JsonObject Nested(NestedScore score) => new()
    {
        ["fold"] = score.Fold,
        ["model"] = score.Target,
        ["rows"] = score.Rows,
        ["selectedFeatures"] = score.SelectedFeatures,
        ["wholeLoss"] = JsonText.Number(score.WholeLoss),
        ["selectedLoss"] = JsonText.Number(score.SelectedLoss),
        ["baseLoss"] = JsonText.Number(score.BaseLoss),
        ["wholeSkill"] = JsonText.Number(score.WholeSkill),
        ["selectedSkill"] = JsonText.Number(score.SelectedSkill),
    };

    private static JsonObject Shares(IReadOnlyList<string> names, IReadOnlyList<double> shares) =>
        new(names.Zip(shares).Select(p => KeyValuePair.Create(p.First, JsonText.Number(p.Second))));

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> one) => new([.. items.Select(i => (JsonNode?)one(i))]);
}
