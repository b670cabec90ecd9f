using System.CommandLine;

namespace Ratchet.Cli.Commands;

/// <summary>All commands.</summary>
internal static class CommandTree
{
    public static RootCommand Build(CommandContext context, CancellationToken cancellationToken) =>
        new("Ratchet: searches, validates and trades configurations, and says honestly what it found.")
        {
            OptimizeCommand.Build(context, cancellationToken),
            BacktestCommand.Build(context, cancellationToken),
            PaperCommand.Build(context, cancellationToken),
            SessionCommands.Replay(context, cancellationToken),
            ExplainCommand.Build(context, cancellationToken),
            ParityCommand.Build(context, cancellationToken),
            StudyCommands.Build(context),
            TrainCommand.Build(context, cancellationToken),
            HonestyCommand.Build(context, cancellationToken),
            RegimesCommand.Build(context, cancellationToken),
            SelectorCommands.Build(context, cancellationToken),
            DataCommands.Build(context, cancellationToken),
            FeatureCommands.Build(context, cancellationToken),
            ModelCommands.Build(context),
            AdvisorCommands.Build(context),
            ConfigCommand.Build(context),
            DoctorCommand.Build(context, cancellationToken),
        };
}
