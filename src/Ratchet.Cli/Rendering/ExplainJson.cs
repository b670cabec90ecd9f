using System.Text.Json.Nodes;
using Ratchet.Hosting.Composition.Paper;
using Ratchet.Trading.Journal;

namespace Ratchet.Cli.Rendering;

/// <summary>Explanations as JSON; what is not known is null.</summary>
internal static class ExplainJson
{
    public static JsonArray Of(IEnumerable<SessionExplanation> explanations) => new([.. explanations.Select(Of)]);

    private static JsonNode? Of(SessionExplanation e) => new JsonObject
    {
        ["series"] = e.Series,
        ["bar"] = new JsonObject
        {
            ["openTime"] = e.Bar.OpenTime,
            ["open"] = e.Bar.Open,
            ["high"] = e.Bar.High,
            ["low"] = e.Bar.Low,
            ["close"] = e.Bar.Close,
            ["volume"] = e.Bar.Volume,
        },
        ["closed"] = e.Closed,
        ["taken"] = e.Taken,
        ["event"] = e.Event,
        ["codeVersion"] = e.CodeVersion,
        ["model"] = e.Model.Length > 0 ? e.Model : null,
        ["happened"] = Records(e.Happened),
        ["strategies"] = new JsonArray([.. e.Words.Select(Word)]),
        ["state"] = e.State.ToString(),
        ["equity"] = JsonText.Number(e.Equity),
        ["standing"] = Records(e.Standing),
        ["positions"] = new JsonArray([.. e.Positions.Select(p => (JsonNode)new JsonObject
        {
            ["position"] = p.Position,
            ["strategy"] = p.Strategy,
            ["side"] = p.Side,
            ["quantity"] = p.Quantity,
            ["entryPrice"] = p.EntryPrice,
            ["entryTime"] = p.EntryTime,
            ["stop"] = JsonText.Number(p.Stop),
            ["nextTarget"] = JsonText.Number(p.NextTarget),
            ["unrealised"] = JsonText.Number(p.Unrealised),
        })]),
    };

    private static JsonNode? Word(StrategyWord word) => new JsonObject
    {
        ["strategy"] = word.Rules.Name,
        ["side"] = word.Signal.Side,
        ["confidence"] = JsonText.Number(word.Signal.Confidence),
        ["confidenceThreshold"] = word.Rules.ConfidenceThreshold,
        ["momentum"] = JsonText.Number(word.Signal.Momentum),
        ["momentumThreshold"] = word.Rules.MomentumThreshold,
        ["exitProbability"] = JsonText.Number(word.Signal.ExitProbability),
        ["exitThreshold"] = word.Rules.ExitThreshold,
        ["score"] = JsonText.Number(word.Signal.Score),
        ["confluence"] = word.Signal.Confluence,
        ["distance"] = JsonText.Number(word.Signal.Distance),
        ["bull"] = JsonText.Number(word.Signal.Context.Bull),
        ["bear"] = JsonText.Number(word.Signal.Context.Bear),
        ["advice"] = word.Advice is not { } advice ? null : new JsonObject
        {
            ["multiplier"] = advice.Multiplier,
            ["confidenceCap"] = advice.ConfidenceCap,
            ["block"] = advice.Block,
            ["profile"] = advice.Profile,
            ["regime"] = advice.Regime,
            ["why"] = advice.Why,
        },
        ["verdict"] = ExplainText.Verdict(word),
        ["outcome"] = Records(word.Outcome),
    };

    private static JsonArray Records(IEnumerable<AuditRecord> records) => new([.. records.Select(r => (JsonNode)new JsonObject
    {
        ["kind"] = r.Kind.ToString(),
        ["reason"] = r.Reason.ToString(),
        ["time"] = r.Time,
        ["strategy"] = r.Strategy,
        ["order"] = r.Order,
        ["position"] = r.Position,
        ["side"] = r.Side,
        ["quantity"] = r.Quantity,
        ["price"] = r.Price,
        ["amount"] = r.Amount,
        ["value"] = JsonText.Number(r.Value),
        ["limit"] = JsonText.Number(r.Limit),
        ["text"] = r.Detail as string,
    })]);
}
