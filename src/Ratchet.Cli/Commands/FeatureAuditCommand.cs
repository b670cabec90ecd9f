using System.CommandLine;
using System.Globalization;
using Ratchet.Cli.Rendering;
using Ratchet.Features.Audit;
using Ratchet.Hosting.Composition;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet features audit</c>: looks for features that see the future, on the bars that the configuration names.</summary>
internal static class FeatureAuditCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var cuts = new Option<string?>("--cuts") { Description = "At how many bars the future is cut off and changed. Default 12; from 1 to 100000." };
        var command = new Command("audit", "Prove that no feature of the set looks ahead, on real or synthetic bars; exit code 3 where one does.") { cuts };
        common.AddTo(command, study: true);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context).Value;
            var dataset = ConfigurationMapping.ToDatasetOptions(configuration, context.Families);
            var options = new AuditOptions
            {
                CutCount = ReadCuts(parsed.GetValue(cuts)),
                Seed = configuration.Search.Seed,
                Threads = Math.Clamp(configuration.Search.Jobs, 1, Environment.ProcessorCount),
            };
            var input = MarketReading.Open(context, configuration);
            // An audit compares features with themselves and shows no price: without a range it may read every bar.
            var bars = configuration.Data.Timerange.Length == 0 ? input.Bars : input.Development;
            var report = LookAheadAudit.Run(bars, dataset.Features, dataset.Catalogue, options, cancellationToken);
            var series = $"{input.Bars.Symbol} {input.Bars.TimeFrame}{(input.Synthetic ? " (SYNTHETIC DATA)" : string.Empty)}";
            if (parsed.GetValue(common.Json))
            {
                context.Out.WriteLine(JsonText.Of(AuditView.Json(series, report)));
            }
            else
            {
                AuditView.Write(context.Out, series, report);
            }

            if (report.IsClean)
            {
                return ExitCode.Done;
            }

            var offenders = string.Join(", ", report.Features.Where(f => !f.IsClean).Select(f => f.Feature));
            context.Error.WriteLine($"error: {offenders}: looks ahead or is not the same at both speeds. Correct the feature, or leave it out of 'features.features'.");
            return ExitCode.Refused;
        });
        return command;
    }

    private static int ReadCuts(string? text)
    {
        if (text is null)
        {
            return new AuditOptions().CutCount;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= 100_000
            ? count
            : throw new UsageException($"--cuts '{text}' must be a whole number from 1 to 100000.");
    }
}
