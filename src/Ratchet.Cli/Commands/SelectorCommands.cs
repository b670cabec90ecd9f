using System.CommandLine;
using Ratchet.Adaptation.Selection;
using Ratchet.Hosting.Composition;
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
            SelectorRegimeCommand.Build(context, cancellationToken),
            SelectorStateCommands.BuildState(context),
            SelectorEvaluateCommand.Build(context, cancellationToken),
            SelectorStudyCommand.Build(context, cancellationToken),
            SelectorStateCommands.BuildExport(context),
            SelectorStateCommands.BuildImport(context),
        };

    public static Option<string?> ProfilesOption() => new("--profiles") { Description = "JSON file of profiles; without it, the seven of the product." };

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

    /// <summary>The settings of files, environment and options.</summary>
    public static SelectorSettings Settings(CommandContext context, SharedOptions common, ParseResult parsed, IReadOnlyList<TradeProfile> profiles) =>
        SelectorConfiguration.Read(common.Load(parsed, context), profiles);
}
