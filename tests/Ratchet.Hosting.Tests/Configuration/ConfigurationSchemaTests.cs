using System.Text.Json.Nodes;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Hosting.Tests.Configuration;

public sealed class ConfigurationSchemaTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(ConfigurationSchema.Text())!.AsObject();

    [Fact]
    public void Text_EverySetting_HasItsKindAndDefault()
    {
        foreach (var setting in ConfigurationLoader.Load([], new Dictionary<string, string>(), []).Settings)
        {
            var node = Find(setting.Path);
            Assert.True(node["type"] is not null || node["enum"] is not null, $"{setting.Path} has no kind.");
            Assert.True(node.ContainsKey("default"), $"{setting.Path} has no default.");
            Assert.Equal(JsonNode.Parse(setting.Value)?.ToJsonString(), node["default"]?.ToJsonString());
        }
    }

    [Fact]
    public void Text_Sections_RefuseUnknownNamesAndAcceptTheSchemaKey()
    {
        Assert.False(Schema["additionalProperties"]?.GetValue<bool>() ?? true);
        Assert.False(Find("ensemble.entry")["additionalProperties"]!.GetValue<bool>());
        foreach (var section in new[] { "features", "regime", "ensemble", "validation" })
        {
            Assert.NotNull(Find(section)["properties"]!["$schema"]);
        }

        Assert.NotNull(Schema["properties"]!["$schema"]);
    }

    [Fact]
    public void Text_References_AreAllExpanded()
    {
        Assert.DoesNotContain("$ref", ConfigurationSchema.Text(), StringComparison.Ordinal);
        Assert.Equal(10, Find("ensemble.entry.maxDepth")["default"]!.GetValue<int>());
        Assert.Equal(15, Find("ensemble.profit.maxDepth")["default"]!.GetValue<int>());
    }

    [Fact]
    public void Text_NothingIsRequired() => Assert.DoesNotContain("\"required\"", ConfigurationSchema.Text(), StringComparison.Ordinal);

    [Theory]
    [InlineData("search.seed", "a whole number")]
    [InlineData("labels.profitMultiple", "a number")]
    [InlineData("data.root", "text")]
    [InlineData("search.trialTimeoutSeconds", "a number or null")]
    public void Kind_Setting_IsSaidInWords(string path, string words) => Assert.Equal(words, ConfigurationSchema.Kind(path));

    private static JsonObject Find(string path)
    {
        JsonNode node = Schema;
        foreach (var part in path.Split('.'))
        {
            node = node["properties"]![part] ?? throw new InvalidOperationException($"The schema has no {path}.");
        }

        return node.AsObject();
    }
}
