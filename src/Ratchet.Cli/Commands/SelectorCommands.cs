using System.CommandLine;
using Ratchet.Adaptation.Selection;
using Ratchet.Storage.State;
using Ratchet.Trading.Profiles;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet selector</c>: which stop and target profile to trade, and what was learned of it.</summary>
internal static class SelectorCommands
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken) =>
        new("selector", "Stop and target profiles, market regimes, and what was learned of them.")
        {
            SelectorDemoCommand.Build(context, cancellationToken),
            SelectorProfilesCommand.Build(context),
            SelectorRegimeCommand.Build(context),
            SelectorStateCommands.BuildState(context),
            SelectorEvaluateCommand.Build(context, cancellationToken),
            SelectorStateCommands.BuildExport(context),
            SelectorStateCommands.BuildImport(context),
        };

    public static Option<string?> ProfilesOption() => new("--profiles") { Description = "JSON file of profiles; without it, the seven of the product." };

    public static Option<bool> JsonOption() => new("--json") { Description = "Write the result as JSON to standard output." };

    /// <summary>The profiles of a file, or the product's.</summary>
    public static IReadOnlyList<TradeProfile> Profiles(string? file)
    {
        try
        {
            return file is null ? TradeProfiles.All : ProfileFile.Read(file);
        }
        catch (InvalidDataException exception)
        {
            throw new UsageException(exception.Message);
        }
    }

    /// <summary>The settings of the environment.</summary>
    public static SelectorSettings Settings(CommandContext context, IReadOnlyList<TradeProfile> profiles)
    {
        try
        {
            return SelectorSettings.Read(context.Variables.GetValueOrDefault, profiles);
        }
        catch (ArgumentException exception)
        {
            throw new UsageException(exception.Message);
        }
    }
}
