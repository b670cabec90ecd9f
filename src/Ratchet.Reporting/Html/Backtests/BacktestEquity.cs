using Ratchet.Lifecycle.Backtests;
using Ratchet.Reporting.Charts;
using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Backtests;

/// <summary>Growth of 1 and distance below the highest equity so far, beside buying and holding.</summary>
internal static class BacktestEquity
{
    public static void Write(HtmlDocument page, TradedRun run)
    {
        var times = run.Result.Times.ToArray().Select(t => (double)t).ToArray();
        var own = Growth(run.Result.Curve.Equity.ToArray(), run.Result.Curve.InitialEquity);
        var hold = Growth(run.BuyAndHoldEquity, run.Result.Curve.InitialEquity);
        ChartMark[] middle = [new(run.Halves[1].Time.From, "second half", ChartColour.Quiet)];
        page.Markup("<section id=\"equity\"><h2>Equity and drawdown</h2><p class=\"note\">Growth of 1, after costs. Drawdown is measured from the highest point so far.</p>\n");
        var growth = new LineChart
        {
            Title = "Equity",
            Description = "Equity of the run and of buying and holding, in proportion to the start.",
            YLabel = "growth of 1",
            Series = [new("Buy and hold", times, hold, ChartColour.Series(2)), new("Run", times, own, ChartColour.Series(0)) { Emphasised = true }],
            XAxis = AxisKind.Time,
            Moments = middle,
        };
        Figure.Write(page, growth, FigureWidth.Full, narrowHeight: 300);
        var alone = new LineChart
        {
            Title = "Equity of the run alone",
            Description = "Equity of the run on its own scale.",
            YLabel = "growth of 1",
            Series = [new("Run", times, own, ChartColour.Series(0)) { Emphasised = true }],
            XAxis = AxisKind.Time,
            ShowLegend = false,
            Moments = middle,
        };
        Figure.Write(page, alone, FigureWidth.Full, heading: "The run on its own scale", height: 220);
        var drawdown = new LineChart
        {
            Title = "Drawdown",
            Description = "Distance below the highest equity so far.",
            YLabel = "drawdown",
            Series = [new("Run", times, Drawdown(own), ChartColour.Series(0)) { Emphasised = true, Filled = true }],
            XAxis = AxisKind.Time,
            YFormat = ValueFormat.Percent,
            ShowLegend = false,
        };
        Figure.Write(page, drawdown, FigureWidth.Full, heading: "Drawdown of the run", height: 190);
        page.Markup("</section>\n");
    }

    private static double[] Growth(IReadOnlyList<double> equity, double start) => [.. equity.Select(e => e / start)];

    private static double[] Drawdown(double[] growth)
    {
        var result = new double[growth.Length];
        var peak = 1.0;
        for (var i = 0; i < growth.Length; i++)
        {
            peak = Math.Max(peak, growth[i]);
            result[i] = (growth[i] / peak) - 1;
        }

        return result;
    }
}
