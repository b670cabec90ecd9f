namespace Ratchet.Cli.Tests.Commands;

public sealed class FeatureSelectCommandTests : IDisposable
{
    private static readonly string[] Select =
    [
        "features", "select", "--set", "synthetic.bars=2600", "--set", "validation.folds=3", "--set", "validation.minimumTrainingSamples=200", "--trees", "4", "--minimum", "2",
        "--models", "entry,profit", "--set", "features.features=[\"rsi_14\",\"ret_1\",\"ret_20\",\"realized_vol_20\",\"zscore_50\"]",
    ];

    private readonly CommandLine line = new();
    private readonly string folder = Directory.CreateTempSubdirectory("ratchet-select-").FullName;

    private string File => Path.Combine(folder, "feature_config.json");

    public void Dispose()
    {
        line.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Select_Synthetic_WritesASetThatTheOtherCommandsRead()
    {
        var result = line.Run([.. Select, "--json", "--output", File]);

        Assert.Equal(0, result.Exit);
        var selected = result.Json["selected"]!.AsArray().Select(n => n!.GetValue<string>()).ToArray();
        Assert.InRange(selected.Length, 2, 5);
        Assert.Equal(5, result.Json["features"]!.AsArray().Count);
        Assert.Equal(["entry", "profit"], result.Json["models"]!.AsArray().Select(n => n!.GetValue<string>()));
        Assert.Equal(8, result.Json["nested"]!.AsArray().Count);
        Assert.True(result.Json["sealedBars"]!.GetValue<int>() > 0);
        Assert.Contains("sealed bars are not read", result.Error, StringComparison.Ordinal);

        var again = line.Run("config", "show", "--json", "-c", File);
        Assert.Equal(0, again.Exit);
        var setting = again.Json.AsArray().Single(s => s!["setting"]!.GetValue<string>() == "features.features");
        Assert.Equal(selected, setting!["value"]!.AsArray().Select(n => n!.GetValue<string>()));
    }

    [Fact]
    public void Select_Text_SaysRulesStabilityAndUnseenFolds()
    {
        var result = line.Run([.. Select, "--output", File]);

        Assert.Equal(0, result.Exit);
        Assert.Contains("rsi_14", result.Out, StringComparison.Ordinal);
        Assert.Contains("on folds that the ranking has not seen", result.Out, StringComparison.Ordinal);
        Assert.Contains("Stability over 3 folds", result.Out, StringComparison.Ordinal);
        Assert.Contains("SYNTHETIC DATA", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Select_ExistingFile_IsKeptUnlessForced()
    {
        System.IO.File.WriteAllText(File, "mine");
        var result = line.Run([.. Select, "--output", File]);

        Assert.Equal(2, result.Exit);
        Assert.Contains("--force", result.Error, StringComparison.Ordinal);
        Assert.Equal("mine", System.IO.File.ReadAllText(File));
        Assert.Equal(0, line.Run([.. Select, "--output", File, "--force"]).Exit);
        Assert.NotEqual("mine", System.IO.File.ReadAllText(File));
    }

    [Theory]
    [InlineData("--models", "entry,exits", "'exits'")]
    [InlineData("--least-share", "1", "LeastShare")]
    [InlineData("--max-correlation", "0", "MaximumCorrelation")]
    [InlineData("--minimum", "0", "MinimumFeatures")]
    public void Select_BadOption_IsAUsageError(string option, string value, string named)
    {
        var result = line.Run("features", "select", option, value, "--output", File);

        Assert.Equal(2, result.Exit);
        Assert.Contains(named, result.Error, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }
}
