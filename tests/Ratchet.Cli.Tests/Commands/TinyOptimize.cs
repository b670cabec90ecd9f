namespace Ratchet.Cli.Tests.Commands;

/// <summary>A whole study by the command line in seconds: three features, small forests, R = 9.</summary>
internal static class TinyOptimize
{
    public const string Study = "tiny";
    public const int Bars = 3500;

    private static readonly string[] Reduced =
    [
        "search.maximumResource=9", "search.estimatorsLow=5", "search.estimatorsHigh=10", "search.estimatorsStep=5", "search.reevaluateTop=2",
        "search.randomEntryDraws=20", $"synthetic.bars={Bars}", "features.maxBins=16", "ensemble.entry.trees=5", "ensemble.position.trees=5",
        "ensemble.exit.trees=5", "ensemble.profit.trees=5", "validation.folds=2", "validation.reevaluationFolds=2",
        "validation.minimumTrainingSamples=300", "validation.walkForwardWindows=3", "validation.burnInRows=100", "data.featureCache=false",
    ];

    public static CommandResult Run(CommandLine line, params string[] more)
    {
        string[] features = more.Any(m => m.StartsWith("features.features=", StringComparison.Ordinal)) ? [] : ["--set", "features.features=[\"rsi_14\",\"ret_20\",\"zscore_50\"]"];
        return line.Run(["optimize", "--study-name", Study, "--seed", "7", "-j", "2", .. Reduced.SelectMany(s => new[] { "--set", s }), .. features, .. more]);
    }

    public static void Succeeded(this CommandResult result) => Assert.True(result.Exit == 0, result.Error + result.Out);
}
