using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sections;

/// <summary>One small table for each metric: the contenders in rows, search, walk-forward and hold-out side by side.</summary>
internal static class ComparisonSection
{
    private static readonly (string Name, Func<ReportFigures, double> Value, Func<double, string> Text)[] Metrics =
    [
        ("Total return", figures => figures.TotalReturn, value => FigureText.Percent(value, signed: true)),
        ("Annual return", figures => figures.AnnualReturn, value => FigureText.Percent(value, signed: true)),
        ("Sharpe ratio", figures => figures.Sharpe, value => FigureText.Number(value)),
        ("Largest drawdown", figures => figures.MaxDrawdown, value => FigureText.Percent(value)),
        ("Profit factor", figures => figures.ProfitFactor, value => FigureText.Number(value)),
        ("Composite score", figures => figures.Score, value => FigureText.Number(value, 3)),
        ("Trades", figures => figures.Trades, FigureText.Count),
        ("Winning trades", figures => figures.WinRate, value => FigureText.Percent(value)),
    ];

    public static void Write(HtmlDocument page, ReportComparison? comparison)
    {
        if (comparison is null || comparison.Contenders.Count == 0)
        {
            return;
        }

        page.Markup("<section id=\"baselines\"><h2>Result beside its baselines</h2><p class=\"note\">");
        Introduction(page, comparison);
        page.Markup("</p><div class=\"grid g3 metrics\">\n");
        foreach (var (name, value, text) in Metrics)
        {
            if (comparison.Contenders.Any(contender => HasValue(contender, comparison, value)))
            {
                Metric(page, comparison, name, value, text);
            }
        }

        RandomEntry(page, comparison);
        page.Markup("</div>");
        if (comparison.Contenders.Any(contender => contender.InSample is not null && contender.OutOfSample is null))
        {
            page.Write($"<p class=\"note\">{StageText.Withheld}</p>");
        }

        page.Markup("</section>\n");
    }

    private static void Introduction(HtmlDocument page, ReportComparison comparison)
    {
        page.Markup("The search column is out-of-fold, yet the configuration was chosen by it: expect it to flatter. Walk-forward models never saw the bars they traded, but the configuration was chosen on the same part of the data; only the hold-out is free of both. ");
        if (comparison.HoldOutOpenedAt is { } opened)
        {
            page.Write($"The hold-out was opened at {FigureText.Time(opened)}.");
        }
        else
        {
            page.Markup("The hold-out is sealed: no figure has been computed on it.");
        }

        for (var i = 0; i < Math.Min(3, comparison.Periods.Count); i++)
        {
            if (comparison.Periods[i].Length > 0)
            {
                page.Write($" <span class=\"once\">{StageText.Name((ReportStage)i)}: {comparison.Periods[i]}.</span>");
            }
        }
    }

    private static void Metric(HtmlDocument page, ReportComparison comparison, string name, Func<ReportFigures, double> value, Func<double, string> text)
    {
        Head(page, name);
        for (var i = 0; i < comparison.Contenders.Count; i++)
        {
            var contender = comparison.Contenders[i];
            var outOfSample = contender.OutOfSample is null ? double.NaN : value(contender.OutOfSample);
            var inSample = contender.InSample is null || contender.OutOfSample is null ? double.NaN : value(contender.InSample);
            page.Write($"<tr class=\"{(i == 0 ? "result" : "base")}\"><td><i class=\"dot s{contender.Colour % 6}\"></i>{contender.Name}</td>");
            page.Write($"<td class=\"n\">{text(inSample)}</td><td class=\"n\">{text(outOfSample)}</td>");
            HoldOut(page, comparison, i == 0 ? comparison.Contenders.Count : 0, contender.HoldOut is null ? double.NaN : value(contender.HoldOut), text);
            page.Markup("</tr>");
        }

        page.Markup("</tbody></table></div>\n");
    }

    private static void RandomEntry(HtmlDocument page, ReportComparison comparison)
    {
        if (comparison.RandomEntry is not { } random)
        {
            return;
        }

        var hidden = double.IsNaN(random.OutOfSample);
        Head(page, "Against random entry");
        page.Write($"<tr class=\"result\"><td>Beats, of {random.Draws.ToString("N0")} random runs</td>");
        page.Write($"<td class=\"n\">{FigureText.Percent(hidden ? double.NaN : random.InSample)}</td><td class=\"n\">{FigureText.Percent(random.OutOfSample)}</td>");
        HoldOut(page, comparison, 1, random.HoldOut, value => FigureText.Percent(value));
        page.Markup("</tr></tbody></table><p class=\"note\">Same number of trades and holding times, entries at random. Around 50 % means that the entries add nothing.</p></div>\n");
    }

    private static void Head(HtmlDocument page, string name)
    {
        page.Write($"<div class=\"metric\"><h3>{name}</h3><table><thead><tr><th></th>");
        for (var stage = ReportStage.InSample; stage <= ReportStage.HoldOut; stage++)
        {
            page.Write($"<th class=\"n\" scope=\"col\">{StageText.Name(stage)}<small>{(stage == ReportStage.HoldOut ? "\u00A0" : StageText.Kind(stage))}</small></th>");
        }

        page.Markup("</tr></thead><tbody>");
    }

    // While the hold-out is sealed, one cell stands for the whole column.
    private static void HoldOut(HtmlDocument page, ReportComparison comparison, int rows, double value, Func<double, string> text)
    {
        if (comparison.HoldOutOpenedAt is not null)
        {
            page.Write($"<td class=\"n\">{text(value)}</td>");
        }
        else if (rows > 0)
        {
            page.Write($"<td class=\"sealed\" rowspan=\"{rows}\"><span>sealed</span></td>");
        }
    }

    private static bool HasValue(ReportContender contender, ReportComparison comparison, Func<ReportFigures, double> value) =>
        (contender.OutOfSample is not null && !double.IsNaN(value(contender.OutOfSample)))
        || (contender.OutOfSample is not null && contender.InSample is not null && !double.IsNaN(value(contender.InSample)))
        || (comparison.HoldOutOpenedAt is not null && contender.HoldOut is not null && !double.IsNaN(value(contender.HoldOut)));
}
