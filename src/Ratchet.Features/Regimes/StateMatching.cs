using Ratchet.Learning.Markov;

namespace Ratchet.Features.Regimes;

/// <summary>Orders of states: what a state is called must not change because a fit numbered it otherwise.</summary>
internal static class StateMatching
{
    /// <summary>States by falling mean of the first dimension; the lower number first among equals.</summary>
    internal static int[] ByTrend(HmmModel model)
    {
        var means = model.Means.ToArray();
        return [.. Enumerable.Range(0, model.States).OrderByDescending(state => means[state * model.Dimensions])];
    }

    /// <summary>
    /// The order of the new states that lies nearest to the old ones: least sum of Bhattacharyya distances between the diagonal normal
    /// densities, over all permutations (at most 720); the first of equals.
    /// </summary>
    internal static int[] ByEmission(HmmModel former, HmmModel model)
    {
        var order = new int[model.States];
        var best = new int[model.States];
        var least = double.PositiveInfinity;
        Place(former, model, order, 0, 0, ref least, best);
        return best;
    }

    private static void Place(HmmModel former, HmmModel model, int[] order, int slot, double sum, ref double least, int[] best)
    {
        if (slot == order.Length)
        {
            if (sum < least)
            {
                least = sum;
                order.CopyTo(best, 0);
            }

            return;
        }

        for (var state = 0; state < order.Length; state++)
        {
            if (!order.AsSpan(0, slot).Contains(state))
            {
                order[slot] = state;
                Place(former, model, order, slot + 1, sum + Distance(former, slot, model, state), ref least, best);
            }
        }
    }

    private static double Distance(HmmModel left, int leftState, HmmModel right, int rightState)
    {
        var sum = 0.0;
        for (var d = 0; d < left.Dimensions; d++)
        {
            var i = (leftState * left.Dimensions) + d;
            var j = (rightState * right.Dimensions) + d;
            var difference = left.Means[i] - right.Means[j];
            var mean = (left.Covariances[i] + right.Covariances[j]) / 2;
            sum += (difference * difference / (8 * mean)) + (Math.Log(mean / Math.Sqrt(left.Covariances[i] * right.Covariances[j])) / 2);
        }

        return sum;
    }
}
