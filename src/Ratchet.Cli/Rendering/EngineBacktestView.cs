using System.Globalization;
using Ratchet.Cli.Commands;
using Ratchet.Hosting.Composition;
using Ratchet.Lifecycle.Backtests;
using Ratchet.Market.Time;
using Ratchet.Reporting.Results;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>What a backtest by the engine says on the console.</summary>
internal static class EngineBacktestView
{
    private const string Nothing = "-";

    public static TradedIdentity Identity(EngineBacktestOutcome outcome, string command) => new(
        outcome.Title,
        outcome.Synthetic,
        outcome.Sample,
        [.. outcome.Markets.Select(m => $"{m.Bars.Symbol} {m.Bars.TimeFrame}: {m.Source}")],
        outcome.Notices,
        outcome.Openings,
        outcome.ConfigurationHash,
        OptimizeRun.CodeVersion,
        command);

    public static void Write(CommandContext context, IReadOnlyList<EngineBacktestOutcome> outcomes, string command)
    {
        if (outcomes[0].Synthetic)
        {
            context.Out.WriteLine("SYNTHETIC DATA: made by a random generator. Nothing below says anything about a real market.");
        }

        if (outcomes.Count > 1)
        {
            Rows(context, outcomes);
        }
        else
        {
            One(context, outcomes[0]);
        }

        foreach (var warning in outcomes.SelectMany(o => o.Run.Warnings.Select(w => (o.Title, Text: w))).GroupBy(w => w.Text))
        {
            context.Out.WriteLine($"WARNING: {(warning.Count() < outcomes.Count ? $"{string.Join(", ", warning.Select(w => w.Title))}: " : string.Empty)}{warning.Key}");
        }

        foreach (var opening in outcomes.SelectMany(o => o.Openings).Distinct())
        {
            context.Out.WriteLine($"sealed bars opened  {opening}");
        }

        foreach (var outcome in outcomes)
        {
            context.Out.WriteLine($"orders    {outcome.Run.Result.OrderHash}{(outcomes.Count > 1 ? $"  {outcome.Title}" : string.Empty)}");
        }

        context.Out.WriteLine($"data      {outcomes[0].Run.DataHash}");
        context.Out.WriteLine($"version   {OptimizeRun.CodeVersion}");
        context.Out.WriteLine($"again     {command}");
    }

    private static void Rows(CommandContext context, IReadOnlyList<EngineBacktestOutcome> outcomes)
    {
        context.Out.WriteLine($"each strategy alone on {Markets(outcomes[0].Run)}, {Period(outcomes[0].Run.Time)}; {Money(outcomes[0].Run.Plan.Options.InitialCash)} at the start of each");
        context.Out.WriteLine(outcomes[0].Sample);
        var table = ConsoleTable.Make("", "trades", "win rate", "profit f.", "mean R", "return", "1st half", "2nd half", "drawdown", "Sharpe", "its 95 %", "beats random");
        foreach (var outcome in outcomes)
        {
            var run = outcome.Run;
            var metrics = run.Whole.Metrics;
            table.AddRow(
                Markup.Escape(outcome.Title),
                $"{metrics.Trades:N0}",
                metrics.Trades == 0 ? Nothing : RunRows.Percent(metrics.WinRate),
                metrics.Trades == 0 ? Nothing : RunRows.Number(metrics.ProfitFactor, "0.00"),
                metrics.Trades == 0 ? Nothing : RunRows.Number(metrics.AverageR, "+0.00;-0.00"),
                RunRows.Percent(metrics.TotalReturn),
                RunRows.Percent(run.Halves[0].Metrics.TotalReturn),
                RunRows.Percent(run.Halves[1].Metrics.TotalReturn),
                RunRows.Percent(metrics.MaximumDrawdown),
                RunRows.Number(metrics.Sharpe, "0.00"),
                string.Create(CultureInfo.InvariantCulture, $"{run.Sharpe.Lower:0.0} to {run.Sharpe.Upper:0.0}"),
                RunRows.Percent(run.RandomPercentile / 100));
        }

        ConsoleTable.Write(context.Out, table);
        context.Out.WriteLine($"buy and hold {RunRows.Percent(outcomes[0].Run.BuyAndHold.Metrics.TotalReturn)}, drawdown {RunRows.Percent(outcomes[0].Run.BuyAndHold.Metrics.MaximumDrawdown)}");
    }

    private static void One(CommandContext context, EngineBacktestOutcome outcome)
    {
        var run = outcome.Run;
        context.Out.WriteLine($"{outcome.Title} on {Markets(run)}, {Period(run.Time)}, {run.Whole.Metrics.Bars:N0} bars; {Money(run.Plan.Options.InitialCash)} at the start, {Money(run.Result.FinalCash)} at the end");
        context.Out.WriteLine(outcome.Sample);
        Figures(context, outcome);
        context.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Sharpe ratio {run.Whole.Metrics.Sharpe:0.00}, 95 % by resampling {run.Sharpe.Lower:0.00} to {run.Sharpe.Upper:0.00}. ") + Random(run));
        var slippage = double.IsNaN(run.Slippage) ? "not told apart" : Money((decimal)run.Slippage);
        context.Out.WriteLine($"paid: fees {Money(run.Fees)}, slippage {slippage}, funding {Money(-run.Funding)}");
        Groups(context, run);
        context.Out.WriteLine(run.Result.Refusals.Count == 0
            ? "nothing was refused"
            : $"refused or cut: {string.Join(", ", run.Result.Refusals.OrderByDescending(r => r.Value).ThenBy(r => r.Key).Select(r => $"{ReasonText.Of(r.Key.ToString()).ToLowerInvariant()} {r.Value:N0}"))}");
    }

    private static void Figures(CommandContext context, EngineBacktestOutcome outcome)
    {
        var run = outcome.Run;
        List<TradedPart> parts = [run.Whole, run.Halves[0], run.Halves[1], run.BuyAndHold];
        List<string> names = [outcome.InSample is null ? "whole run" : "out of sample", "first half", "second half", "buy and hold"];
        if (outcome.InSample is { } seen)
        {
            parts.Insert(1, seen.Whole);
            names.Insert(1, "in sample");
        }

        var table = ConsoleTable.Make("", [.. names]);
        table.AddRow([string.Empty, .. parts.Select(p => Markup.Escape($"{UtcTime.Format(p.Time.From)[..10]} to"))]);
        table.AddRow([string.Empty, .. parts.Select(p => Markup.Escape(UtcTime.Format(p.Time.To)[..10]))]);
        foreach (var row in MetricRows.Curve.Concat(MetricRows.Trades))
        {
            table.AddRow([Markup.Escape(row.Name), .. parts.Select(p => Text(row.Unit, row.Value(p)))]);
        }

        ConsoleTable.Write(context.Out, table);
    }

    private static string Random(TradedRun run) => run.RandomReturns.Count == 0
        ? "There was no trade, so there is nothing to compare with random entries."
        : $"The return beats {RunRows.Number(run.RandomPercentile, "0.0")} % of {run.RandomReturns.Count:N0} random-entry portfolios with the same trades, sides and holding times; their median return is {RunRows.Percent(run.RandomMedian)}.";

    private static void Groups(CommandContext context, TradedRun run)
    {
        var table = ConsoleTable.Make("", "trades", "win rate", "profit factor", "mean R", "result", "fees");
        Add("by strategy", run.ByStrategy);
        Add("by symbol", run.BySymbol);
        Add("by side", run.BySide);
        Add("by last exit", [.. run.ByExit.Select(g => g with { Name = ReasonText.Of(g.Name).ToLowerInvariant() })]);
        Add("by advice", run.ByTag);
        ConsoleTable.Write(context.Out, table);

        void Add(string heading, IReadOnlyList<TradeGroup> groups)
        {
            if (groups.Count == 0)
            {
                return;
            }

            table.AddRow($"[bold]{heading}[/]", "", "", "", "", "", "");
            foreach (var group in groups)
            {
                table.AddRow(
                    "  " + Markup.Escape(group.Name),
                    $"{group.Trades:N0}",
                    RunRows.Percent(group.WinRate),
                    double.IsFinite(group.ProfitFactor) ? RunRows.Number(group.ProfitFactor, "0.00") : Nothing,
                    RunRows.Number(group.MeanR, "+0.00;-0.00"),
                    group.Profit.ToString("+#,0.00;-#,0.00;0.00", CultureInfo.InvariantCulture),
                    Money(group.Fees));
            }
        }
    }

    private static string Markets(TradedRun run) => string.Join(", ", run.Plan.Options.Instruments.Select(i => $"{i.Symbol} {i.Frame}"));

    private static string Period(TimeRange time) => $"{UtcTime.Format(time.From)[..10]} to {UtcTime.Format(time.To)[..10]}";

    private static string Money(decimal value) => value.ToString("#,0.00", CultureInfo.InvariantCulture);

    private static string Text(MetricUnit unit, double value) => unit switch
    {
        MetricUnit.Share => Math.Abs(value) < 0.01 && value != 0 ? RunRows.Number(value * 100, "0.000' %'") : RunRows.Percent(value),
        MetricUnit.Count => RunRows.Number(value, "#,0"),
        MetricUnit.Money => RunRows.Number(value, "#,0.00"),
        _ => RunRows.Number(Math.Round(value, 2) + 0.0, "0.00"),
    };
}
