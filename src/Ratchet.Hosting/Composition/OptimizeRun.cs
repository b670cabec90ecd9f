using System.Reflection;
using Ratchet.Features.Sets;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Market.Time;
using Ratchet.Reporting.Results;

namespace Ratchet.Hosting.Composition;

/// <summary>
/// The main job: bars -> dataset -> search -> second look -> walk-forward -> result files. Running it again on the same study goes on
/// where it stopped.
/// </summary>
public sealed class OptimizeRun(RatchetConfiguration configuration, TimeProvider clock, IReadOnlyList<IFeatureFamily> families)
{
    /// <summary>The product's version, with the revision of the source after '+' where the build knew it: two builds of one version may differ.</summary>
    public static string CodeVersion { get; } =
        typeof(OptimizeRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>How many threads work: the jobs asked for, never more than cores.</summary>
    public int Threads => Math.Clamp(configuration.Search.Jobs, 1, Environment.ProcessorCount);

    /// <summary>The study's name where none is given: what is traded, the seed, and the configuration's hash.</summary>
    /// <param name="input">The bars.</param>
    public string DefaultName(MarketInput input) =>
        $"{input.Bars.Symbol.FolderName}-{input.Bars.TimeFrame}-seed{configuration.Search.Seed}-{ConfigurationMapping.Hash(configuration)[..8]}";

    /// <summary>Runs the study and writes its results.</summary>
    /// <param name="input">The bars.</param>
    /// <param name="folder">The study's folder.</param>
    /// <param name="progress">Told as things move; may be null.</param>
    /// <param name="cancellationToken">Ends the study early; what was told stays.</param>
    public OptimizeResult Run(MarketInput input, StudyFolder folder, IProgress<StudyProgress>? progress, CancellationToken cancellationToken)
    {
        if (configuration.Search.Jobs is < 1 or > 1024)
        {
            throw new ConfigurationException($"search.jobs must lie in [1, 1024], but is {configuration.Search.Jobs}.");
        }

        var times = new StageTimes(clock);
        var settings = ConfigurationMapping.ToStudySettings(configuration);
        var bars = input.Bars;
        var split = input.Split;
        progress?.Report(new("features and regimes", 0, 4, null, 0));
        var dataset = times.Measure("dataset", () => DatasetBuilder.Build(
            bars.Slice(split.Development), ConfigurationMapping.ToDatasetOptions(configuration, families, clock), settings.Validation.EdgeRows(split.Development), Threads, cancellationToken));
        var whole = folder.OpenWhole();
        whole.Pin("configuration_hash", ConfigurationMapping.Hash(configuration));
        FeatureIdentities.Pin(whole, dataset.Features);
        whole.Pin("data_hash", dataset.ContentHash);
        whole.Pin("code_version", CodeVersion);
        if (folder.ReadConfiguration() is null)
        {
            folder.KeepConfiguration(configuration);
        }

        var runner = new StudyRunner(dataset, settings, Threads, clock);
        var outcome = runner.Run(folder.OpenStage, new StageTimer(times, progress), cancellationToken);
        times.Finish();

        var identity = new ResultIdentity(
            bars.Symbol.Name,
            bars.TimeFrame.ToString(),
            input.Synthetic,
            UtcTime.Format(bars.OpenTime[split.Development.Start]),
            UtcTime.Format(bars.OpenTime[split.Development.End - 1] + bars.TimeFrame.Milliseconds),
            ConfigurationMapping.Hash(configuration),
            CodeVersion);
        return new(outcome, input, split, dataset, identity, times.Seconds);
    }
}
