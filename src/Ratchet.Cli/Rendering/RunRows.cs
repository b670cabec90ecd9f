using System.Globalization;
using Ratchet.Lifecycle.Training;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>The rows that runs make in a table, the same figures everywhere.</summary>
internal static class RunRows
{
    public static Table MakeTable() =>
        ConsoleTable.Make("", "composite", "return", "Sharpe", "drawdown", "profit factor", "trades", "win rate", "viable");

    public static void Heading(Table table, string text) => table.AddRow($"[bold]{Markup.Escape(text)}[/]", "", "", "", "", "", "", "", "");

    public static void Run(Table table, string name, ScoredRun run)
    {
        var metrics = run.Metrics;
        table.AddRow(
            "  " + Markup.Escape(name),
            Number(run.Score.Composite, "0.000"),
            Percent(metrics.TotalReturn),
            Number(metrics.Sharpe, "0.00"),
            Percent(metrics.MaximumDrawdown),
            metrics.Trades == 0 ? "-" : Number(metrics.ProfitFactor, "0.00"),
            metrics.Trades.ToString(CultureInfo.InvariantCulture),
            metrics.Trades == 0 ? "-" : Percent(metrics.WinRate),
            run.Score.Viable ? "yes" : "no");
    }

    public static void Random(Table table, Trading.Simulation.RandomEntryResult random, int trades) =>
        table.AddRow(
            "  random entry, median",
            Number(random.MedianComposite, "0.000"),
            Percent(random.MedianReturn),
            "",
            "",
            "",
            trades.ToString(CultureInfo.InvariantCulture),
            "",
            "");

    public static string Number(double value, string format) => double.IsNaN(value) ? "-" : value.ToString(format, CultureInfo.InvariantCulture);

    public static string Percent(double value) => double.IsNaN(value) ? "-" : string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0} %");
}
