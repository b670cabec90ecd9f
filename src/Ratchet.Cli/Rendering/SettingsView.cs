using System.Text.Json.Nodes;
using Ratchet.Hosting.Configuration;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>The settings in effect.</summary>
internal static class SettingsView
{
    public static void Write(TextWriter writer, IReadOnlyList<EffectiveSetting> settings)
    {
        var table = ConsoleTable.Make("setting", "value", "from");
        table.Columns[2].LeftAligned();
        foreach (var setting in settings)
        {
            var isChanged = setting.Source != "default";
            table.AddRow(
                Markup.Escape(setting.Path),
                isChanged ? $"[bold]{Markup.Escape(setting.Value)}[/]" : Markup.Escape(setting.Value),
                isChanged ? Markup.Escape(setting.Source) : "[grey]default[/]");
        }

        ConsoleTable.Write(writer, table);
    }

    public static JsonArray Json(IReadOnlyList<EffectiveSetting> settings) => new([.. settings.Select(s => new JsonObject
    {
        ["setting"] = s.Path,
        ["value"] = JsonNode.Parse(s.Value),
        ["from"] = s.Source,
    })]);
}
