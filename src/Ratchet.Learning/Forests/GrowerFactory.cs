using Ratchet.Learning.Learners;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Forests;

/// <summary>Prepares what all trees of a forest share and makes a grower for each thread, with the leanest statistics that fit the data.</summary>
internal static class GrowerFactory
{
    public static Func<TreeGrower> Create(ForestOptions options, BinnedMatrix x, TrainingView view)
    {
        var draw = Draw(options, view.Count);
        var classes = options.Task == ForestTask.Classification ? view.RequireClassCount() : 1;
        var targets = new double[view.Count];
        var weights = new double[view.Count];
        Gather(view, targets, weights);
        if (options.ClassWeight == ClassWeighting.Balanced)
        {
            Balance(targets, weights, classes);
        }

        var limits = new TreeLimits(
            options.MaxDepth == 0 ? int.MaxValue : options.MaxDepth,
            options.MinSamplesSplit,
            options.MinSamplesLeaf,
            options.MaxFeatures.Resolve(x.FeatureCount),
            options.MinImpurityDecrease,
            options.Criterion == SplitCriterion.Gini ? 2 : 1);
        if (classes > 2)
        {
            var sample = new ClassSample(view.Rows, Array.ConvertAll(targets, t => (int)t), weights, classes, draw, Shares(targets, weights, classes));
            return () => new ClassTreeGrower(sample, x, limits, options.Criterion == SplitCriterion.Entropy);
        }

        return options.Criterion == SplitCriterion.Entropy
            ? ForMoments<BinaryEntropy>(options, x, view, targets, weights, draw, limits)
            : ForMoments<SquaredDeviation>(options, x, view, targets, weights, draw, limits);
    }

    /// <summary>How samples of a view are drawn: at least one draw.</summary>
    public static RowDraw Draw(ForestOptions options, int rows) =>
        new(rows, options.Bootstrap ? Math.Max(1, (int)Math.Round(rows * options.MaxSamples)) : 0);

    private static Func<TreeGrower> ForMoments<TCriterion>(
        ForestOptions options, BinnedMatrix x, TrainingView view, double[] targets, double[] weights, RowDraw draw, TreeLimits limits)
        where TCriterion : struct, ISplitCriterion
    {
        // Targets of a regression are measured from their mean, which keeps the sums of a node small and exact.
        var prior = LaneReduction.Dot(targets, weights) / LaneReduction.Sum(weights);
        var offset = options.Task == ForestTask.Regression ? prior : 0;
        for (var i = 0; offset != 0 && i < targets.Length; i++)
        {
            targets[i] -= offset;
        }

        var draws = Math.Max(draw.Draws, draw.Rows);
        if (weights.AsSpan().ContainsAnyExcept(weights[0]) || draws > UnitMoments.Capacity)
        {
            return ForMoments<WeightedMoments, TCriterion>(x, view, targets, weights, draw, limits, offset, prior);
        }

        return options.Task == ForestTask.Classification && draws <= CountMoments.Capacity
            ? ForMoments<CountMoments, TCriterion>(x, view, targets, weights, draw, limits, offset, prior)
            : ForMoments<UnitMoments, TCriterion>(x, view, targets, weights, draw, limits, offset, prior);
    }

    private static Func<TreeGrower> ForMoments<TMoments, TCriterion>(
        BinnedMatrix x, TrainingView view, double[] targets, double[] weights, RowDraw draw, TreeLimits limits, double offset, double prior)
        where TMoments : unmanaged, IMoments<TMoments>
        where TCriterion : struct, ISplitCriterion
    {
        var moments = new TMoments[targets.Length];
        for (var i = 0; i < moments.Length; i++)
        {
            moments[i] = TMoments.Of(targets[i], weights[i]);
        }

        var sample = new MomentSample<TMoments>(view.Rows, moments, draw, offset, prior);
        return () => new MomentTreeGrower<TMoments, TCriterion>(sample, x, limits);
    }

    private static void Gather(TrainingView view, double[] targets, double[] weights)
    {
        var rows = view.Rows.Span;
        var allTargets = view.Targets.Span;
        var allWeights = view.Weights.Span;
        for (var i = 0; i < rows.Length; i++)
        {
            targets[i] = allTargets[rows[i]];
            weights[i] = allWeights.IsEmpty ? 1 : allWeights[rows[i]];
        }
    }

    private static void Balance(double[] targets, double[] weights, int classes)
    {
        var counts = new double[classes];
        var present = 0;
        foreach (var target in targets)
        {
            present += counts[(int)target]++ == 0 ? 1 : 0;
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] *= targets.Length / (present * counts[(int)targets[i]]);
        }
    }

    private static double[] Shares(double[] targets, double[] weights, int classes)
    {
        var shares = new double[classes];
        for (var i = 0; i < targets.Length; i++)
        {
            shares[(int)targets[i]] += weights[i];
        }

        var total = LaneReduction.Sum(weights);
        for (var k = 0; k < classes; k++)
        {
            shares[k] /= total;
        }

        return shares;
    }
}
