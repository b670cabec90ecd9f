using Ratchet.Reporting.Html;
using Ratchet.Search.Importance;
using Ratchet.Search.Schedulers;
using Ratchet.Search.Spaces;

namespace Ratchet.Reporting.Studies;

/// <summary>The search as pictures: brackets, history, slices of the parameters that matter.</summary>
internal static class SearchPictures
{
    private const int SlicesShown = 6;

    public static IReadOnlyList<ReportBracket> Brackets(HyperbandOutcome search)
    {
        var places = Places(search);
        return
        [
            .. search.Survival.GroupBy(s => (s.Iteration, s.Bracket)).Select(bracket => new ReportBracket(
                search.Iterations > 1 ? $"Iteration {bracket.Key.Iteration + 1}, bracket {bracket.Key.Bracket}" : $"Bracket {bracket.Key.Bracket}",
                [.. bracket.Select((rung, i) => new ReportRung(
                    Name(rung.Resource, search), places.IndexOf(rung.Resource), rung.Entered, i == bracket.Count() - 1 ? rung.Entered - rung.Failed : rung.Promoted))])),
        ];
    }

    public static ReportHistory History(HyperbandOutcome search, double outOfSample)
    {
        var places = Places(search);
        return new(
            [.. search.Trials.Select(t => new ReportTrial(
                t.Number, Last(t).Value, places.IndexOf(Last(t).Resource), t.Attributes.TryGetValue("viable", out var viable) && viable == "true"))],
            [.. places.Select(p => Name(p, search))])
        {
            OutOfSampleScore = outOfSample,
        };
    }

    public static IReadOnlyList<ReportSlice> Slices(HyperbandOutcome search)
    {
        var trials = search.Trials.Where(t => t.Rungs.Count > 0 && !double.IsNaN(t.Rungs[0].Value)).ToArray();
        if (trials.Length < 10)
        {
            return [];
        }

        var space = trials[0].Parameters.Space;
        var places = Places(search);
        var observations = trials.Select(t => new Observation(t.Parameters, Last(t).Value)).ToArray();
        return
        [
            .. PedAnova.Evaluate(space, observations).Take(SlicesShown).Select(p => new ReportSlice(
                p.Name,
                [.. trials.Select(t => new ReportSlicePoint(t.Parameters[p.Name], Last(t).Value, places.IndexOf(Last(t).Resource)))])
            {
                Importance = p.Share,
                IsLogarithmic = space[p.Name] is FloatDistribution { Log: true } or IntDistribution { Log: true },
                Categories = (space[p.Name] as CategoricalDistribution)?.Choices,
            }),
        ];
    }

    private static List<double> Places(HyperbandOutcome search) => [.. search.Survival.Select(s => s.Resource).Distinct().Order()];

    private static RungValue Last(TrialOutcome trial) => trial.Rungs.Count == 0 ? new(0, 0, double.NaN) : trial.Rungs[^1];

    private static string Name(double resource, HyperbandOutcome search) => $"{resource:0.##}/{search.Plan.MaximumResource}";
}
