namespace Ratchet.Scenarios.Processes;

/// <summary>A data root of its own that goes away with the test, and the reduced study that is run in it.</summary>
internal sealed class DataRoot : IDisposable
{
    public const string Study = "scenario";

    private static readonly string[] Reduced =
    [
        "search.maximumResource=9", "search.estimatorsLow=5", "search.estimatorsHigh=15", "search.estimatorsStep=5",
        "search.reevaluateTop=2", "search.randomEntryDraws=20", "synthetic.bars=3500", "features.maxBins=32",
        "ensemble.entry.trees=10", "ensemble.position.trees=10", "ensemble.exit.trees=10", "ensemble.profit.trees=10",
        "validation.folds=3", "validation.reevaluationFolds=3", "validation.minimumTrainingSamples=300",
        "validation.walkForwardWindows=4", "validation.burnInRows=100",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ratchet-scenario-");

    public string Path => folder.FullName;

    public string StudyFolder => System.IO.Path.Combine(Path, "studies", Study);

    public string Database => System.IO.Path.Combine(StudyFolder, "study.db");

    public string TopConfigurationsPath => System.IO.Path.Combine(StudyFolder, "top_configs.json");

    public byte[] TopConfigurations => File.ReadAllBytes(TopConfigurationsPath);

    /// <summary>The arguments of one run of the study.</summary>
    public string[] Optimize(int jobs, params string[] more) =>
    [
        "optimize", "--data-root", Path, "--study-name", Study, "--seed", "7", "-j", $"{jobs}",
        .. Reduced.SelectMany(s => new[] { "--set", s }), .. more,
    ];

    public void Dispose() => folder.Delete(recursive: true);
}
