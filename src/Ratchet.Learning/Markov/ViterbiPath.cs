namespace Ratchet.Learning.Markov;

/// <summary>The most likely state sequence by dynamic programming over logarithms (Viterbi, 1967).</summary>
internal static class ViterbiPath
{
    public static int[] Find(HmmModel model, ReadOnlySpan<double> x, int rows)
    {
        var n = model.States;
        var path = new int[rows];
        if (rows == 0)
        {
            return path;
        }

        Span<double> logTransitions = new double[n * n];
        for (var i = 0; i < logTransitions.Length; i++)
        {
            logTransitions[i] = Math.Log(model.Transitions[i]);
        }

        var cameFrom = new int[rows * n];
        Span<double> centred = new double[model.Dimensions];
        Span<double> densities = new double[n];
        Span<double> score = new double[n];
        Span<double> next = new double[n];
        model.Emission.LogDensities(x[..model.Dimensions], centred, densities);
        for (var k = 0; k < n; k++)
        {
            score[k] = Math.Log(model.StartProbabilities[k]) + densities[k];
        }

        for (var t = 1; t < rows; t++)
        {
            model.Emission.LogDensities(x.Slice(t * model.Dimensions, model.Dimensions), centred, densities);
            for (var k = 0; k < n; k++)
            {
                var best = 0;
                for (var j = 1; j < n; j++)
                {
                    if (score[j] + logTransitions[(j * n) + k] > score[best] + logTransitions[(best * n) + k])
                    {
                        best = j;
                    }
                }

                cameFrom[(t * n) + k] = best;
                next[k] = score[best] + logTransitions[(best * n) + k] + densities[k];
            }

            next.CopyTo(score);
        }

        var last = 0;
        for (var k = 1; k < n; k++)
        {
            last = score[k] > score[last] ? k : last;
        }

        for (var t = rows - 1; t >= 0; t--)
        {
            path[t] = last;
            last = cameFrom[(t * n) + last];
        }

        return path;
    }
}
