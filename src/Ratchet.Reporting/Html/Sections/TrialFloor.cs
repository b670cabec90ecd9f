namespace Ratchet.Reporting.Html.Sections;

/// <summary>
/// Where the axis of scores may start, so that a few disasters, or a penalty on what is not viable, do not squeeze the
/// rest into a line.
/// </summary>
internal static class TrialFloor
{
    /// <summary>The lowest score to show, or NaN where all fit.</summary>
    public static double Of(IReadOnlyList<ReportTrial> trials)
    {
        var scores = trials.Select(trial => trial.Value).Where(value => Math.Abs(value) <= 1e300).OrderDescending().ToArray();
        if (scores.Length < 8)
        {
            return double.NaN;
        }

        for (var i = 3; i < scores.Length; i++)
        {
            var span = scores[0] - scores[i - 1];
            if (span > 0 && scores[i - 1] - scores[i] > 3 * span)
            {
                return scores[i - 1] - (0.1 * span);
            }
        }

        var high = scores[scores.Length / 20];
        var low = scores[scores.Length - 1 - (scores.Length / 10)];
        var floor = low - (0.35 * (high - low));
        return scores[^1] < floor ? floor : double.NaN;
    }
}
