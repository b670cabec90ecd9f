using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Storage.Models;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet train</c>: the best configuration of a study, trained for good and written with everything that is needed to trade it.</summary>
internal static class TrainCommand
{
    public const string Folder = "models";

    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var file = new Argument<string?>("file") { Description = "A CSV file of bars to train on; without it, the bars of the study, or the stored ones that --pair and --timerange name.", Arity = ArgumentArity.ZeroOrOne };
        var study = new Option<string?>("--study") { Description = "Name of a finished study." };
        var rank = new Option<int>("--rank") { Description = "Which configuration of its ranking.", DefaultValueFactory = _ => 1 };
        var through = new Option<bool>("--through-holdout") { Description = "Learn from the sealed part too, once it has been opened." };
        var output = new Option<string?>("--out", "-o") { Description = "The folder to write; default models/STUDY below the data root." };
        var force = new Option<bool>("--force") { Description = "Replace the ensemble that the folder holds." };
        var command = new Command("train", "Train a study's best configuration on its development part and write it for trading.") { file, study, rank, through, output, force };
        common.AddTo(command);
        command.Options.Add(common.Jobs);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context).Value;
            var name = parsed.GetValue(study)
                ?? throw new UsageException("'ratchet train' needs --study NAME, the study whose configuration is trained; 'ratchet study list' shows all.");
            var isThrough = parsed.GetValue(through);
            var range = parsed.GetValue(common.TimeRange);
            if (isThrough && range is not null)
            {
                throw new UsageException("--through-holdout trains to the end of the bars and --timerange ends them earlier; leave one of them away.");
            }

            var place = parsed.GetValue(rank);
            var target = parsed.GetValue(output) ?? Path.Combine(configuration.Data.Root, Folder, place == 1 ? name : $"{name}-rank{place}");
            if (File.Exists(target))
            {
                throw new UsageException($"--out '{target}' is a file; name a folder.");
            }

            using var finished = FinishedStudy.Open(context, configuration, name);
            if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !parsed.GetValue(force))
            {
                context.Error.WriteLine($"error: '{target}' is not empty; name another folder with --out, or replace the ensemble in it with --force.");
                return ExitCode.Refused;
            }

            var own = finished.Configuration;
            var wanted = own with
            {
                Data = own.Data with
                {
                    Pair = parsed.GetValue(common.Pair) ?? own.Data.Pair,
                    Timeframe = parsed.GetValue(common.TimeFrame) ?? own.Data.Timeframe,
                    Timerange = range ?? (isThrough ? FromItsBeginning(own.Data.Timerange) : own.Data.Timerange),
                },
            };
            MarketInput? other = null;
            if (parsed.GetValue(file) is { } path)
            {
                var data = wanted.Data with { Timerange = range ?? string.Empty };
                var report = BarFile.Read(path, wanted, frameGiven: true, out var bars, cancellationToken);
                if (BarFile.Refusal(path, report) is { } refusal)
                {
                    context.Error.WriteLine($"error: {refusal}");
                    return ExitCode.Refused;
                }

                other = MarketReading.Told(context, MarketInputs.Of(wanted with { Data = data }, bars, false, Path.GetFileName(path), report.Quality, null));
            }
            else if (wanted.Data != own.Data)
            {
                other = MarketReading.Open(context, wanted);
            }

            var result = finished.Run(context, MarketInputs.Open(own), cancellationToken);
            try
            {
                var trained = new TrainRun(own, context.Clock, context.Families).Train(name, result, place, other, isThrough, cancellationToken);
                TrainedEnsembleFile.Write(target, trained.Ensemble, trained.Origin);
                TrainView.Write(context, trained, target, parsed.GetValue(common.Json));
                return ExitCode.Done;
            }
            catch (TrainRefusedException exception)
            {
                context.Error.WriteLine($"error: {exception.Message}");
                return ExitCode.Refused;
            }
        });
        return command;
    }

    /// <summary>The range without its end.</summary>
    private static string FromItsBeginning(string range) => range.Length == 0 ? range : range[..(range.IndexOf('-', StringComparison.Ordinal) + 1)];
}
