using System.CommandLine;
using Ratchet.Adaptation.Monitor;
using Ratchet.Cli.Rendering;

namespace Ratchet.Cli.Commands;

/// <summary><c>ratchet advisor …</c>: what the advisor thinks, and what a person tells it.</summary>
internal static class AdvisorCommands
{
    public static Command Build(CommandContext context) => new("advisor", "The advisor: weights, signal quality and the status of strategies.")
    {
        Show(context, "status", "Parts, switches, alerts, and what advice is worth.", AdvisorView.WriteStatus, AdvisorJson.Status),
        Strategy(context),
        Show(context, "allocation", "Weights and shares of the strategies in one regime.", AdvisorView.WriteAllocation, AdvisorJson.Allocation),
        Show(context, "health", "Every strategy's figures against their thresholds.", AdvisorView.WriteHealth, AdvisorJson.Health),
        Show(context, "regimes", "How trading goes in every regime.", AdvisorView.WriteRegimes, AdvisorJson.Regimes),
        Audit(context),
        AdvisorChangeCommands.Force(context),
        AdvisorChangeCommands.Set(context),
        Export(context),
    };

    private static Command Show(
        CommandContext context, string name, string description, Action<TextWriter, AdvisorReport> text, Func<AdvisorReport, System.Text.Json.Nodes.JsonNode> json)
    {
        var options = new AdvisorStateOptions();
        var command = new Command(name, description);
        options.AddTo(command);
        command.SetAction(parsed => Write(context, parsed.GetValue(options.Common.Json), options.Report(parsed, context), text, json));
        return command;
    }

    private static Command Strategy(CommandContext context)
    {
        var options = new AdvisorStateOptions();
        var name = new Argument<string?>("name") { Description = "A strategy's name; without it, all of them.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("strategy", "One strategy in full, or all of them in a line each.") { name };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var report = options.Report(parsed, context);
            if (parsed.GetValue(name) is not { } wanted)
            {
                return Write(context, parsed.GetValue(options.Common.Json), report, AdvisorView.WriteStrategies, AdvisorJson.Strategies);
            }

            var strategy = report.Strategies.FirstOrDefault(s => s.Name == wanted)
                ?? throw new UsageException($"There is no strategy '{wanted}'; there are: {string.Join(", ", report.Strategies.Select(s => s.Name))}.");
            return Write(context, parsed.GetValue(options.Common.Json), report, (w, r) => AdvisorView.WriteStrategy(w, r, strategy), _ => AdvisorJson.Strategy(strategy));
        });
        return command;
    }

    private static Command Audit(CommandContext context)
    {
        var options = new AdvisorStateOptions();
        var top = new Option<int>("--top") { Description = "How many of the newest entries.", DefaultValueFactory = _ => 20 };
        var weights = new Option<bool>("--weights") { Description = "The changes of weights instead." };
        var command = new Command("audit", "Changes of status with their numbers, settings and failures, each with who and why; newest last.") { top, weights };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var count = Math.Max(0, parsed.GetValue(top));
            var report = options.Report(parsed, context);
            var newest = report with { Audit = [.. report.Audit.TakeLast(count)], WeightHistory = [.. report.WeightHistory.TakeLast(count)] };
            return parsed.GetValue(weights)
                ? Write(context, parsed.GetValue(options.Common.Json), newest, AdvisorView.WriteWeights, AdvisorJson.Weights)
                : Write(context, parsed.GetValue(options.Common.Json), newest, AdvisorView.WriteAudit, AdvisorJson.Audit);
        });
        return command;
    }

    private static Command Export(CommandContext context)
    {
        var options = new AdvisorStateOptions();
        var csv = new Option<string?>("--csv") { Description = "One table as CSV: strategies, regimes, weights or audit; without it, everything as JSON." };
        var command = new Command("export", "Everything as JSON, or one table as CSV, to standard output.") { csv };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var report = options.Report(parsed, context);
            context.Out.Write(parsed.GetValue(csv) switch
            {
                null => JsonText.Of(AdvisorJson.All(report)) + Environment.NewLine,
                "strategies" => AdvisorCsv.Strategies(report),
                "regimes" => AdvisorCsv.Regimes(report),
                "weights" => AdvisorCsv.Weights(report),
                "audit" => AdvisorCsv.Audit(report),
                var other => throw new UsageException($"--csv '{other}' must be strategies, regimes, weights or audit."),
            });
            return ExitCode.Done;
        });
        return command;
    }

    private static int Write(
        CommandContext context, bool asJson, AdvisorReport report, Action<TextWriter, AdvisorReport> text, Func<AdvisorReport, System.Text.Json.Nodes.JsonNode> json)
    {
        if (asJson)
        {
            context.Out.WriteLine(JsonText.Of(json(report)));
        }
        else
        {
            text(context.Out, report);
        }

        return ExitCode.Done;
    }
}
