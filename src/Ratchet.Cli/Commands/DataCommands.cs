using System.CommandLine;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet data</c>: what is in the store, and how it gets there.</summary>
internal static class DataCommands
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken) =>
        new("data", "Import, download, check, list, resample and make market data.")
        {
            DataImportCommand.Build(context, cancellationToken),
            DataDownloadCommand.Build(context, cancellationToken),
            DataCheckCommand.Build(context, cancellationToken),
            DataListCommand.Build(context),
            DataResampleCommand.Build(context),
            DataSynthCommand.Build(context),
        };
}
