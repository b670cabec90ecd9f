namespace Ratchet.Cli.Tests.Commands;

public sealed class FeatureCommandTests : IDisposable
{
    private readonly CommandLine line = new();

    public void Dispose() => line.Dispose();

    [Fact]
    public void List_Json_HasTheCatalogueWithWarmUps()
    {
        var result = line.Run("features", "list", "--json");

        Assert.Equal((0, ""), (result.Exit, result.Error));
        var rsi = Assert.Single(result.Json.AsArray(), f => f!["name"]!.GetValue<string>() == "rsi_14")!;
        Assert.Equal("technical", rsi["group"]!.GetValue<string>());
        Assert.True(rsi["warmUpBars"]!.GetValue<int>() > 0);
        Assert.NotEmpty(rsi["summary"]!.GetValue<string>());
        Assert.Equal(4, result.Json.AsArray().Select(f => f!["group"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void List_Group_ListsThatGroup()
    {
        var result = line.Run("features", "list", "--group", "OnChain", "-i", "4h");

        Assert.Equal(0, result.Exit);
        Assert.Contains("onchain_mvrv_proxy", result.Out, StringComparison.Ordinal);
        Assert.Contains("warm-up (4h)", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("rsi_14", result.Out, StringComparison.Ordinal);
    }
}
