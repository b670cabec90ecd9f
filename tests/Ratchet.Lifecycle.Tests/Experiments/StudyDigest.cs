using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;

namespace Ratchet.Lifecycle.Tests.Experiments;

/// <summary>Every number of an outcome that a report shows, as text that keeps every bit.</summary>
internal static class StudyDigest
{
    public static string Of(StudyOutcome outcome) => string.Join(
        '\n',
        [
            $"{outcome.DataHash} {outcome.Rows} {outcome.FeatureCount} {outcome.Trees.WarmStarted} {outcome.Trees.FromScratch} {outcome.Reproducible}",
            .. outcome.Search.Trials.Select(t =>
                $"trial {t.Number} {t.Parameters.Key} {t.State} {t.Value:R} {string.Join(' ', t.Rungs.Select(r => $"{r.Resource:R}={r.Value:R}"))} {t.LowestFidelityValue:R}"),
            .. outcome.Models.Select(m => $"model {m.Role} {m.Outcome.Best?.Number} {m.Outcome.Best?.Value:R}"),
            .. outcome.Top.Append(outcome.Defaults).Select(Of),
            Of(outcome.WalkForward),
            Of(outcome.DefaultsWalkForward),
            Of(outcome.BuyAndHold),
            outcome.RandomEntry is { } random ? string.Join(' ', random.Composites.Select(c => $"{c:R}")) : "no random entries",
            $"{outcome.LowestFidelity}",
        ]);

    public static string Of(ScoredRun run) =>
        $"{run.Range} {run.Metrics.Trades} {run.Metrics.TotalReturn:R} {run.Metrics.Sharpe:R} {run.Score.Composite:R} {run.Score.Ranking:R}";

    private static string Of(Candidate candidate) =>
        $"candidate {candidate.TrialNumber} {candidate.SearchValue:R} {candidate.Second.LowerBound:R} {Of(candidate.Second.Whole)} " +
        $"{string.Join(' ', candidate.Second.Folds.Select(Of))} {string.Join(' ', candidate.Second.Importance.Select(i => $"{i.Name}={i.Share:R}"))}";

    private static string Of(WalkForwardResult result) =>
        $"walked {result.Windows} {Of(result.Whole)} {string.Join(' ', result.TradedWindows.Select(Of))} {string.Join(' ', result.Skills)}";
}
