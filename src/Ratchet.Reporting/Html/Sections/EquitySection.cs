using Ratchet.Reporting.Charts;
using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sections;

/// <summary>Equity in proportion to its start, and drawdown from the running maximum, for each stage.</summary>
internal static class EquitySection
{
    public static void Write(HtmlDocument page, IReadOnlyList<ReportEquity> panels)
    {
        if (panels.Count == 0)
        {
            return;
        }

        var hasOutOfSample = panels.Any(panel => panel.Stage == ReportStage.OutOfSample);
        page.Markup("<section id=\"equity\"><h2>Equity and drawdown</h2><p class=\"note\">Growth of 1, after costs. Drawdown is measured from the highest point so far.</p>\n");
        foreach (var panel in panels.OrderBy(panel => panel.Stage == ReportStage.InSample ? 3 : (int)panel.Stage))
        {
            if (panel.Stage == ReportStage.InSample && !hasOutOfSample)
            {
                page.Write($"<p class=\"note\">{StageText.Withheld}</p>");
                continue;
            }

            Panel(page, panel);
        }

        page.Markup("</section>\n");
    }

    private static void Panel(HtmlDocument page, ReportEquity panel)
    {
        var name = StageText.Name(panel.Stage);
        var moments = panel.Moments.Select(moment => new ChartMark(moment.At, moment.Label, ChartColour.Quiet)).ToArray();
        page.Write($"<h3>{name}<span class=\"stage\">{StageText.Kind(panel.Stage)}</span></h3>");
        var growth = new LineChart
        {
            Title = $"Equity, {name}",
            Description = $"Equity of {string.Join(", ", panel.Curves.Select(curve => curve.Name))} in proportion to its start.",
            YLabel = "growth of 1",
            Series = [.. panel.Curves.Select((curve, i) => Series(curve, Growth(curve.Equity), i == 0)).Reverse()],
            XAxis = AxisKind.Time,
            YAxis = panel.IsLogarithmic ? AxisKind.Log : AxisKind.Linear,
            Moments = moments,
        };
        Figure.Write(page, growth, FigureWidth.Full, narrowHeight: 300 + (18 * Math.Max(0, panel.Curves.Count - 2)));
        var drawdown = new LineChart
        {
            Title = $"Drawdown, {name}",
            Description = "Distance below the highest equity so far, in the colours of the equity curves.",
            YLabel = "drawdown",
            Series = [.. panel.Curves.Select((curve, i) => Series(curve, Drawdown(curve.Equity), i == 0) with { Filled = i == 0 }).Reverse()],
            XAxis = AxisKind.Time,
            YFormat = ValueFormat.Percent,
            ShowLegend = false,
        };
        Figure.Write(page, drawdown, FigureWidth.Full, height: 190);
    }

    private static LineSeries Series(ReportCurve curve, double[] values, bool isResult) =>
        new(curve.Name, [.. curve.Times.Select(time => (double)time)], values, ChartColour.Series(curve.Colour)) { Emphasised = isResult };

    private static double[] Growth(IReadOnlyList<double> equity)
    {
        var start = equity.FirstOrDefault(double.IsFinite, double.NaN);
        return [.. equity.Select(value => value / start)];
    }

    private static double[] Drawdown(IReadOnlyList<double> equity)
    {
        var result = new double[equity.Count];
        var peak = double.NaN;
        for (var i = 0; i < result.Length; i++)
        {
            if (double.IsFinite(equity[i]) && !(equity[i] <= peak))
            {
                peak = equity[i];
            }

            result[i] = (equity[i] / peak) - 1;
        }

        return result;
    }
}
