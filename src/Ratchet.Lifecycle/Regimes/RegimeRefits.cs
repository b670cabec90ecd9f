using Ratchet.Learning.Markov;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Lifecycle.Regimes;

/// <summary>
/// Refits on a rolling window, each with the states matched to those of the fit before. Two candidates are climbed, fresh k-means++ starts and
/// the model before, and the likelier on the window is kept. No fit sees a bar after its window; the shape of the covariances is chosen on the first
/// window, by the Bayesian information criterion, and kept, so that no fit knows it from later bars either.
/// </summary>
internal static class RegimeRefits
{
    public static RegimeIdentity Run(
        ReadOnlySpan<double> x,
        int dimensions,
        int refits,
        int window,
        ReadOnlySpan<HmmCovariance> shapes,
        HmmOptions options,
        StreamKey key,
        CancellationToken cancellationToken)
    {
        var rows = x.Length / dimensions;
        var step = (rows - window) / refits;
        if (window < 2 * step)
        {
            // Half of each window is seen again.
            step = rows / (refits + 2);
            window = 2 * step;
        }

        step = Math.Max(1, step);
        var overlap = window - step;
        var agreements = new double[refits];
        var unmatched = new double[refits];
        var (renamed, continuedCount) = (0, 0);
        HmmModel? former = null;
        int[] before = [];
        for (var refit = 0; refit <= refits; refit++)
        {
            var seen = x.Slice(refit * step * dimensions, window * dimensions);
            HmmFit fresh;
            if (refit == 0)
            {
                var first = HmmSelection.ByBic(seen, dimensions, [options.States], shapes, options, key.Derive(refit), cancellationToken).Best;
                options = options with { Covariance = first.Covariance };
                fresh = first.Fit;
            }
            else
            {
                fresh = HmmLearner.Fit(seen, dimensions, options, key.Derive(refit), cancellationToken);
            }

            var model = fresh.Model;
            if (former is null)
            {
                model = model.Reorder(TrendOrder.Of(model));
            }
            else
            {
                var continued = HmmLearner.Learn(seen, former, options.Iterations, options, cancellationToken);
                var keeps = continued.LogLikelihood(seen) > fresh.LogLikelihood;
                continuedCount += keeps ? 1 : 0;
                unmatched[refit - 1] = PathAgreement.Share(before.AsSpan(step), Labels(fresh.Model, seen).AsSpan(0, overlap));
                model = keeps ? continued : fresh.Model;
                int[] order = [.. StateMatcher.Match(former, model).Order];
                renamed += order.Index().Any(o => o.Index != o.Item) ? 1 : 0;
                model = model.Reorder(order);
            }

            var labels = Labels(model, seen);
            if (former is not null)
            {
                agreements[refit - 1] = PathAgreement.Share(before.AsSpan(step), labels.AsSpan(0, overlap));
            }

            (former, before) = (model, labels);
        }

        return new RegimeIdentity(options.Covariance, window, step, overlap, agreements, unmatched, renamed, continuedCount);
    }

    private static int[] Labels(HmmModel model, ReadOnlySpan<double> x)
    {
        var filtered = model.Filter(x);
        var labels = new int[filtered.Rows];
        for (var t = 0; t < labels.Length; t++)
        {
            labels[t] = filtered.Likeliest(t);
        }

        return labels;
    }
}
