using System.Text.Json.Nodes;
using Ratchet.Features.Sets;
using Ratchet.Market.Time;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>The catalogue of features.</summary>
internal static class FeatureView
{
    public static void Write(TextWriter writer, IReadOnlyList<FeatureDescriptor> features, TimeFrame frame)
    {
        var table = ConsoleTable.Make("feature", "group", $"warm-up ({frame})", "what it measures");
        table.Columns[0].NoWrap();
        table.Columns[1].LeftAligned();
        table.Columns[3].LeftAligned();
        foreach (var feature in features)
        {
            var remark = feature.Remark(frame) is { } text ? $" [yellow]({Markup.Escape(text)})[/]" : string.Empty;
            table.AddRow(
                Markup.Escape(feature.Name), feature.Group.ToString().ToLowerInvariant(), $"{feature.WarmUp(frame):N0}", Markup.Escape(feature.Summary) + remark);
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine($"{features.Count} features; the warm-up is the number of {frame} bars before a feature's first value.");
    }

    public static JsonArray Json(IReadOnlyList<FeatureDescriptor> features, TimeFrame frame) => new([.. features.Select(f => new JsonObject
    {
        ["name"] = f.Name,
        ["group"] = f.Group.ToString().ToLowerInvariant(),
        ["warmUpBars"] = f.WarmUp(frame),
        ["summary"] = f.Summary,
        ["remark"] = f.Remark(frame),
    })]);
}
