using Ratchet.Reporting.Charts;
using Ratchet.Reporting.Html.Writing;

namespace Ratchet.Reporting.Html.Sections;

/// <summary>How the search went: rungs, history of trials, slices through the most important parameters.</summary>
internal static class SearchSection
{
    private const int MostSlices = 9;

    public static bool HasContent(StudyReport model) => model.Brackets.Count > 0 || model.History is not null || model.Slices.Count > 0;

    public static void Write(HtmlDocument page, StudyReport model)
    {
        if (!HasContent(model))
        {
            return;
        }

        page.Markup("<section id=\"search\"><h2>How the search went</h2><p class=\"note\">Scores in this section are the search's own, out of fold and in-sample for the choice. A colour stands for the same rung throughout.</p>\n");
        Brackets(page, model.Brackets);
        var floor = double.NaN;
        if (model.History is { } history)
        {
            floor = TrialFloor.Of(history.Trials);
            History(page, history, floor);
        }

        Slices(page, model, floor);
        page.Markup("</section>\n");
    }

    private static void Brackets(HtmlDocument page, IReadOnlyList<ReportBracket> brackets)
    {
        if (brackets.Count == 0)
        {
            return;
        }

        var most = brackets.Max(bracket => bracket.Rungs.Select(rung => rung.Entered).DefaultIfEmpty(0).Max());
        page.Markup("<h3>Survival by rung</h3><p class=\"note\">Pale: evaluated at this share of the full budget. Solid: promoted to the next, or finished at the last.</p><div class=\"grid g3 block\">\n");
        foreach (var bracket in brackets)
        {
            var chart = new RungChart
            {
                Title = $"Survival by rung, {bracket.Name}",
                Description = string.Join("; ", bracket.Rungs.Select(rung => $"budget {rung.Fidelity}: {rung.Survived} of {rung.Entered} survived")),
                Rungs = [.. bracket.Rungs.Select(rung => new ChartRung(rung.Fidelity, rung.Entered, rung.Survived))],
                FirstPlace = bracket.Rungs.Count > 0 ? bracket.Rungs[0].Place : 0,
                FullWidth = most,
            };
            Figure.Write(page, chart, FigureWidth.Third, bracket.Name, height: RungChart.HeightFor(bracket.Rungs.Count));
        }

        page.Markup("</div>\n");
    }

    private static void History(HtmlDocument page, ReportHistory history, double floor)
    {
        var trials = history.Trials;
        var last = trials.Where(trial => double.IsFinite(trial.Value)).Select(trial => trial.Rung).DefaultIfEmpty(0).Max();
        var chart = new ScatterChart
        {
            Title = "Optimisation history",
            Description = $"Scores of {trials.Count} trials by number, with the best so far at the largest budget.",
            XLabel = "trial",
            YLabel = "composite score (search)",
            XFormat = ValueFormat.Count,
            Points = [.. trials.Select(trial => new ScatterPoint(trial.Number, trial.Value, trial.Rung))],
            Layers = RungLayers(history),
            Lines = [BestSoFar(trials, last)],
            Levels = double.IsFinite(history.OutOfSampleScore) ? [new ChartMark(history.OutOfSampleScore, $"walk-forward of the best: {FigureText.Number(history.OutOfSampleScore, 3)}", ChartColour.Series(1))] : [],
            Floor = floor,
        };
        var failed = trials.Count(trial => !double.IsFinite(trial.Value));
        var below = trials.Count(trial => trial.Value < floor);
        var caption = $"{trials.Count:N0} trials, {trials.Count(trial => trial.IsViable):N0} viable. Scores at different budgets are not comparable: the best so far counts the largest budget only."
            + (double.IsFinite(history.OutOfSampleScore) ? "" : " The best configuration has no walk-forward score to set beside these.")
            + (below > 0 ? $" {below:N0} trials lie below the axis and are drawn as ticks at its foot." : "")
            + (failed > 0 ? $" {failed:N0} trials failed and have no score." : "");
        Figure.Write(page, chart, FigureWidth.Full, "Optimisation history", caption, height: 360, narrowHeight: 330);
    }

    private static ScatterLayer[] RungLayers(ReportHistory history)
    {
        var count = Math.Max(history.RungNames.Count, history.Trials.Select(trial => trial.Rung + 1).DefaultIfEmpty(1).Max());
        return
        [
            .. Enumerable.Range(0, count).Select(place => new ScatterLayer(
                place < history.RungNames.Count ? "budget " + history.RungNames[place] : $"rung {place + 1}",
                ChartColour.Ordered(place),
                Math.Min(5, 2 + place))),
        ];
    }

    private static LineSeries BestSoFar(IReadOnlyList<ReportTrial> trials, int rung)
    {
        var x = new List<double>();
        var y = new List<double>();
        var best = double.NaN;
        foreach (var trial in trials)
        {
            if (trial.Rung == rung && double.IsFinite(trial.Value) && !(trial.Value <= best))
            {
                best = trial.Value;
                x.Add(trial.Number);
                y.Add(best);
            }
        }

        if (x.Count > 0)
        {
            x.Add(trials[^1].Number);
            y.Add(best);
        }

        return new LineSeries("best so far", x, y, ChartColour.Ink) { Stepped = true, Emphasised = true };
    }

    private static void Slices(HtmlDocument page, StudyReport model, double floor)
    {
        if (model.Slices.Count == 0)
        {
            return;
        }

        page.Markup("<h3>Score by parameter</h3><p class=\"note\">The most important parameters first. Each point is a trial, coloured by the rung that it reached.</p><div class=\"grid g3 block\">\n");
        foreach (var slice in model.Slices.Take(MostSlices))
        {
            var places = slice.Points.Select(point => point.Rung + 1).DefaultIfEmpty(1).Max();
            var chart = new ScatterChart
            {
                Title = $"Score by {slice.Parameter}",
                Description = $"Scores of {slice.Points.Count} trials against {slice.Parameter}.",
                Points = [.. slice.Points.Select(point => new ScatterPoint(point.Value, point.Score, point.Rung))],
                Layers = [.. Enumerable.Range(0, places).Select(place => new ScatterLayer("", ChartColour.Ordered(place), Math.Min(4, 2 + place)))],
                XAxis = slice.IsLogarithmic ? AxisKind.Log : AxisKind.Linear,
                Categories = slice.Categories,
                Floor = floor,
                ShowLegend = false,
            };
            var importance = double.IsFinite(slice.Importance) ? $"importance {FigureText.Percent(slice.Importance, 0)}" : "";
            Figure.Write(page, chart, FigureWidth.Third, slice.Parameter, importance, height: 220);
        }

        page.Markup("</div>\n");
    }
}
