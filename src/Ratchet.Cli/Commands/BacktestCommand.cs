using System.CommandLine;
using Ratchet.Cli.Rendering;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Reporting.Html;
using Ratchet.Reporting.Results;
using Ratchet.Reporting.Studies;

namespace Ratchet.Cli.Commands;

/// <summary>
/// <c>ratchet backtest</c>: walks the chosen configuration of a study forward beside its baselines; with --open-holdout it also opens the
/// sealed part, and records that it did. With --strategy or --model it trades by the engine.
/// </summary>
internal static class BacktestCommand
{
    public static Command Build(CommandContext context, CancellationToken cancellationToken)
    {
        var common = new SharedOptions();
        var study = new Option<string?>("--study") { Description = "Name of a finished study; without it the fixed defaults are backtested." };
        var open = new Option<bool>("--open-holdout") { Description = "Open the sealed part of the data for this study. Each opening is recorded." };
        var engine = new EngineBacktestOptions();
        var command = new Command("backtest", "Trade built-in strategies or a trained model by the engine; or walk a study's chosen configuration, or the fixed defaults, forward beside the baselines.") { study, open };
        engine.AddTo(command);
        common.AddTo(command, study: true, severalPairs: true);
        command.SetAction(parsed =>
        {
            var configuration = common.Load(parsed, context, (engine.Cash, "engine.cash")).Value;
            var json = parsed.GetValue(common.Json);
            if (engine.IsAsked(parsed, parsed.GetValue(study) is not null))
            {
                return new EngineBacktestCommand(context, configuration, common, engine).Run(parsed, parsed.GetValue(open), cancellationToken);
            }

            engine.RequireNone(parsed);
            if ((parsed.GetValue(common.Pairs) ?? []).Length > 1)
            {
                throw new UsageException("A study and the fixed defaults trade one symbol; give one --pair, or --strategy or --model to trade several by the engine.");
            }

            if (parsed.GetValue(study) is { } name)
            {
                return RunStudy(context, configuration, name, parsed.GetValue(open), json, cancellationToken);
            }

            return parsed.GetValue(open)
                ? throw new UsageException("--open-holdout needs --study NAME: the sealed part is opened for a study, and recorded there.")
                : RunDefaults(context, configuration, json, cancellationToken);
        });
        return command;
    }

    private static int RunDefaults(CommandContext context, RatchetConfiguration configuration, bool json, CancellationToken cancellationToken)
    {
        var input = MarketReading.Open(context, configuration);
        var result = new BacktestRun(configuration, context.Families, context.Clock).RunDefaults(input, cancellationToken);
        StudySummary.WriteColumns(context.Error, result.Dataset.Features);
        BacktestSummary.Write(context, input, result, json);
        return ExitCode.Done;
    }

    private static int RunStudy(
        CommandContext context, RatchetConfiguration configuration, string name, bool open, bool json, CancellationToken cancellationToken)
    {
        using var study = FinishedStudy.Open(context, configuration, name);
        (configuration, var folder) = (study.Configuration, study.Folder);
        var input = MarketReading.Open(context, configuration);
        var result = study.Run(context, input, cancellationToken);
        var run = new OptimizeRun(configuration, context.Clock, context.Families);
        var ledger = new HoldOutLedger(configuration.Data.Root);
        OpenedHoldOut? opened = null;
        if (open)
        {
            var openedAt = context.Clock.GetUtcNow();
            ledger.Record(input.Bars, result.Split.Sealed, name, result.Outcome.Chosen.TrialNumber, openedAt);
            var comparison = HoldOutOpening.Open(
                input.Bars,
                result.Split,
                ConfigurationMapping.ToDatasetOptions(configuration, context.Families, context.Clock),
                result.Outcome.Settings,
                result.Outcome.Chosen.Configuration,
                run.Threads,
                cancellationToken);
            opened = new(openedAt.ToUnixTimeMilliseconds(), input.Bars, comparison);
            folder.Write("hold_out.json", BacktestRecord.Render(input.Synthetic, result.Outcome, comparison, ledger.Overlapping(input.Bars, result.Split.Sealed)));
            folder.Write("report.html", StudyReportPage.Render(ResultFiles.Page(result, name, configuration.Search.Jobs, opened)));
        }

        BacktestSummary.Write(context, input, new BacktestView(result.Dataset, result.Outcome, opened, ledger.Overlapping(input.Bars, result.Split.Sealed)), json);
        if (!json)
        {
            context.Out.WriteLine($"To trade it by the engine: 'ratchet train --study {name}', then 'ratchet backtest --model {Path.Combine(configuration.Data.Root, TrainCommand.Folder, name)}'.");
        }

        return ExitCode.Done;
    }
}
