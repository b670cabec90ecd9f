using System.Text.Json.Nodes;
using Ratchet.Adaptation.Regimes;
using Ratchet.Cli.Commands;
using Ratchet.Market.Time;
using MarkovOptions = Ratchet.Features.Regimes.RegimeOptions;

namespace Ratchet.Cli.Rendering;

/// <summary>The same as <see cref="RegimeSurveyText"/> for programs.</summary>
internal static class RegimeSurveyJson
{
    public static JsonObject Of(string name, SealedPart left, MarkovOptions model, RegimeSurveyRun result)
    {
        var (survey, last, regimes, confidences) = (result.Survey, result.Last, new JsonObject(), new JsonObject());
        foreach (var regime in Enum.GetValues<MarketRegime>())
        {
            var (mean, median, longest) = survey.Dwell(regime);
            var (to, states) = (new JsonObject(), new JsonObject());
            foreach (var next in Enum.GetValues<MarketRegime>().Where(n => survey.Transitions(regime, n) > 0))
            {
                to[RegimeNames.Of(next)] = survey.Transitions(regime, next);
            }

            foreach (var state in Enum.GetValues<MarkovState>())
            {
                states[state.ToString().ToLowerInvariant()] = survey.Agreement.Count(regime, state);
            }

            regimes[RegimeNames.Of(regime)] = new JsonObject
            {
                ["bars"] = survey.Bars(regime),
                ["share"] = JsonText.Number(survey.Share(regime)),
                ["stays"] = survey.Stays(regime),
                ["meanStay"] = JsonText.Number(mean),
                ["medianStay"] = JsonText.Number(median),
                ["longestStay"] = JsonText.Number(longest),
                ["meanConfidence"] = JsonText.Number(survey.MeanConfidence(regime)),
                ["followedBy"] = to,
                ["markov"] = states,
            };
            confidences[RegimeNames.Of(regime)] = last.Confidences.Of(regime);
        }

        return new()
        {
            ["series"] = name,
            ["from"] = UtcTime.Format(result.Time.From),
            ["to"] = UtcTime.Format(result.Time.To),
            ["timeFrame"] = result.Frame.ToString(),
            ["bars"] = survey.TotalBars,
            ["sealedFrom"] = UtcTime.Format(left.Time.From),
            ["sealedBars"] = left.Bars,
            ["changes"] = survey.Changes,
            ["regimes"] = regimes,
            ["last"] = new JsonObject
            {
                ["regime"] = RegimeNames.Of(last.Regime),
                ["bars"] = last.BarsIn,
                ["dailyAtr"] = JsonText.Number(last.DailyAtr),
                ["confidences"] = confidences,
            },
            ["agreement"] = new JsonObject
            {
                ["judged"] = survey.Agreement.Judged,
                ["share"] = JsonText.Number(survey.Agreement.Share),
                ["chance"] = JsonText.Number(survey.Agreement.Chance),
                ["kappa"] = JsonText.Number(survey.Agreement.Kappa),
                ["firstFitAfterBars"] = model.MinimumBars,
                ["fitWindowBars"] = model.WindowBars,
                ["refitEveryBars"] = model.RefitEveryBars,
            },
        };
    }
}
