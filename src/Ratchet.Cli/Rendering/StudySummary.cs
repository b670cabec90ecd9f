using Ratchet.Cli.Commands;
using Ratchet.Features.Sets;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;
using Ratchet.Lifecycle.Training;
using Ratchet.Market.Time;
using Ratchet.Validation.Significance;

namespace Ratchet.Cli.Rendering;

/// <summary>What a finished study says on the console: in-sample figures never without the out-of-sample ones beside them.</summary>
internal static class StudySummary
{
    public static void Announce(TextWriter writer, MarketInput input, RatchetConfiguration configuration, OptimizeRun run, string name)
    {
        var bars = input.Bars;
        if (input.Synthetic)
        {
            writer.WriteLine("SYNTHETIC DATA: a random generator made these bars. Nothing below says anything about a real market.");
        }

        writer.WriteLine($"study {name}");
        var (seen, shut) = (input.Split.Development.Length, input.Split.Sealed.Length);
        writer.WriteLine($"{bars.Symbol} {bars.TimeFrame}: {seen + shut:N0} bars from {UtcTime.Format(bars.OpenTime[0])[..10]}; {input.Source}");
        writer.WriteLine($"seed {configuration.Search.Seed}, {configuration.Search.Jobs} evaluations at once on {run.Threads} threads");
    }

    public static void Write(CommandContext context, OptimizeResult result, ResultFiles files, TimeSpan elapsed)
    {
        var outcome = result.Outcome;
        var chosen = outcome.Chosen;
        var walked = outcome.WalkForward.Whole;
        if (result.Input.Synthetic)
        {
            context.Out.WriteLine("SYNTHETIC DATA: made by a random generator.");
        }

        context.Out.WriteLine(Verdict(result));
        var table = RunRows.MakeTable();
        RunRows.Heading(table, $"walk-forward, {Period(result, walked)}");
        RunRows.Run(table, $"trial {chosen.TrialNumber}, chosen", walked);
        RunRows.Run(table, "fixed defaults", outcome.DefaultsWalkForward.Whole);
        RunRows.Run(table, "buy and hold", outcome.BuyAndHold);
        if (outcome.RandomEntry is { } random)
        {
            RunRows.Random(table, random, walked.Metrics.Trades);
        }

        RunRows.Heading(table, "second look, out of fold (in-sample)");
        foreach (var candidate in outcome.Top)
        {
            RunRows.Run(table, $"trial {candidate.TrialNumber}, lower bound {candidate.Second.LowerBound:0.000}", candidate.Second.Whole);
        }

        RunRows.Run(table, "fixed defaults", outcome.Defaults.Second.Whole);
        ConsoleTable.Write(context.Out, table);

        if (outcome.RandomEntry is { } draws)
        {
            context.Out.WriteLine(
                $"Out of sample the chosen configuration's return beats {draws.ReturnPercentile(walked.Metrics.TotalReturn):0.0} % and its composite " +
                $"{draws.CompositePercentile(walked.Score.Composite):0.0} % of {draws.Returns.Length:N0} random-entry strategies with the same trades, sides and holding times.");
        }
        else
        {
            context.Out.WriteLine("Out of sample the chosen configuration made no trade, so there is nothing to compare with random entries.");
        }

        context.Out.WriteLine("Walk-forward models never saw the bars they traded, but the configuration was chosen on the same development part; only the sealed part is free of both.");
        foreach (var warning in PlausibilityCheck.Warnings(walked.Metrics))
        {
            context.Out.WriteLine($"WARNING: {warning}");
        }

        if (outcome.LowestFidelity is { } plain)
        {
            context.Out.WriteLine(
                $"Search (in-sample values): Hyperband's best {plain.HyperbandValue:0.0000} with {plain.HyperbandTrees:N0} trees; ranking all at the lowest resource and " +
                $"evaluating the best {plain.Evaluated}: {plain.BestValue:0.0000} with {plain.Trees:N0} trees. Out of sample: the table above.");
        }

        context.Out.WriteLine(
            $"{outcome.TrialCount} configurations x 4 forests x {outcome.Settings.Validation.Folds} purged folds; trees grown in the search {outcome.Trees.Grown:N0} " +
            $"(warm-start arithmetic {outcome.Trees.WarmStarted:N0}, from scratch {outcome.Trees.FromScratch:N0}); {outcome.WalkForward.Windows} walk-forward windows; {elapsed.TotalSeconds:0.0} s");
        if (!outcome.Reproducible)
        {
            context.Out.WriteLine("NOT REPRODUCIBLE: a trial's time-out fired; another machine may find something else.");
        }

        var shut = result.Split.Sealed;
        context.Out.WriteLine(files.Openings.Count == 0
            ? $"The last {shut.Length:N0} bars (from {UtcTime.Format(result.Input.Bars.OpenTime[shut.Start])}) are sealed; 'ratchet backtest --study {files.StudyName} --open-holdout' opens them and records it."
            : $"The last {shut.Length:N0} bars were held out of this search, but had been opened before: {string.Join("; ", files.Openings)}.");
        context.Out.WriteLine($"report   {files.ReportPath}");
        context.Out.WriteLine($"results  {files.TopConfigurationsPath}");
    }

    /// <summary>Where the feature columns came from, and what their store had to say.</summary>
    public static void WriteColumns(TextWriter writer, FeatureTable features)
    {
        writer.WriteLine($"{features.Names.Count} feature columns: {features.Reuse}");
        foreach (var remark in features.StoreRemarks)
        {
            writer.WriteLine($"WARNING: {remark}");
        }
    }

    private static string Verdict(OptimizeResult result)
    {
        var outcome = result.Outcome;
        if (outcome.Viable)
        {
            return $"Chosen: trial {outcome.Chosen.TrialNumber}, viable in the second look and walked forward.";
        }

        var reasons = outcome.Chosen.Second.Whole.Score.Viable ? outcome.WalkForward.Whole.Score.Reasons : outcome.Chosen.Second.Whole.Score.Reasons;
        var where = outcome.Chosen.Second.Whole.Score.Viable ? "walked forward, out of sample" : "in the second look";
        return $"Nothing viable was found: the best, trial {outcome.Chosen.TrialNumber}, misses {where}: {string.Join("; ", reasons.Select(r => r.TrimEnd('.')))}.";
    }

    private static string Period(OptimizeResult result, ScoredRun run)
    {
        var bars = result.Dataset.Bars;
        return $"{UtcTime.Format(bars.OpenTime[run.Range.Start])[..10]} to {UtcTime.Format(bars.OpenTime[run.Range.End - 1])[..10]}";
    }
}
