using System.Globalization;
using System.Text;
using Ratchet.Benchmarks.Measurement;

namespace Ratchet.Benchmarks.Parity;

/// <summary>Outcomes as a table in Markdown, which people can read as it is.</summary>
internal static class ParityTable
{
    public const string Header =
        "| set | model | target | score | ours: mean [least, most] | peer: mean [least, most] | peer | our mean is | in peer's deviations |\n|---|---|---|---|---|---|---|---|---|";

    public static string Row(ParityOutcome outcome) =>
        $"| {outcome.Set} | {outcome.Model} | {outcome.Task.ToLowerInvariant()} | {outcome.Score} | {Range(outcome.Ours)} | {Range(outcome.Peer)} "
        + $"| {outcome.PeerName} | {outcome.Verdict} | {outcome.Distance.ToString("+0.0;-0.0", CultureInfo.InvariantCulture)} |";

    public static string Page(MachineFacts machine, int seeds, IReadOnlyList<ParityOutcome> outcomes)
    {
        var page = new StringBuilder($"# Accuracy beside the peers, {machine.Date}\n\n{seeds} seeds a side; commit {machine.Commit}; .NET {machine.Runtime}.\n\n{Header}\n");
        foreach (var outcome in outcomes)
        {
            page.Append(Row(outcome)).Append('\n');
        }

        return page.Append('\n').Append(Summary(outcomes)).Append('\n').ToString();
    }

    public static string Summary(IReadOnlyList<ParityOutcome> outcomes) =>
        $"{outcomes.Count} scores: {outcomes.Count(o => o.Verdict == "within")} within the peer's spread, {outcomes.Count(o => o.Verdict == "better")} better, {outcomes.Count(o => o.Verdict == "worse")} worse.";

    private static string Range(IReadOnlyList<double> values) => values.Count == 0
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{values.Average():0.00000} [{values.Min():0.00000}, {values.Max():0.00000}]");
}
