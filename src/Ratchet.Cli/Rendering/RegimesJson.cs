using System.Text.Json.Nodes;
using Ratchet.Learning.Markov;
using Ratchet.Lifecycle.Regimes;
using Ratchet.Market.Time;

namespace Ratchet.Cli.Rendering;

/// <summary>A study of regimes as JSON.</summary>
internal static class RegimesJson
{
    public static JsonObject Of(string name, SealedPart left, RegimeStudyOptions options, RegimeStudyResult result) => new()
    {
        ["source"] = name,
        ["seed"] = options.Seed,
        ["sealed"] = Part(left.Time, left.Bars),
        ["fitted"] = Part(result.FitTime, result.FitRows),
        ["reported"] = Part(result.ReportTime, result.ReportRows),
        ["selection"] = Array(result.Selection.Table, c => Candidate(c, c == result.Selection.Best)),
        ["model"] = Model(result),
        ["persistence"] = new JsonObject { ["fitted"] = Persistence(result.InSample), ["reported"] = Persistence(result.OutOfSample) },
        ["jumpModel"] = new JsonObject { ["penalty"] = result.Jump.Penalty, ["centroids"] = Numbers(result.Jump.Centroids.ToArray()) },
        ["paths"] = Array(result.Paths, RegimePathJson),
        ["lags"] = Array(result.Lags, Lag),
        ["causalAgreement"] = JsonText.Number(result.CausalAgreement),
        ["identity"] = Identity(result.Identity),
    };

    private static JsonObject Part(TimeRange time, int rows) => new()
    {
        ["from"] = UtcTime.Format(time.From),
        ["to"] = UtcTime.Format(time.To),
        ["bars"] = rows,
    };

    private static JsonObject Candidate(HmmCandidate candidate, bool best) => new()
    {
        ["states"] = candidate.States,
        ["covariance"] = candidate.Covariance.ToString().ToLowerInvariant(),
        ["logLikelihood"] = JsonText.Number(candidate.LogLikelihood),
        ["freeParameters"] = candidate.FreeParameters,
        ["bic"] = JsonText.Number(candidate.BayesianInformation),
        ["starts"] = Numbers(candidate.Fit.Starts.Select(s => s.LogLikelihood)),
        ["best"] = best,
    };

    private static JsonObject Model(RegimeStudyResult result) => new()
    {
        ["states"] = JsonText.Texts(Enumerable.Range(0, result.Model.States).Select(k => RegimesText.StateName(k, result.Model.States))),
        ["covariance"] = result.Model.Covariance.ToString().ToLowerInvariant(),
        ["means"] = Numbers(result.Model.Means.ToArray()),
        ["covariances"] = Numbers(result.Model.Covariances.ToArray()),
        ["transitions"] = Numbers(result.Model.Transitions.ToArray()),
    };

    private static JsonObject Persistence(PersistenceReport report) => new()
    {
        ["states"] = Array(report.States, s => new JsonObject
        {
            ["selfTransition"] = s.SelfTransition,
            ["expectedBars"] = JsonText.Number(s.ExpectedDuration),
            ["occupancy"] = s.Occupancy,
            ["spells"] = s.Spells,
            ["meanDwell"] = JsonText.Number(s.MeanDwell),
            ["medianDwell"] = JsonText.Number(s.MedianDwell),
        }),
        ["nextFiltered"] = JsonText.Number(report.NextStateAccuracy),
        ["nextFilteredIfStaying"] = JsonText.Number(report.StayAccuracy),
        ["nextViterbi"] = JsonText.Number(report.NextViterbiAccuracy),
        ["nextViterbiIfStaying"] = JsonText.Number(report.StayViterbiAccuracy),
    };

    private static JsonObject RegimePathJson(RegimePath path) => new()
    {
        ["name"] = path.Name,
        ["causal"] = path.Causal,
        ["switchesPerYear"] = path.SwitchesPerYear,
        ["meanDwell"] = path.MeanDwell,
        ["shares"] = Numbers(path.Shares),
        ["meanNextReturns"] = Numbers(path.MeanNextReturns),
    };

    private static JsonObject Lag(RegimeLag lag) => new()
    {
        ["name"] = lag.Name,
        ["reference"] = lag.Reference,
        ["agreement"] = JsonText.Number(lag.Agreement),
        ["shift"] = lag.Shift,
        ["shiftedAgreement"] = JsonText.Number(lag.ShiftedAgreement),
        ["meanDelay"] = JsonText.Number(lag.MeanDelay),
        ["medianDelay"] = JsonText.Number(lag.MedianDelay),
        ["missed"] = JsonText.Number(lag.Missed),
    };

    private static JsonObject Identity(RegimeIdentity identity) => new()
    {
        ["covariance"] = identity.Covariance.ToString().ToLowerInvariant(),
        ["windowBars"] = identity.WindowBars,
        ["stepBars"] = identity.StepBars,
        ["overlapBars"] = identity.OverlapBars,
        ["agreements"] = Numbers(identity.Agreements),
        ["unmatchedAgreements"] = Numbers(identity.UnmatchedAgreements),
        ["renamed"] = identity.Renamed,
        ["continued"] = identity.Continued,
    };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonObject> one) => new([.. items.Select(i => (JsonNode?)one(i))]);

    private static JsonArray Numbers(IEnumerable<double> values) => new([.. values.Select(JsonText.Number)]);
}
