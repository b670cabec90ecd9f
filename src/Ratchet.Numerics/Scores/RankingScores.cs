namespace Ratchet.Numerics.Scores;

/// <summary>Scores that depend on the order of the predictions only. Cost O(n log n).</summary>
internal static class RankingScores
{
    public static double Auc(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels, ReadOnlySpan<double> weights)
    {
        ScoreInputs.RequireWeights(scores.Length, weights);
        if (!ScoreInputs.Defined(scores, labels))
        {
            return double.NaN;
        }

        var order = ScoreInputs.Ascending(scores, out var sorted);
        var below = 0.0;
        var positive = 0.0;
        var wins = 0.0;
        for (var first = 0; first < order.Length;)
        {
            var end = ScoreInputs.TieEnd(sorted, first);
            var ones = 0.0;
            var zeros = 0.0;
            for (var i = first; i < end; i++)
            {
                var weight = weights.IsEmpty ? 1 : weights[order[i]];
                ones += labels[order[i]] == 1 ? weight : 0;
                zeros += labels[order[i]] == 1 ? 0 : weight;
            }

            wins += ones * (below + (0.5 * zeros));
            below += zeros;
            positive += ones;
            first = end;
        }

        return positive > 0 && below > 0 ? wins / (positive * below) : double.NaN;
    }

    public static double AveragePrecision(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels)
    {
        if (!ScoreInputs.Defined(scores, labels))
        {
            return double.NaN;
        }

        var order = ScoreInputs.Ascending(scores, out var sorted);
        var taken = 0;
        var hits = 0;
        var sum = 0.0;
        for (var last = order.Length - 1; last >= 0;)
        {
            var before = hits;
            var first = last;
            while (first >= 0 && sorted[first] == sorted[last])
            {
                hits += labels[order[first]] == 1 ? 1 : 0;
                taken++;
                first--;
            }

            sum += (hits - before) * ((double)hits / taken);
            last = first;
        }

        return hits > 0 ? sum / hits : double.NaN;
    }

    public static double KolmogorovSmirnov(ReadOnlySpan<double> scores, ReadOnlySpan<double> labels)
    {
        if (!ScoreInputs.Defined(scores, labels))
        {
            return double.NaN;
        }

        var positives = 0;
        foreach (var label in labels)
        {
            positives += label == 1 ? 1 : 0;
        }

        var negatives = labels.Length - positives;
        if (positives == 0 || negatives == 0)
        {
            return double.NaN;
        }

        var order = ScoreInputs.Ascending(scores, out var sorted);
        var ones = 0;
        var widest = 0.0;
        for (var first = 0; first < order.Length;)
        {
            var end = ScoreInputs.TieEnd(sorted, first);
            for (var i = first; i < end; i++)
            {
                ones += labels[order[i]] == 1 ? 1 : 0;
            }

            widest = Math.Max(widest, Math.Abs(((double)ones / positives) - ((double)(end - ones) / negatives)));
            first = end;
        }

        return widest;
    }
}
