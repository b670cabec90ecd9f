namespace Ratchet.Benchmarks.Learning;

/// <summary>The area under the ROC curve, equal scores counted half.</summary>
internal static class RankScore
{
    public static double Auc(double[] labels, double[] scores)
    {
        var order = Enumerable.Range(0, labels.Length).OrderBy(i => scores[i]).ToArray();
        var rankSum = 0.0;
        for (var start = 0; start < order.Length;)
        {
            var end = start;
            while (end < order.Length && scores[order[end]] == scores[order[start]])
            {
                end++;
            }

            rankSum += Enumerable.Range(start, end - start).Sum(k => labels[order[k]]) * (start + end + 1) / 2.0;
            start = end;
        }

        var positives = labels.Sum();
        return (rankSum - (positives * (positives + 1) / 2)) / (positives * (labels.Length - positives));
    }
}
