using Ratchet.Adaptation.Decomposition;
using Ratchet.Adaptation.Monitor;
using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Retirement;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>The advisor's reports as tables.</summary>
internal static class AdvisorView
{
    public static void WriteStatus(TextWriter writer, AdvisorReport report)
    {
        writer.WriteLine($"Advisor at {PlainText.Time(report.Time)} UTC{(report.Fault is null ? string.Empty : $": FAILED, base weights are advised ({report.Fault})")}");
        foreach (var alert in report.Alerts)
        {
            writer.WriteLine($"  {alert.Level.ToString().ToUpperInvariant()}: {alert.Text}");
        }

        if (report.Alerts.Count == 0)
        {
            writer.WriteLine("  No alerts.");
        }

        var parts = ConsoleTable.Make("part", "switch", "ready", "seen");
        parts.Columns[3].LeftAligned();
        foreach (var part in report.Components)
        {
            parts.AddRow(part.Name, part.Enabled ? "on" : "off", part.Initialised ? "yes" : "not yet", Markup.Escape(part.Detail));
        }

        ConsoleTable.Write(writer, parts);
        WriteStrategies(writer, report);
        var s = report.Signals;
        writer.WriteLine($"Signals: {s.Passed:N0} passed (mean quality {Number(s.PassedQuality)}), {s.Filtered:N0} filtered ({Number(s.FilteredQuality)}), {s.Barred:N0} barred by status; share filtered {Share(s.ShareFiltered)}.");
        writer.WriteLine($"Weights: mean {Number(report.AverageWeight)}; correlation with what came after {Number(report.WeightCorrelation)} over {PlainText.Count(report.WeightPairs, "pair")}.");
        writer.WriteLine($"Status:  {Share(report.ShareOfTimeDegraded)} of the time degraded; recovery rate {Share(report.RecoveryRate)}.");
        WriteEffect(writer, report.Effect);
    }

    public static void WriteStrategies(TextWriter writer, AdvisorReport report)
    {
        var table = ConsoleTable.Make("strategy", "status", "weight", "share", "trades", "win rate", "R a trade", "profit factor", "Sharpe", "drawdown R", "losing run");
        foreach (var s in report.Strategies)
        {
            var f = s.Figures;
            table.AddRow(
                Markup.Escape(s.Name),
                Word(s.Status),
                Number(s.Weight),
                Share(s.Share),
                $"{f.Trades:N0}",
                Share(f.WinRate),
                Number(f.Expectancy),
                Number(f.ProfitFactor),
                Number(f.Sharpe),
                Number(f.Drawdown),
                $"{f.LosingRun} ({f.LongestLosingRun})");
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine($"Weights and shares in {RegimeNames.Of(report.Regime)}; figures over the last trades with money; losing run now (longest).");
    }

    public static void WriteStrategy(TextWriter writer, AdvisorReport report, StrategySummary strategy)
    {
        WriteStrategies(writer, report with { Strategies = [strategy] });
        WriteHealth(writer, report with { Strategies = [strategy] });
        var f = strategy.AllFigures;
        if (strategy.Since > 0)
        {
            writer.WriteLine($"{Word(strategy.Status)} since {PlainText.Time(strategy.Since)} UTC.");
        }

        writer.WriteLine($"With shadow trades: {PlainText.Count(f.Trades, "trade")}, {Number(f.Expectancy)} R a trade, win rate {Share(f.WinRate)}, profit factor {Number(f.ProfitFactor)}.");
        var t = strategy.Times;
        writer.WriteLine($"Hours: {Hours(t.Active)} active, {Hours(t.Degraded)} degraded, {Hours(t.Suspended)} suspended, {Hours(t.Retired)} retired; {PlainText.Count(t.Degradations, "degradation")}, {t.Recoveries} recovered from, {PlainText.Count(t.Suspensions, "suspension")}.");
        WriteAudit(writer, report with { Audit = [.. report.Audit.Where(e => e.Subject == strategy.Name).TakeLast(10)] });
    }

    public static void WriteAllocation(TextWriter writer, AdvisorReport report)
    {
        var table = ConsoleTable.Make("strategy", "status", "base", "weight", "share");
        foreach (var s in report.Strategies)
        {
            table.AddRow(Markup.Escape(s.Name), Word(s.Status), Number(s.BaseWeight), Number(s.Weight), Share(s.Share));
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine($"In {RegimeNames.Of(report.Regime)}; a share is weight x status factor over the sum of all.");
    }

    public static void WriteHealth(TextWriter writer, AdvisorReport report)
    {
        var table = ConsoleTable.Make("strategy", "status", "trades", "R a trade", "profit factor", "win rate", "drawdown", "losing run", "verdict");
        foreach (var s in report.Strategies)
        {
            var h = s.Health;
            table.AddRow(
                Markup.Escape(s.Name),
                Word(s.Status),
                $"{h.Trades:N0}",
                Figure(h.Expectancy, "<"),
                Figure(h.ProfitFactor, "<"),
                Figure(h.WinRate, "<"),
                Figure(h.Drawdown, ">"),
                h.LosingRun.Violated ? $"{h.LosingRun.Value:0} >= {h.LosingRun.Limit:0}" : $"{h.LosingRun.Value:0}",
                h.Violated ? "VIOLATED" : h.Healthy ? "healthy" : "too few trades");
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine("Each figure with the bound that is compared; a violated one shows its threshold.");
    }

    public static void WriteRegimes(TextWriter writer, AdvisorReport report)
    {
        var table = ConsoleTable.Make("regime", "mean weight", "trades", "win rate", "R a trade", "profit factor", "with shadow", "R a trade");
        foreach (var r in report.Regimes)
        {
            table.AddRow(
                RegimeNames.Of(r.Regime),
                Number(r.AverageWeight),
                $"{r.Figures.Trades:N0}",
                Share(r.Figures.WinRate),
                Number(r.Figures.Expectancy),
                Number(r.Figures.ProfitFactor),
                $"{r.AllFigures.Trades:N0}",
                Number(r.AllFigures.Expectancy));
        }

        ConsoleTable.Write(writer, table);
    }

    public static void WriteAudit(TextWriter writer, AdvisorReport report)
    {
        if (report.Audit.Count == 0)
        {
            writer.WriteLine("The audit is empty.");
        }

        foreach (var entry in report.Audit)
        {
            writer.WriteLine($"{PlainText.Time(entry.Time)}  {entry.Kind,-9}  {entry.Subject}: {Or(entry.From)} -> {Or(entry.To)}  (by {entry.By}: {entry.Why})");
            if (entry.Numbers.Length > 0)
            {
                writer.WriteLine($"                  {entry.Numbers}");
            }
        }
    }

    public static void WriteWeights(TextWriter writer, AdvisorReport report)
    {
        var table = ConsoleTable.Make("time", "strategy", "regime", "before", "after", "target", "composite", "trades", "reason");
        foreach (var c in report.WeightHistory)
        {
            table.AddRow(
                PlainText.Time(c.Time),
                Markup.Escape(report.Strategies[c.Strategy].Name),
                RegimeNames.Of(c.Regime),
                Number(c.Before),
                Number(c.After),
                Number(c.Target),
                Number(c.Composite),
                $"{c.Trades:N0}",
                c.Reason.ToString());
        }

        ConsoleTable.Write(writer, table);
    }

    private static void WriteEffect(TextWriter writer, AdviceEffect effect)
    {
        var table = ConsoleTable.Make("advice", "trades", "R a trade", "profit factor", "Sharpe", "sum R");
        Row("with", effect.Advised);
        Row("without (all signals, 1 R each)", effect.Unadvised);
        table.AddRow("difference", string.Empty, Number(effect.ExpectancyGain), Number(effect.ProfitFactorGain), Number(effect.SharpeGain), Number(effect.TotalGain));
        ConsoleTable.Write(writer, table);

        void Row(string name, in PerformanceFigures f) =>
            table.AddRow(name, $"{f.Trades:N0}", Number(f.Expectancy), Number(f.ProfitFactor), Number(f.Sharpe), Number(f.Expectancy * f.Trades));
    }

    private static string Figure(HealthFigure figure, string sign)
    {
        var text = figure.Value.Equals(figure.Bound) ? Number(figure.Value) : $"{Number(figure.Value)} ({Number(figure.Bound)})";
        return figure.Violated ? $"{text} {sign} {Number(figure.Limit)}" : text;
    }

    private static string Word(RetirementStatus status) => status.ToString().ToUpperInvariant();

    private static string Or(string text) => text.Length > 0 ? text : "-";

    private static string Hours(long milliseconds) => $"{milliseconds / 3_600_000.0:N1}";

    private static string Share(double share) => double.IsFinite(share) ? $"{100 * share:0.0} %" : "-";

    private static string Number(double value) => double.IsNaN(value) ? "-" : double.IsPositiveInfinity(value) ? "∞" : $"{value:0.000}";
}
