using Ratchet.Reporting.Charts;
using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sections;

/// <summary>Calibration and feature importance of the models.</summary>
internal static class ModelSection
{
    private const int MostFeatures = 12;

    public static void Write(HtmlDocument page, IReadOnlyList<ReportCalibration> calibration, IReadOnlyList<ReportImportance> importance)
    {
        if (calibration.Count + importance.Count == 0)
        {
            return;
        }

        page.Markup("<section id=\"models\"><h2>What the models learned</h2>\n");
        Calibration(page, calibration);
        Importance(page, importance);
        page.Markup("</section>\n");
    }

    private static void Calibration(HtmlDocument page, IReadOnlyList<ReportCalibration> models)
    {
        if (models.Count == 0)
        {
            return;
        }

        var places = models.Count % 3 == 0 ? (Columns: "g3", Width: FigureWidth.Third) : (Columns: "g4", Width: FigureWidth.Quarter);
        page.Write($"<h3>Calibration</h3><p class=\"note\">Predicted probability (across) against what happened (up), out of fold. On the diagonal a probability means what it says; bars give the number of cases.</p><div class=\"grid {places.Columns} block\">\n");
        for (var i = 0; i < models.Count; i++)
        {
            var model = models[i];
            var chart = new ReliabilityChart
            {
                Title = $"Calibration, {model.Model}",
                Description = string.Join("; ", model.Bins.Where(bin => bin.Count > 0).Select(bin => $"predicted {bin.MeanPredicted:0.00}, observed {bin.ObservedRate:0.00}, {bin.Count} cases")),
                Bins = [.. model.Bins.Select(bin => new ReliabilityBin(bin.MeanPredicted, bin.ObservedRate, bin.Count))],
            };
            var cases = $"{model.Bins.Sum(bin => (long)bin.Count):N0} cases";
            var error = double.IsNaN(model.ExpectedError) ? "" : $" · expected error {FigureText.Number(model.ExpectedError, 3)}";
            var brier = double.IsNaN(model.Brier) ? "" : $" · Brier {FigureText.Number(model.Brier, 3)}";
            Figure.Write(page, chart, places.Width, model.Model, cases + error + brier, height: places.Width == FigureWidth.Third ? 340 : 300);
        }

        page.Markup("</div>\n");
    }

    private static void Importance(HtmlDocument page, IReadOnlyList<ReportImportance> models)
    {
        if (models.Count == 0)
        {
            return;
        }

        page.Markup("<h3>Feature importance</h3><p class=\"note\">The whisker is the spread over folds. A feature whose whisker reaches zero may be there by luck.</p><div class=\"grid g2 block\">\n");
        foreach (var model in models)
        {
            var features = model.Features.Take(MostFeatures).ToArray();
            var chart = new HorizontalBarChart
            {
                Title = $"Feature importance, {model.Model}",
                Description = $"The {features.Length} most important features of {model.Model}.",
                Rows = [.. features.Select(feature => new HorizontalBar(feature.Name, new ChartBar(feature.Mean, ChartColour.Series(0), feature.Low, feature.High)))],
                Decimals = 4,
            };
            var rest = model.Features.Count - features.Length;
            var caption = model.Measure + (rest > 0 ? $"{(model.Measure.Length > 0 ? "; " : "")}{rest:N0} more features are not shown" : "");
            Figure.Write(page, chart, FigureWidth.Half, model.Model, caption, height: HorizontalBarChart.HeightFor(features.Length));
        }

        page.Markup("</div>\n");
    }
}
