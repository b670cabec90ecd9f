using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Features.Sets;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet features</c>: what can be learned from.</summary>
internal static class FeatureCommands
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken) => new("features", "The features that models can learn from.")
    {
        List(context),
        FeatureAuditCommand.Build(context, cancellationToken),
        FeatureSelectCommand.Build(context, cancellationToken),
    };

    private static Command List(CommandContext context)
    {
        var common = new SharedOptions();
        var names = Enum.GetNames<FeatureGroup>().Select(n => n.ToLowerInvariant()).ToArray();
        var group = new Option<string?>("--group", "-g") { Description = $"Only one group: {string.Join(", ", names)}." };
        var frame = new Option<string?>("--timeframe", "-i") { Description = "Time frame that warm-ups are counted in. Default 1h." };
        var command = new Command("list", "List the catalogue of features, with the bars each needs before its first value.") { group, frame };
        common.AddTo(command, market: false);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context, (frame, "data.timeframe")).Value;
            var length = MarketWords.ReadTimeFrame(configuration.Data.Timeframe, "--timeframe");
            var asked = parsed.GetValue(group);
            if (asked is not null && !names.Contains(asked, StringComparer.OrdinalIgnoreCase))
            {
                throw new UsageException($"--group '{asked}' is not known, did you mean '{NearestName.Of(asked, names)}'? There are {string.Join(", ", names)}.");
            }

            var catalogue = ConfigurationMapping.ToDatasetOptions(configuration, context.Families).Catalogue;
            var listed = catalogue.Features.Where(f => asked is null || f.Group.ToString().Equals(asked, StringComparison.OrdinalIgnoreCase)).ToArray();
            Write(context, listed, length, parsed.GetValue(common.Json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(CommandContext context, IReadOnlyList<FeatureDescriptor> features, TimeFrame frame, bool json)
    {
        if (json)
        {
            context.Out.WriteLine(JsonText.Of(FeatureView.Json(features, frame)));
        }
        else
        {
            FeatureView.Write(context.Out, features, frame);
        }
    }
}
