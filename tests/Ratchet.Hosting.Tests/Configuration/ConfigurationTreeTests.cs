using System.Text.Json.Nodes;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Hosting.Tests.Configuration;

public sealed class ConfigurationTreeTests
{
    private static ConfigurationTree MakeTree() => new(JsonNode.Parse("""
        { "telegram": { "token": "", "chat": "main" }, "broker": { "password": "guest", "apiKey": null } }
        """)!.AsObject());

    [Fact]
    public void Settings_Secrets_AreMaskedAndOthersAreNot()
    {
        var tree = MakeTree();
        tree.Set("telegram.token", "12345:very-secret", "environment variable X");
        tree.Set("broker.apikey", "k-1", "option --set");

        var settings = tree.Settings().ToDictionary(s => s.Path, s => s.Value);

        Assert.Equal("\"***\"", settings["telegram.token"]);
        Assert.Equal("\"***\"", settings["broker.password"]);
        Assert.Equal("\"***\"", settings["broker.apiKey"]);
        Assert.Equal("\"main\"", settings["telegram.chat"]);
        Assert.DoesNotContain("very-secret", string.Join(' ', settings.Values), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_SecretThatIsNotSet_ShowsThatItIsNotSet()
    {
        var settings = MakeTree().Settings().ToDictionary(s => s.Path, s => s.Value);

        Assert.Equal("\"\"", settings["telegram.token"]);
        Assert.Equal("null", settings["broker.apiKey"]);
    }

    [Fact]
    public void Set_Secret_IsStillThereForTheProgram()
    {
        var tree = MakeTree();

        tree.Set("telegram.token", "t-1", "option --set");

        Assert.Equal("t-1", tree.Root["telegram"]!["token"]!.GetValue<string>());
    }
}
