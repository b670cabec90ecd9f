using System.Text.Json;
using Ratchet.Testing;

namespace Ratchet.Storage.Tests.Models;

/// <summary>A model saved by XGBoost 1.7.4 with what it predicts.</summary>
internal sealed class XgboostGolden
{
    private readonly JsonElement expected;

    public XgboostGolden(string name)
    {
        ModelPath = SharedFiles.Require($"golden/{name}.model.json");
        var root = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Require($"golden/{name}.json"))).RootElement;
        Rows = [.. root.GetProperty("input").GetProperty("X").EnumerateArray().Select(Numbers)];
        expected = root.GetProperty("expected");
    }

    public string ModelPath { get; }

    public double[][] Rows { get; }

    public static IEnumerable<string> Names =>
        ["xgb_binary_logistic", "xgb_multi_softprob", "xgb_reg_squarederror", "xgb_early_stop_named", "xgb_rf_binary", "xgb_rf_reg"];

    public bool Has(string what) => expected.TryGetProperty(what, out _);

    /// <summary>One array a row; a lone number is an array of one.</summary>
    public double[][] Expected(string what) => [.. expected.GetProperty(what).EnumerateArray().Select(Numbers)];

    /// <summary>The contributions of some rows: groups times features and bias.</summary>
    public double[][] Contributions() =>
        [.. expected.GetProperty("contribs_first5").EnumerateArray().Select(row =>
            row[0].ValueKind == JsonValueKind.Array ? row.EnumerateArray().SelectMany(Numbers).ToArray() : Numbers(row))];

    public double Importance(string kind, string feature) =>
        expected.GetProperty("importance").GetProperty(kind).TryGetProperty(feature, out var value) ? value.GetDouble() : 0;

    private static double[] Numbers(JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().Select(Number)]
        : [Number(element)];

    private static double Number(JsonElement element) => element.ValueKind == JsonValueKind.Null ? double.NaN : element.GetDouble();
}
