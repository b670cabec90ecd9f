namespace Ratchet.Benchmarks.Reports;

/// <summary>Quality side by side: <c>auc 0.5479 (peer 0.5472)</c>.</summary>
internal static class QualityText
{
    public static string Of(CaseOutcome outcome)
    {
        var peer = outcome.PeerQuality;
        return string.Join(", ", outcome.Result.Quality.Select(q =>
            $"{q.Key} {NumberText.Quality(q.Value)}{(peer.TryGetValue(q.Key, out var theirs) ? $" (peer {NumberText.Quality(theirs)})" : "")}"));
    }
}
