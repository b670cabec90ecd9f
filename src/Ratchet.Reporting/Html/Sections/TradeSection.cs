using Ratchet.Reporting.Charts;
using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sections;

/// <summary>The trades of the result, the stages side by side.</summary>
internal static class TradeSection
{
    public static void Write(HtmlDocument page, IReadOnlyList<ReportTrades> stages)
    {
        if (stages.Count == 0)
        {
            return;
        }

        var hasOutOfSample = stages.Any(stage => stage.Stage == ReportStage.OutOfSample);
        var shown = stages.Where(stage => stage.Stage != ReportStage.InSample || hasOutOfSample).OrderBy(stage => stage.Stage).ToArray();
        page.Markup("<section id=\"trades\"><h2>Trades</h2><p class=\"note\">R is a trade's result in multiples of the risk taken at its entry.</p>\n");
        page.Write($"<div class=\"grid {(shown.Length > 1 ? "g2" : "g1")}\">\n");
        foreach (var stage in shown)
        {
            page.Markup("<div>");
            Stage(page, stage);
            page.Markup("</div>\n");
        }

        page.Markup("</div>");
        if (shown.Length < stages.Count)
        {
            page.Write($"<p class=\"note\">{StageText.Withheld}</p>");
        }

        page.Markup("</section>\n");
    }

    private static void Stage(HtmlDocument page, ReportTrades trades)
    {
        page.Write($"<h3>{StageText.Name(trades.Stage)}<span class=\"stage\">{StageText.Kind(trades.Stage)}</span></h3><dl class=\"facts\"><dt>Closed trades</dt><dd>{trades.Count.ToString("N0")}</dd>");
        Fact(page, "Best", trades.Best);
        Fact(page, "Worst", trades.Worst);
        Fact(page, "Held", trades.Holding);
        page.Markup("</dl>\n");
        if (trades.Sides.Count > 0)
        {
            page.Markup("<table class=\"block\"><thead><tr><th>Side</th><th class=\"n\">Trades</th><th class=\"n\">Winners</th><th class=\"n\">Mean R</th></tr></thead><tbody>");
            foreach (var side in trades.Sides)
            {
                page.Write($"<tr><td>{side.Name}</td><td class=\"n\">{side.Count.ToString("N0")}</td><td class=\"n\">{FigureText.Percent(side.WinRate)}</td><td class=\"n\">{FigureText.Number(side.MeanR, signed: true)}</td></tr>");
            }

            page.Markup("</tbody></table>\n");
        }

        Exits(page, trades);
        if (trades.RMultiples.Count > 0)
        {
            var chart = new HistogramChart
            {
                Title = $"Results in R, {StageText.Name(trades.Stage)}",
                Description = $"Histogram of {trades.RMultiples.Count} trade results in multiples of the risk taken.",
                XLabel = "result in R",
                YLabel = "trades",
                Values = trades.RMultiples,
            };
            Figure.Write(page, chart, FigureWidth.Half, "Results in R", height: 260);
        }

        MonthTable.Write(page, trades.Months);
    }

    private static void Exits(HtmlDocument page, ReportTrades trades)
    {
        if (trades.Exits.Count == 0)
        {
            return;
        }

        page.Markup("<table class=\"block\"><thead><tr><th>Exit</th><th class=\"n\">Trades</th><th class=\"n\">Share</th><th class=\"n\">Mean R</th></tr></thead><tbody>");
        foreach (var exit in trades.Exits)
        {
            var share = trades.Count > 0 ? (double)exit.Count / trades.Count : double.NaN;
            page.Write($"<tr><td>{exit.Reason}</td><td class=\"n\">{exit.Count.ToString("N0")}</td><td class=\"n\">{FigureText.Percent(share)}</td><td class=\"n\">{FigureText.Number(exit.MeanR, signed: true)}</td></tr>");
        }

        page.Markup("</tbody></table>\n");
    }

    private static void Fact(HtmlDocument page, string name, string value)
    {
        if (value.Length > 0)
        {
            page.Write($"<dt>{name}</dt><dd>{value}</dd>");
        }
    }
}
