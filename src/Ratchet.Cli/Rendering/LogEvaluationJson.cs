using System.Text.Json.Nodes;
using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Commands;
using Ratchet.Storage.State;

namespace Ratchet.Cli.Rendering;

/// <summary>The same as <see cref="LogEvaluationText"/> for programs.</summary>
internal static class LogEvaluationJson
{
    public static JsonObject Of(DecisionLogContent log, IReadOnlyList<LoggedDecision> judged, IReadOnlyList<LogEvaluationRow> rows, double clip, double confidence) => new()
    {
        ["decisions"] = log.Decisions.Count,
        ["judged"] = judged.Count,
        ["cutBytes"] = log.CutBytes,
        ["profiles"] = JsonText.Texts(log.Profiles),
        ["symbols"] = JsonText.Texts(log.Symbols),
        ["logged"] = JsonText.Number(rows[0].Result.Logged),
        ["clip"] = clip,
        ["confidence"] = confidence,
        ["policies"] = new JsonArray([.. rows.Select(Row)]),
    };

    private static JsonNode Row(LogEvaluationRow row) => new JsonObject
    {
        ["policy"] = row.Name,
        ["learnedFromTheLog"] = row.IsReplayed,
        ["ips"] = Estimate(row.Result.InversePropensity),
        ["selfNormalisedIps"] = Estimate(row.Result.SelfNormalised),
        ["doublyRobust"] = Estimate(row.Result.DoublyRobust),
        ["effectiveSamples"] = row.Result.EffectiveSamples,
        ["largestWeight"] = row.Result.LargestWeight,
        ["clipped"] = row.Result.Clipped,
        ["reliable"] = !row.IsThin,
    };

    private static JsonObject Estimate(OffPolicyEstimate estimate) => new()
    {
        ["value"] = JsonText.Number(estimate.Value),
        ["low"] = JsonText.Number(estimate.Low),
        ["high"] = JsonText.Number(estimate.High),
    };
}
