using Ratchet.Lifecycle.Backtests;
using Ratchet.Reporting.Html.Writing;
using Ratchet.Reporting.Results;

namespace Ratchet.Reporting.Html.Backtests;

/// <summary>Every figure of the run, its halves and its baselines, side by side.</summary>
internal static class BacktestFigures
{
    public static void Write(HtmlDocument page, TradedRun run, TradedRun? inSample)
    {
        var parts = new List<TradedPart> { run.Whole, run.Halves[0], run.Halves[1], run.BuyAndHold };
        var names = new List<string> { inSample is null ? "Whole run" : "Out of sample", "First half", "Second half", "Buy and hold" };
        if (inSample is not null)
        {
            parts.Insert(1, inSample.Whole);
            names.Insert(1, "In sample");
        }

        page.Markup("<section id=\"figures\"><h2>Result beside its baselines</h2><p class=\"note\">After fees and slippage. Buy and hold takes all symbols in equal parts with all the money; the run holds what its sizes and limits allow. ");
        page.Write($"Sharpe ratio with 95 % by resampling: {FigureText.Number(run.Sharpe.Lower)} to {FigureText.Number(run.Sharpe.Upper)}.");
        page.Markup("</p><div class=\"grid g2\">\n");
        Table(page, "Equity", MetricRows.Curve, names, parts, run);
        Table(page, "Trades", MetricRows.Trades, names, parts, null);
        page.Markup("</div></section>\n");
    }

    private static void Table(HtmlDocument page, string heading, IReadOnlyList<MetricRow> rows, List<string> names, List<TradedPart> parts, TradedRun? random)
    {
        page.Write($"<div class=\"metric\"><h3>{heading}</h3><table><thead><tr><th></th>");
        foreach (var name in names)
        {
            page.Write($"<th class=\"n\" scope=\"col\">{name}</th>");
        }

        page.Markup("</tr></thead><tbody>");
        foreach (var row in rows)
        {
            page.Write($"<tr><td>{row.Name}</td>");
            foreach (var part in parts)
            {
                page.Write($"<td class=\"n\">{Text(row.Unit, row.Value(part))}</td>");
            }

            page.Markup("</tr>");
        }

        if (random is not null)
        {
            page.Write($"<tr><td>Random entry, median return</td><td class=\"n\">{FigureText.Percent(random.RandomMedian, signed: true)}</td><td colspan=\"{parts.Count - 1}\"></td></tr>");
            page.Write($"<tr><td>Random entries beaten</td><td class=\"n\">{FigureText.Percent(random.RandomPercentile / 100)}</td><td colspan=\"{parts.Count - 1}\"></td></tr>");
        }

        page.Markup("</tbody></table></div>\n");
    }

    private static string Text(MetricUnit unit, double value) => unit switch
    {
        MetricUnit.Share => FigureText.Percent(value, Math.Abs(value) < 0.01 ? 2 : 1),
        MetricUnit.Count => FigureText.Count(value),
        _ => FigureText.Number(value),
    };
}
