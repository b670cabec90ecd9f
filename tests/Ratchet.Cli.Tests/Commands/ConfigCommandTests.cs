using System.Text.Json.Nodes;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Cli.Tests.Commands;

public sealed class ConfigCommandTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public void Show_Json_HasEverySettingWithItsValueAndSource()
    {
        var file = line.Write("c.json", """{ "search": { "seed": 7 } }""");

        var result = line.Run("config", "show", "-c", file, "-j", "2", "--json");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        var settings = result.Json.AsArray().ToDictionary(s => s!["setting"]!.GetValue<string>(), s => s!);
        Assert.Equal((7, file), (settings["search.seed"]["value"]!.GetValue<int>(), settings["search.seed"]["from"]!.GetValue<string>()));
        Assert.Equal("option --jobs", settings["search.jobs"]["from"]!.GetValue<string>());
        Assert.Equal("environment variable RATCHET__DATA__ROOT", settings["data.root"]["from"]!.GetValue<string>());
        Assert.Equal("default", settings["labels.horizonBars"]["from"]!.GetValue<string>());
        Assert.DoesNotContain("trading.slippageShare", settings.Keys);
    }

    [Fact]
    public void Show_Changed_ListsOnlyThose()
    {
        var result = line.Run("config", "show", "--changed", "--set", "search.eta=4");

        Assert.Equal(0, result.Exit);
        Assert.Contains("search.eta", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("search.seed", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Out);
    }

    [Fact]
    public void Schema_Output_IsTheFileInDocs()
    {
        var result = line.Run("config", "schema");

        Assert.Equal(0, result.Exit);
        Assert.Equal(File.ReadAllText(Repository.Find("docs/ratchet.schema.json")).ReplaceLineEndings("\n"), result.Out);
    }

    [Fact]
    public void Document_Settings_AreThoseThatThereAre()
    {
        var text = File.ReadAllText(Repository.Find("docs/configuration.md"));
        foreach (var setting in ConfigurationLoader.Load([], new Dictionary<string, string>(), []).Settings)
        {
            var shown = JsonNode.Parse(setting.Value) is JsonValue value && value.TryGetValue<string>(out var plain) && plain.Length == 0 ? "\"\"" : setting.Value;
            Assert.Contains($"| `{setting.Path}` | `{shown}` |", text, StringComparison.Ordinal);
        }
    }
}
