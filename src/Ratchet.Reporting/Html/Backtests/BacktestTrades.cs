using Ratchet.Lifecycle.Backtests;
using Ratchet.Reporting.Charts;
using Ratchet.Reporting.Html.Sections;
using Ratchet.Reporting.Html.Writing;
using Ratchet.Reporting.Results;

namespace Ratchet.Reporting.Html.Backtests;

/// <summary>The trades by what they have in common, their results in R, and the months.</summary>
internal static class BacktestTrades
{
    public static void Write(HtmlDocument page, TradedRun run)
    {
        page.Markup("<section id=\"trades\"><h2>Trades</h2><p class=\"note\">R is a trade's result in multiples of the risk taken at its entry. ");
        page.Write($"Paid: fees {Money((double)run.Fees)}, slippage {(double.IsNaN(run.Slippage) ? "not told apart by the venue's model" : Money(run.Slippage))}, funding {Money((double)-run.Funding)}.");
        page.Markup("</p><div class=\"grid g2\">\n<div>");
        Groups(page, "Strategy", run.ByStrategy);
        Groups(page, "Symbol", run.BySymbol);
        Groups(page, "Side", run.BySide);
        page.Markup("</div><div>");
        Groups(page, "Last exit", [.. run.ByExit.Select(g => g with { Name = ReasonText.Of(g.Name) })]);
        Groups(page, "Advice", run.ByTag);
        page.Markup("</div></div>\n");
        var results = run.Result.Trades.Select(t => t.ResultInR).Where(double.IsFinite).ToArray();
        if (results.Length > 0)
        {
            var chart = new HistogramChart
            {
                Title = "Results in R",
                Description = $"Histogram of {results.Length} trade results in multiples of the risk taken.",
                XLabel = "result in R",
                YLabel = "trades",
                Values = results,
            };
            Figure.Write(page, chart, FigureWidth.Full, "Results in R", height: 240);
        }

        MonthTable.Write(page, RunMonths.Of(run));
        page.Markup("</section>\n");
    }

    private static void Groups(HtmlDocument page, string heading, IReadOnlyList<TradeGroup> groups)
    {
        if (groups.Count == 0)
        {
            return;
        }

        page.Write($"<div class=\"scroll\"><table class=\"block\"><thead><tr><th>{heading}</th><th class=\"n\">Trades</th><th class=\"n\">Winners</th><th class=\"n\">Profit factor</th><th class=\"n\">Mean R</th><th class=\"n\">Result</th></tr></thead><tbody>");
        foreach (var group in groups)
        {
            page.Write($"<tr><td>{group.Name}</td><td class=\"n\">{group.Trades.ToString("N0")}</td><td class=\"n\">{FigureText.Percent(group.WinRate)}</td><td class=\"n\">{FigureText.Number(group.ProfitFactor)}</td>");
            page.Write($"<td class=\"n\">{FigureText.Number(group.MeanR, signed: true)}</td><td class=\"n\">{FigureText.Number((double)group.Profit, signed: true)}</td></tr>");
        }

        page.Markup("</tbody></table></div>\n");
    }

    private static string Money(double value) => FigureText.Number(value);
}
