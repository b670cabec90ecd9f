namespace Ratchet.Learning.Markov;

/// <summary>The state of highest probability.</summary>
internal static class MostProbable
{
    /// <summary>The index of the largest number; the lowest of equals.</summary>
    public static int Of(ReadOnlySpan<double> probabilities)
    {
        var best = 0;
        for (var k = 1; k < probabilities.Length; k++)
        {
            best = probabilities[k] > probabilities[best] ? k : best;
        }

        return best;
    }
}
