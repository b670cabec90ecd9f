using Ratchet.Adaptation.Selection;
using Ratchet.Cli.Commands;
using Ratchet.Storage.State;
using Spectre.Console;

namespace Ratchet.Cli.Rendering;

/// <summary>Policies judged from a log, as a table.</summary>
internal static class LogEvaluationText
{
    public static void Write(
        TextWriter writer, string path, DecisionLogContent log, IReadOnlyList<LoggedDecision> judged, IReadOnlyList<LogEvaluationRow> rows, double clip, double confidence)
    {
        var refused = log.Decisions.Count(d => d.Context.Choice.Profile < 0);
        var simulated = log.Decisions.Sum(d => d.Simulated.Count);
        writer.WriteLine($"What other policies would have earned, judged from {path}");
        writer.WriteLine(
            $"{PlainText.Count(log.Decisions.Count, "decision")} of {PlainText.Count(log.Symbols.Count, "symbol")}, {PlainText.Time(log.Decisions[0].Context.Time)} to {PlainText.Time(log.Decisions[^1].Context.Time)}: {judged.Count:N0} with a known result are judged, {refused:N0} took no position; {PlainText.Count(simulated, "simulated result")}.");
        writer.WriteLine($"Earned: {SelectorText.Signed(rows[0].Result.Logged, "0.000")} R a trade. Least probability of a choice: {SelectorText.Number(judged.Min(d => d.Context.Choice.Propensity), "0.000")}.");
        var table = ConsoleTable.Make("policy", $"R a trade, DR ({SelectorText.Number(confidence * 100, "0.#")} %)", "self-normalised IPS", "IPS", "effective", "largest weight", "clipped");
        foreach (var row in rows)
        {
            var r = row.Result;
            table.AddRow(
                row.Name + (row.IsReplayed ? " *" : string.Empty),
                Interval(r.DoublyRobust),
                Interval(r.SelfNormalised),
                Interval(r.InversePropensity),
                SelectorText.Number(r.EffectiveSamples, "N0") + (row.IsThin ? " !" : string.Empty),
                SelectorText.Number(r.LargestWeight, "0.0"),
                $"{r.Clipped:N0}");
        }

        ConsoleTable.Write(writer, table);
        writer.WriteLine($"Effective: how many trades of the policy's own the log is worth. Weights above {SelectorText.Number(clip, "0.##")} are clipped; DR is doubly robust.");
        if (rows.Any(r => r.IsReplayed))
        {
            writer.WriteLine("* learned from the log's trades, not from those that it would have made itself: an approximation. The others use the estimates that were seen.");
        }

        if (rows.Any(r => r.IsThin))
        {
            writer.WriteLine($"! fewer than {LogEvaluationRow.FewSamples:0}: the log holds too little of what this policy would have done; its interval cannot be relied on.");
        }

        if (judged.All(d => d.Context.Choice.Propensity >= 1))
        {
            writer.WriteLine("Every choice was certain (an upper-bound policy, or one allowed profile): such a log cannot judge other policies.");
        }
    }

    private static string Interval(OffPolicyEstimate estimate) =>
        $"{SelectorText.Signed(estimate.Value, "0.000")} ({SelectorText.Signed(estimate.Low)} to {SelectorText.Signed(estimate.High)})";
}
