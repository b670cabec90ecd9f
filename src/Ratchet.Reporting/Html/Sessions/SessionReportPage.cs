using Ratchet.Market.Time;
using Ratchet.Reporting.Charts;
using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sessions;

/// <summary>
/// Renders a trading session as one self-contained page in the style of a backtest's: no script, nothing loaded from elsewhere, light and dark. The same session gives
/// the same characters.
/// </summary>
public static class SessionReportPage
{
    /// <summary>The page as HTML that is also well-formed XML. All text is escaped.</summary>
    /// <param name="session">What it shows.</param>
    public static string Render(SessionPage session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var page = new HtmlDocument();
        page.Write($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Write($"<meta name=\"color-scheme\" content=\"light dark\"/><title>{session.Headline} · {session.Title}</title><style>{new Markup(PageStyle.Sheet)}</style></head>\n<body>");
        if (session.Synthetic)
        {
            page.Markup("<div class=\"synthetic\" role=\"note\"><div class=\"wrap\"><strong>SYNTHETIC DATA</strong>These bars were made by a generator. No figure on this page says anything about a real market.</div></div>\n");
        }

        page.Write($"<header class=\"wrap\"><p class=\"eyebrow\"><b>{session.Title}</b> · {session.Markets} · {UtcTime.Format(session.From)[..16]} to {UtcTime.Format(session.To)[..16]}</p>");
        page.Write($"<h1>{session.Headline}</h1><p class=\"lead\">{session.Lead}</p></header><main class=\"wrap\">\n");
        Curve(page, session);
        foreach (var table in session.Tables)
        {
            Table(page, table);
        }

        page.Markup("<section id=\"session\"><h2>Session</h2><dl class=\"facts\">");
        foreach (var (name, value) in session.Facts)
        {
            page.Write($"<dt>{name}</dt><dd>{value}</dd>");
        }

        page.Markup("</dl></section>\n</main><footer class=\"wrap\">Traded on paper: no order reached a market. Past results do not promise future ones.</footer></body></html>\n");
        return page.ToString();
    }

    private static void Curve(HtmlDocument page, SessionPage session)
    {
        page.Markup("<section id=\"equity\"><h2>Equity</h2><p class=\"note\">Cash and what is open at the last prices, after costs, at each close of a bar.</p>\n");
        if (session.Times.Count < 2)
        {
            page.Markup("<p>There are not two bars yet.</p></section>\n");
            return;
        }

        var chart = new LineChart
        {
            Title = "Equity",
            Description = "Equity of the session in money.",
            YLabel = "equity",
            Series = [new("Session", session.Times.Select(t => (double)t).ToArray(), session.Equity.ToArray(), ChartColour.Series(0)) { Emphasised = true }],
            XAxis = AxisKind.Time,
            ShowLegend = false,
        };
        Figure.Write(page, chart, FigureWidth.Full, narrowHeight: 300);
        page.Markup("</section>\n");
    }

    private static void Table(HtmlDocument page, SessionTable table)
    {
        page.Write($"<section><h2>{table.Heading}</h2>");
        if (table.Note.Length > 0)
        {
            page.Write($"<p class=\"note\">{table.Note}</p>");
        }

        if (table.Rows.Count == 0)
        {
            page.Markup("<p>Nothing.</p></section>\n");
            return;
        }

        page.Markup("<div class=\"scroll\"><table class=\"block\"><thead><tr>");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            page.Write($"<th{Kind(i)} scope=\"col\">{table.Columns[i]}</th>");
        }

        page.Markup("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            page.Markup("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                page.Write($"<td{Kind(i)}>{row[i]}</td>");
            }

            page.Markup("</tr>\n");
        }

        page.Markup("</tbody></table></div></section>\n");
    }

    private static Markup Kind(int column) => new(column == 0 ? string.Empty : " class=\"n\"");
}
