using Ratchet.Lifecycle.Backtests;
using Ratchet.Reporting.Html.Writing;
using Ratchet.Reporting.Results;

namespace Ratchet.Reporting.Html.Backtests;

/// <summary>What was refused or cut, and why.</summary>
internal static class BacktestRefusals
{
    public static void Write(HtmlDocument page, TradedRun run)
    {
        page.Markup("<section id=\"refused\"><h2>Refused and cut</h2><p class=\"note\">Signals that were not followed, orders that the risk gate refused or made smaller, and events that were turned away, by the reason that bound.</p>\n");
        if (run.Result.Refusals.Count == 0)
        {
            page.Markup("<p>Nothing.</p></section>\n");
            return;
        }

        page.Markup("<dl class=\"cols\">");
        foreach (var (reason, count) in run.Result.Refusals.OrderByDescending(r => r.Value).ThenBy(r => r.Key))
        {
            page.Write($"<div><dt>{ReasonText.Of(reason.ToString())}</dt><dd>{count.ToString("N0")}</dd></div>");
        }

        page.Markup("</dl></section>\n");
    }
}
