using Ratchet.Reporting.Charts;
using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sections;

/// <summary>The best configurations: a table of both stages, scores by fold, and their parameters.</summary>
internal static class ConfigurationSection
{
    private const int Most = 10;

    public static void Write(HtmlDocument page, IReadOnlyList<ReportConfiguration> configurations)
    {
        if (configurations.Count == 0)
        {
            return;
        }

        var shown = configurations.Take(Most).ToArray();
        page.Markup("<section id=\"configurations\"><h2>Top configurations</h2>");
        page.Markup("<p class=\"note\">In each pair the search (in-sample) stands in grey before the walk-forward (out-of-sample); \"not run\" marks a configuration that was not walked forward.</p>\n");
        Table(page, shown);
        Folds(page, [.. shown.Where(configuration => configuration.FoldScores.Count > 0)]);
        Parameters(page, shown);
        page.Markup("</section>\n");
    }

    private static void Table(HtmlDocument page, ReportConfiguration[] shown)
    {
        page.Markup("<table class=\"top block\"><thead><tr><th>Rank</th><th>Name</th>");
        foreach (var name in (ReadOnlySpan<string>)["Score", "Return", "Sharpe", "Drawdown", "Trades"])
        {
            page.Write($"<th class=\"n pairhead\">{name}<div class=\"pair\"><span>search</span><span>walk-f.</span></div></th>");
        }

        page.Markup("<th class=\"n\">Lower bound</th><th class=\"why\">Viability</th></tr></thead><tbody>\n");
        for (var i = 0; i < shown.Length; i++)
        {
            var item = shown[i];
            page.Write($"<tr><td class=\"rank\">{i + 1}</td><td class=\"name\">{item.Name}</td>");
            page.Markup("<td class=\"pairkey\" data-label=\"\"><div class=\"pair\"><span>search</span><span>walk-forward</span></div></td>");
            Pair(page, "Score", item, figures => FigureText.Number(figures.Score, 3));
            Pair(page, "Return", item, figures => FigureText.Percent(figures.TotalReturn, signed: true));
            Pair(page, "Sharpe", item, figures => FigureText.Number(figures.Sharpe));
            Pair(page, "Drawdown", item, figures => FigureText.Percent(figures.MaxDrawdown));
            Pair(page, "Trades", item, figures => FigureText.Count(figures.Trades));
            page.Write($"<td class=\"n\" data-label=\"Lower bound\">{FigureText.Number(item.LowerBound, 3)}</td>");
            page.Write($"<td class=\"why\"><span class=\"tag {(item.IsViable ? "yes" : "no")}\">{(item.IsViable ? "viable" : "not viable")}</span>");
            if (item.Reasons.Count > 0)
            {
                page.Write($"<p>{string.Join("; ", item.Reasons)}</p>");
            }

            page.Markup("</td></tr>\n");
        }

        page.Markup("</tbody></table>\n");
    }

    private static void Pair(HtmlDocument page, string label, ReportConfiguration item, Func<ReportFigures, string> text)
    {
        var inSample = item.InSample is null ? FigureText.Undefined : text(item.InSample);
        var outOfSample = item.OutOfSample is null ? "not run" : text(item.OutOfSample);
        page.Write($"<td class=\"n\" data-label=\"{label}\"><div class=\"pair\"><span>{inSample}</span><span class=\"{(item.OutOfSample is null ? "none" : "seen")}\">{outOfSample}</span></div></td>");
    }

    private static void Folds(HtmlDocument page, ReportConfiguration[] shown)
    {
        if (shown.Length == 0)
        {
            return;
        }

        var wide = Chart(shown);
        Figure.Write(
            page,
            wide,
            FigureWidth.Full,
            "Score by fold",
            "Each bar is one fold of the search, out of fold. The whisker runs from the mean down to its lower confidence bound, by which the winner is chosen. The diamond is the walk-forward.",
            narrowHeight: 320);
    }

    private static BarChart Chart(ReportConfiguration[] shown) => new()
    {
        Title = "Score by fold of the top configurations",
        Description = $"Fold scores of {shown.Length} configurations with mean, lower confidence bound and walk-forward score.",
        YLabel = "composite score",
        OtherColour = ChartColour.Series(1),
        Legend =
        [
            new("fold", ChartColour.Series(0), LegendSwatch.Box),
            new("mean to lower bound", ChartColour.Ink, LegendSwatch.Whisker),
            .. shown.Any(item => item.OutOfSample is not null) ? [new LegendEntry("walk-forward", ChartColour.Series(1), LegendSwatch.Diamond)] : Array.Empty<LegendEntry>(),
        ],
        Groups =
        [
            .. shown.Select(item => new BarGroup(item.Name, [.. item.FoldScores.Select(score => new ChartBar(score, ChartColour.Series(0)))])
            {
                Level = item.FoldScores.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average(),
                LevelLow = item.LowerBound,
                Other = item.OutOfSample?.Score ?? double.NaN,
            }),
        ],
    };

    private static void Parameters(HtmlDocument page, ReportConfiguration[] shown)
    {
        if (shown.All(item => item.Parameters.Count == 0))
        {
            return;
        }

        page.Markup("<h3>Parameters</h3><div class=\"block\">");
        for (var i = 0; i < shown.Length; i++)
        {
            if (shown[i].Parameters.Count == 0)
            {
                continue;
            }

            page.Markup(i == 0 ? "<details open=\"open\">" : "<details>");
            page.Write($"<summary>{i + 1} · {shown[i].Name}</summary><dl class=\"cols\">");
            foreach (var (name, value) in shown[i].Parameters)
            {
                page.Write($"<div><dt>{name}</dt><dd>{value}</dd></div>");
            }

            page.Markup("</dl></details>");
        }

        page.Markup("</div>\n");
    }
}
