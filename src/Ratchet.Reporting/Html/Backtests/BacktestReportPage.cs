using Ratchet.Lifecycle.Backtests;
using Ratchet.Market.Time;
using Ratchet.Reporting.Html.Sections;
using Ratchet.Reporting.Html.Writing;
using Ratchet.Reporting.Results;

namespace Ratchet.Reporting.Html.Backtests;

/// <summary>
/// Renders a backtest by the engine as one self-contained page in the style of a study's: no script, nothing loaded from elsewhere, light and dark. The same run gives
/// the same characters.
/// </summary>
public static class BacktestReportPage
{
    /// <summary>The page as HTML that is also well-formed XML. All text is escaped.</summary>
    /// <param name="identity">What names the run.</param>
    /// <param name="run">The run; of a model the one on bars that it has not seen.</param>
    /// <param name="inSample">A model's run on bars that it has seen, or null.</param>
    public static string Render(TradedIdentity identity, TradedRun run, TradedRun? inSample)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(run);
        var page = new HtmlDocument();
        page.Write($"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>");
        page.Write($"<meta name=\"color-scheme\" content=\"light dark\"/><title>{Headline(run)} · {identity.Title}</title><style>{new Markup(PageStyle.Sheet)}</style></head>\n<body>");
        Header(page, identity, run);
        page.Markup("<main class=\"wrap\">\n");
        BacktestFigures.Write(page, run, inSample);
        BacktestEquity.Write(page, run);
        BacktestTrades.Write(page, run);
        BacktestRefusals.Write(page, run);
        RunSection.Write(page, Facts(identity, run));
        page.Markup("</main><footer class=\"wrap\">Past results, in-sample or out-of-sample, do not promise future ones.</footer></body></html>\n");
        return page.ToString();
    }

    private static string Headline(TradedRun run) =>
        $"{FigureText.Percent(run.Whole.Metrics.TotalReturn, signed: true)} after costs; buy and hold {FigureText.Percent(run.BuyAndHold.Metrics.TotalReturn, signed: true)}";

    private static void Header(HtmlDocument page, TradedIdentity identity, TradedRun run)
    {
        if (identity.Synthetic)
        {
            page.Markup("<div class=\"synthetic\" role=\"note\"><div class=\"wrap\"><strong>SYNTHETIC DATA</strong>These bars were made by a generator. No figure on this page says anything about a real market.</div></div>\n");
        }

        var markets = string.Join(", ", run.Plan.Options.Instruments.Select(i => $"{i.Symbol} {i.Frame}"));
        page.Write($"<header class=\"wrap\"><p class=\"eyebrow\"><b>{identity.Title}</b> · {markets} · {UtcTime.Format(run.Time.From)[..10]} to {UtcTime.Format(run.Time.To)[..10]}</p>");
        page.Write($"<h1>{Headline(run)}</h1><p class=\"lead\">{Lead(run)} {identity.Sample}</p>");
        List("reasons", [.. identity.Notices, .. identity.Openings.Select(o => $"Sealed bars were opened: {o}.")]);
        if (run.Warnings.Count > 0)
        {
            page.Write($"<div class=\"warnings\" role=\"note\"><h2>{(run.Warnings.Count == 1 ? "Warning" : "Warnings")}</h2>");
            List("plain", run.Warnings);
            page.Markup("</div>");
        }

        page.Markup("<nav aria-label=\"Sections\"><a href=\"#figures\">Figures</a><a href=\"#equity\">Equity</a><a href=\"#trades\">Trades</a><a href=\"#refused\">Refused</a><a href=\"#run\">Run</a></nav></header>\n");

        void List(string kind, IReadOnlyList<string> texts)
        {
            if (texts.Count == 0)
            {
                return;
            }

            page.Write($"<ul class=\"{kind}\">");
            foreach (var text in texts)
            {
                page.Write($"<li>{text}</li>");
            }

            page.Markup("</ul>");
        }
    }

    private static string Lead(TradedRun run) => run.Result.Trades.Count == 0
        ? "There was no trade."
        : $"{run.Result.Trades.Count:N0} trades. The return beats {run.RandomPercentile:0.0} % of {run.RandomReturns.Count:N0} portfolios that entered at random, with as many trades on the same sides for the same times.";

    private static ReportRun Facts(TradedIdentity identity, TradedRun run) => new(
        [
            new("Order hash", run.Result.OrderHash),
            new("Data hash", run.DataHash),
            new("Configuration hash", identity.ConfigurationHash),
            new("Version", identity.CodeVersion),
            new("Seed of random entries", $"{run.Plan.Seed}"),
            new("Bars", string.Join("; ", identity.Sources)),
            new("Orders, fills, events", $"{run.Result.Orders:N0}, {run.Result.Fills:N0}, {run.Result.Events:N0}"),
        ],
        identity.Command);
}
