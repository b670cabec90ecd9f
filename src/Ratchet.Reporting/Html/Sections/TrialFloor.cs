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

        // A gap counts where it dwarfs what lies above it and makes up most of the whole range.
        var range = scores[0] - scores[^1];
        for (var i = 3; i < scores.Length; i++)
        {
            var span = scores[0] - scores[i - 1];
            var gap = scores[i - 1] - scores[i];
            if (span > 0 && gap > 3 * span && gap > 0.5 * range)
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
