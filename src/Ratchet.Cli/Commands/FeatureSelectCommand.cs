using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Selection;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet features select</c>: chooses features on the development part, says why, and writes them as a feature set.</summary>
internal static class FeatureSelectCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var defaults = new SelectionOptions();
        var common = new SharedOptions();
        var output = new Option<string>("--output", "-o") { Description = "File that the chosen set is written to.", DefaultValueFactory = _ => "feature_config.json" };
        var force = new Option<bool>("--force") { Description = "Overwrite the file where it exists." };
        var models = new Option<string>("--models") { Description = "Models that count, separated by commas: entry, position, exit, profit.", DefaultValueFactory = _ => "entry,position,exit,profit" };
        var correlation = new Option<double>("--max-correlation") { Description = "Of two features correlated above this the less important goes.", DefaultValueFactory = _ => defaults.MaximumCorrelation };
        var ranks = new Option<bool>("--ranks") { Description = "Correlate ranks (Spearman) instead of values (Pearson)." };
        var share = new Option<double>("--least-share") { Description = "Share of permutation importance that a feature needs to stay.", DefaultValueFactory = _ => defaults.LeastShare };
        var minimum = new Option<int>("--minimum") { Description = "Features that stay at least.", DefaultValueFactory = _ => defaults.MinimumFeatures };
        var trees = new Option<int>("--trees") { Description = "Trees of each forest.", DefaultValueFactory = _ => defaults.Trees };
        var command = new Command("select", "Choose features by correlation and permutation importance on purged folds of the development part, and write them as a feature set.")
        {
            output, force, models, correlation, ranks, share, minimum, trees,
        };
        common.AddTo(command, study: true);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context).Value;
            var options = Checked(new SelectionOptions
            {
                MaximumCorrelation = parsed.GetValue(correlation),
                Correlation = parsed.GetValue(ranks) ? CorrelationKind.Spearman : CorrelationKind.Pearson,
                LeastShare = parsed.GetValue(share),
                MinimumFeatures = parsed.GetValue(minimum),
                Trees = parsed.GetValue(trees),
                Folds = configuration.Validation.Folds,
                MinimumTrainingSamples = configuration.Validation.MinimumTrainingSamples,
                Seed = configuration.Search.Seed,
            });
            var path = parsed.GetValue(output)!;
            if (File.Exists(path) && !parsed.GetValue(force))
            {
                throw new UsageException($"'{path}' exists; name another file with --output, or overwrite it with --force.");
            }

            return Run(context, configuration, options, Roles(parsed.GetValue(models)!), path, parsed.GetValue(common.Json), cancellationToken);
        });
        return command;
    }

    private static int Run(
        CommandContext context,
        RatchetConfiguration configuration,
        SelectionOptions options,
        IReadOnlyList<EnsembleRole> roles,
        string path,
        bool json,
        CancellationToken cancellationToken)
    {
        var settings = ConfigurationMapping.ToStudySettings(configuration);
        var datasetOptions = ConfigurationMapping.ToDatasetOptions(configuration, context.Families);
        var threads = Math.Clamp(configuration.Search.Jobs, 1, Environment.ProcessorCount);
        var input = MarketReading.Open(context, configuration);
        var split = input.Split;
        var bars = input.Development;
        var series = $"{bars.Symbol} {bars.TimeFrame}{(input.Synthetic ? " (SYNTHETIC DATA)" : string.Empty)}";
        context.Error.WriteLine($"{series}: choosing among {datasetOptions.Features.Features.Count} features on {bars.Count:N0} development bars; {split.Sealed.Length:N0} sealed bars are not read.");
        var dataset = DatasetBuilder.Build(bars, datasetOptions, settings.Validation.EdgeRows(split.Development), threads, cancellationToken);
        var table = SelectionTable.Of(dataset, settings.Defaults.Labels, settings.Ensemble, roles, settings.Validation.Purge(bars.TimeFrame));
        var report = FeatureSelector.Run(table, options, threads, cancellationToken);
        File.WriteAllText(path, JsonText.Of(SelectionJson.Set(report)) + "\n");
        if (json)
        {
            context.Out.WriteLine(JsonText.Of(SelectionJson.Of(series, report, split, path)));
        }
        else
        {
            SelectionText.Write(context.Out, series, report, path);
        }

        return ExitCode.Done;
    }

    private static SelectionOptions Checked(SelectionOptions options)
    {
        try
        {
            options.Validate();
            return options;
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message.ReplaceLineEndings(" "));
        }
    }

    private static EnsembleRole[] Roles(string text) =>
    [
        .. text.Split(',', StringSplitOptions.TrimEntries).Select(name =>
            EnsembleOptions.Roles.Where(r => r.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).Select(r => (EnsembleRole?)r).FirstOrDefault()
            ?? throw new UsageException($"--models '{name}' is no model; there are entry, position, exit and profit, separated by commas.")),
    ];
}
