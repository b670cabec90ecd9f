using Ratchet.Numerics.Scores;

namespace Ratchet.Lifecycle.Selection;

/// <summary>How far rankings and choices made on different folds agree.</summary>
/// <param name="Spearman">The mean over pairs of folds of the rank correlation of the features' scores.</param>
/// <param name="Kendall">The mean over pairs of folds of Kendall's tau-b of the scores.</param>
/// <param name="Top">How many features the next figure looks at.</param>
/// <param name="TopOverlap">The mean over pairs of folds of the share of the best <paramref name="Top"/> features that both have, in [0, 1].</param>
/// <param name="Nogueira">The stability of the sets chosen fold by fold (<see cref="NogueiraIndex"/>).</param>
public sealed record RankingStability(double Spearman, double Kendall, int Top, double TopOverlap, double Nogueira)
{
    /// <summary>Compares folds.</summary>
    /// <param name="scores">For each fold one score a feature; at least one fold, all of one length.</param>
    /// <param name="chosen">For each fold whether a feature was chosen.</param>
    /// <param name="top">How many best features to compare, at least 1; more than there are features means all.</param>
    /// <returns>Figures over pairs are NaN where there is one fold, or where every pair has a fold whose scores are all equal.</returns>
    /// <exception cref="ArgumentException">Folds differ in length or number.</exception>
    public static RankingStability Of(IReadOnlyList<double[]> scores, IReadOnlyList<bool[]> chosen, int top)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(chosen);
        ArgumentOutOfRangeException.ThrowIfLessThan(top, 1);
        if (scores.Count == 0 || scores.Count != chosen.Count || scores.Any(s => s.Length != scores[0].Length) || chosen.Any(c => c.Length != scores[0].Length))
        {
            throw new ArgumentException($"There are {scores.Count} rankings and {chosen.Count} choices; there must be as many of both, all over the same features.", nameof(scores));
        }

        var k = Math.Min(top, scores[0].Length);
        return new(
            PairMean(scores, (a, b) => RegressionScores.RankCorrelation(a, b)),
            PairMean(scores, (a, b) => RegressionScores.KendallTau(a, b)),
            k,
            PairMean(scores, (a, b) => (double)RankOrder.Falling(a)[..k].Intersect(RankOrder.Falling(b)[..k]).Count() / k),
            NogueiraIndex(chosen));
    }

    /// <summary>
    /// 1 - mean over features of s_f^2 / ((m / d)(1 - m / d)), s_f^2 = M / (M - 1) p_f (1 - p_f): p_f the share of the M folds that chose feature f,
    /// m the mean size of a set, d the number of features. 1 where all folds choose the same, 0 on average where they choose at random; below 0 where they avoid
    /// each other. Source: Nogueira, Sechidis and Brown (2018).
    /// </summary>
    /// <param name="chosen">For each fold whether a feature was chosen.</param>
    /// <returns>NaN with fewer than two folds, and where all folds choose nothing or everything.</returns>
    public static double NogueiraIndex(IReadOnlyList<bool[]> chosen)
    {
        ArgumentNullException.ThrowIfNull(chosen);
        var folds = chosen.Count;
        if (folds < 2)
        {
            return double.NaN;
        }

        var features = chosen[0].Length;
        var variance = 0.0;
        var size = 0.0;
        for (var f = 0; f < features; f++)
        {
            var share = chosen.Count(c => c[f]) / (double)folds;
            variance += share * (1 - share) * folds / (folds - 1);
            size += share;
        }

        var part = size / features;
        return part is > 0 and < 1 ? 1 - (variance / features / (part * (1 - part))) : double.NaN;
    }

    private static double PairMean(IReadOnlyList<double[]> scores, Func<double[], double[], double> figure)
    {
        var total = 0.0;
        var pairs = 0;
        for (var a = 1; a < scores.Count; a++)
        {
            for (var b = 0; b < a; b++)
            {
                var value = figure(scores[a], scores[b]);
                total += double.IsNaN(value) ? 0 : value;
                pairs += double.IsNaN(value) ? 0 : 1;
            }
        }

        return pairs == 0 ? double.NaN : total / pairs;
    }
}
