using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet optimize</c>: the whole study, from bars to ranked configurations and a report.</summary>
internal static class OptimizeCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var name = new Option<string?>("--study-name") { Description = "Name of the study; the same name goes on with it." };
        var fresh = new Option<bool>("--fresh") { Description = "Forget the study of that name and begin anew." };
        var command = new Command("optimize", "Search configurations on the development part, look twice at the best, walk the winner forward.") { name, fresh };
        common.AddTo(command, study: true);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context).Value;
            return Run(context, configuration, parsed.GetValue(name), parsed.GetValue(fresh), parsed.GetValue(common.Json), cancellationToken);
        });
        return command;
    }

    private static int Run(
        CommandContext context, RatchetConfiguration configuration, string? studyName, bool fresh, bool json, CancellationToken cancellationToken)
    {
        var startedAt = context.Clock.GetTimestamp();
        ConfigurationCheck.Require(configuration, context.Families);
        var input = MarketReading.Open(context, configuration);
        var run = new OptimizeRun(configuration, context.Clock, context.Families);
        var name = studyName ?? run.DefaultName(input);
        if (fresh)
        {
            StudyFolder.Delete(configuration.Data.Root, name);
        }

        using var folder = StudyFolder.Open(configuration.Data.Root, name, context.Clock);
        StudySummary.Announce(context.Error, input, configuration, run, name);
        OptimizeResult result;
        using (var display = Display(context))
        {
            result = run.Run(input, folder, display, cancellationToken);
        }

        StudySummary.WriteColumns(context.Error, result.Dataset.Features);
        var files = ResultFiles.Write(folder, result, new HoldOutLedger(configuration.Data.Root), configuration.Search.Jobs, name, context.Clock);
        folder.Finish();
        if (json)
        {
            context.Out.Write(files.TopConfigurationsText);
        }
        else
        {
            StudySummary.Write(context, result, files, context.Clock.GetElapsedTime(startedAt));
        }

        return ExitCode.Done;
    }

    private static IProgressDisplay Display(CommandContext context) =>
        context.IsTerminal ? new LiveProgress(context.Error, context.Clock) : new PlainProgress(context.Error, context.Clock);
}
