using Ratchet.Learning.Markov;

namespace Ratchet.Lifecycle.Regimes;

/// <summary>States from the most rising to the most falling, so that the first is bull and the last bear.</summary>
internal static class TrendOrder
{
    /// <summary>By falling mean of the first observation; the lower number first among equals.</summary>
    public static int[] Of(HmmModel model) => Falling(model.Means.ToArray(), model.Dimensions);

    /// <summary>By falling first coordinate of the centroid; the lower number first among equals.</summary>
    public static int[] Of(JumpModel model) => Falling(model.Centroids.ToArray(), model.Dimensions);

    private static int[] Falling(double[] centres, int dimensions) =>
        [.. Enumerable.Range(0, centres.Length / dimensions).OrderByDescending(state => centres[state * dimensions])];
}
