using Ratchet.Learning.Markov;

namespace Ratchet.Features.Regimes;

/// <summary>The order of the states of a first fit; later fits keep it by <see cref="StateMatcher"/>.</summary>
internal static class StateMatching
{
    /// <summary>States by falling mean of the first dimension; the lower number first among equals.</summary>
    internal static int[] ByTrend(HmmModel model)
    {
        var means = model.Means.ToArray();
        return [.. Enumerable.Range(0, model.States).OrderByDescending(state => means[state * model.Dimensions])];
    }
}
