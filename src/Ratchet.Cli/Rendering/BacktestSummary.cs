using Ratchet.Cli.Commands;
using Ratchet.Hosting.Composition;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;
using Ratchet.Reporting.Results;
using Ratchet.Trading.Simulation;
using Ratchet.Validation.Significance;

namespace Ratchet.Cli.Rendering;

/// <summary>What a backtest says.</summary>
internal static class BacktestSummary
{
    public static void Write(CommandContext context, MarketInput input, DefaultsBacktest result, bool json)
    {
        if (json)
        {
            context.Out.Write(BacktestRecord.Render(input.Synthetic, result));
            return;
        }

        Banner(context, input);
        var table = RunRows.MakeTable();
        RunRows.Heading(table, $"walk-forward, {Period(result.Dataset.Bars, result.WalkForward.Whole)}");
        RunRows.Run(table, "fixed defaults", result.WalkForward.Whole);
        RunRows.Run(table, "buy and hold", result.BuyAndHold);
        Random(table, result.RandomEntry, result.WalkForward.Whole);
        ConsoleTable.Write(context.Out, table);
        Percentiles(context, "Out of sample", result.RandomEntry, result.WalkForward.Whole);
        Warnings(context, result.WalkForward.Whole);
        context.Out.WriteLine(
            $"{result.WalkForward.Windows} windows, {result.WalkForward.TradedWindows.Count} traded after the meta layer's burn-in; " +
            $"{result.WalkForward.ShareOfWindowsWithGain:P0} of them with a gain. The sealed part was not looked at.");
    }

    public static void Write(CommandContext context, MarketInput input, BacktestView view, bool json)
    {
        var outcome = view.Outcome;
        if (json)
        {
            context.Out.Write(BacktestRecord.Render(input.Synthetic, outcome, view.HoldOut?.Comparison, view.Openings));
            return;
        }

        Banner(context, input);
        var table = RunRows.MakeTable();
        RunRows.Heading(table, $"walk-forward, {Period(view.Dataset.Bars, outcome.WalkForward.Whole)}");
        RunRows.Run(table, $"trial {outcome.Chosen.TrialNumber}, chosen", outcome.WalkForward.Whole);
        RunRows.Run(table, "fixed defaults", outcome.DefaultsWalkForward.Whole);
        RunRows.Run(table, "buy and hold", outcome.BuyAndHold);
        Random(table, outcome.RandomEntry, outcome.WalkForward.Whole);
        if (view.HoldOut is { } opened)
        {
            var comparison = opened.Comparison;
            RunRows.Heading(table, $"hold-out, opened, {Period(opened.Bars, comparison.Chosen.Run)}");
            RunRows.Run(table, $"trial {outcome.Chosen.TrialNumber}, chosen", comparison.Chosen.Run);
            RunRows.Run(table, "fixed defaults", comparison.Defaults.Run);
            RunRows.Run(table, "buy and hold", comparison.BuyAndHold);
            Random(table, comparison.RandomEntry, comparison.Chosen.Run);
        }

        ConsoleTable.Write(context.Out, table);
        Percentiles(context, "Walked forward", outcome.RandomEntry, outcome.WalkForward.Whole);
        Warnings(context, outcome.WalkForward.Whole);
        if (view.HoldOut is { } holdOut)
        {
            Percentiles(context, "On the hold-out", holdOut.Comparison.RandomEntry, holdOut.Comparison.Chosen.Run);
            Warnings(context, holdOut.Comparison.Chosen.Run);
        }

        context.Out.WriteLine(view.Openings.Count == 0
            ? "The sealed part has not been opened."
            : $"Openings of the sealed part on record, {view.Openings.Count}: {string.Join("; ", view.Openings)}.");
        if (view.Openings.Count > 1)
        {
            context.Out.WriteLine("WARNING: a hold-out that is opened more than once is no hold-out any more; believe the first opening.");
        }
    }

    private static void Banner(CommandContext context, MarketInput input)
    {
        if (input.Synthetic)
        {
            context.Out.WriteLine("SYNTHETIC DATA: made by a random generator.");
        }
    }

    private static void Random(Spectre.Console.Table table, RandomEntryResult? random, ScoredRun run)
    {
        if (random is not null)
        {
            RunRows.Random(table, random, run.Metrics.Trades);
        }
    }

    private static void Percentiles(CommandContext context, string where, RandomEntryResult? random, ScoredRun run) =>
        context.Out.WriteLine(random is null
            ? $"{where} there was no trade, so there is nothing to compare with random entries."
            : $"{where} the return beats {random.ReturnPercentile(run.Metrics.TotalReturn):0.0} % and the composite {random.CompositePercentile(run.Score.Composite):0.0} % " +
              $"of {random.Returns.Length:N0} random-entry strategies with the same trades, sides and holding times.");

    private static void Warnings(CommandContext context, ScoredRun run)
    {
        foreach (var warning in PlausibilityCheck.Warnings(run.Metrics))
        {
            context.Out.WriteLine($"WARNING: {warning}");
        }
    }

    private static string Period(BarSeries bars, ScoredRun run) =>
        $"{UtcTime.Format(bars.OpenTime[run.Range.Start])[..10]} to {UtcTime.Format(bars.OpenTime[run.Range.End - 1])[..10]}";
}
