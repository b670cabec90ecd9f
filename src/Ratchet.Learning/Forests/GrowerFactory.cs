using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Forests;

/// <summary>Prepares what all trees of a forest share and makes a grower for each thread, with the leanest statistics that fit the data.</summary>
internal static class GrowerFactory
{
    /// <summary>Trees of a depth of at most 12 that look at all features at every node are grown by subtraction from so many rows on; with fewer, counting every node is as fast.</summary>
    public const int LeastSubtractedRows = 50_000;

    // Deeper trees have most of their nodes where a subtraction costs more than it saves.
    private const int DeepestSubtraction = 12;

    /// <param name="options">The parameters.</param>
    /// <param name="x">The features.</param>
    /// <param name="view">The rows, targets and weights.</param>
    /// <param name="threads">How many threads may work in all.</param>
    /// <param name="together">How many growers work at a time; each has its share of the threads.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <param name="leastSubtractedRows">See <see cref="LeastSubtractedRows"/>; for comparison.</param>
    public static Func<TreeGrower> Create(
        ForestOptions options,
        BinnedMatrix x,
        TrainingView view,
        int threads,
        int together,
        CancellationToken cancellationToken,
        int leastSubtractedRows = LeastSubtractedRows)
    {
        var classes = options.Task == ForestTask.Classification ? view.RequireClassCount() : 1;
        var targets = new double[view.Count];
        var weights = new double[view.Count];
        Gather(view, targets, weights, cancellationToken);
        var limits = new TreeLimits(
            options.MaxDepth == 0 ? int.MaxValue : options.MaxDepth,
            options.MinSamplesSplit,
            options.MinSamplesLeaf,
            options.MaxFeatures.Resolve(x.FeatureCount),
            options.MinImpurityDecrease,
            options.Criterion == SplitCriterion.Gini && classes == 2 ? 2 : 1,
            options.Search == SplitSearch.Random);
        var isSubtracted = options.Search == SplitSearch.Best
            && limits.FeaturesPerNode == x.FeatureCount
            && limits.MaxDepth <= DeepestSubtraction
            && view.Count >= leastSubtractedRows;
        Func<FeatureBlocks>? blocks = isSubtracted ? () => FeatureBlocks.Copy(x, view.Rows, threads, cancellationToken) : null;
        var plan = new GrowerPlan(x, view.Rows, targets, weights, Draw(options, view.Count), limits, threads / together, blocks);
        var weighing = classes > 1 ? ClassWeights.Of(options, targets, weights, classes) : null;
        cancellationToken.ThrowIfCancellationRequested();
        if (classes > 2)
        {
            return ClassGrowers.Create(plan, weighing!, options.Criterion == SplitCriterion.Entropy);
        }

        return options.Criterion == SplitCriterion.Entropy
            ? ForMoments<BinaryEntropy>(options.Task, plan, weighing)
            : ForMoments<SquaredDeviation>(options.Task, plan, weighing);
    }

    /// <summary>How samples of a view are drawn: at least one draw.</summary>
    public static RowDraw Draw(ForestOptions options, int rows) =>
        new(rows, options.Bootstrap ? Math.Max(1, (int)Math.Round(rows * options.MaxSamples)) : 0);

    private static Func<TreeGrower> ForMoments<TCriterion>(ForestTask task, GrowerPlan plan, ClassWeights? weighing)
        where TCriterion : struct, ISplitCriterion
    {
        // Targets of a regression are measured from their mean, which keeps the sums of a node small and exact.
        var prior = weighing?.Shares[1] ?? (LaneReduction.Dot(plan.Targets, plan.Weights) / LaneReduction.Sum(plan.Weights));
        var offset = task == ForestTask.Regression ? prior : 0;
        for (var i = 0; offset != 0 && i < plan.Targets.Length; i++)
        {
            plan.Targets[i] -= offset;
        }

        if (!plan.EqualWeights || plan.MostDraws > UnitMoments.Capacity)
        {
            return ForMoments<WeightedMoments, TCriterion>(plan, weighing, offset, prior);
        }

        return task == ForestTask.Classification && plan.MostDraws <= CountMoments.Capacity
            ? ForMoments<CountMoments, TCriterion>(plan, weighing, offset, prior)
            : ForMoments<UnitMoments, TCriterion>(plan, weighing, offset, prior);
    }

    private static Func<TreeGrower> ForMoments<TMoments, TCriterion>(GrowerPlan plan, ClassWeights? weighing, double offset, double prior)
        where TMoments : unmanaged, IMoments<TMoments>
        where TCriterion : struct, ISplitCriterion => weighing is { AreEqual: false }
            ? plan.Growers<TMoments, FactorRule<TMoments, TCriterion>>(TMoments.Of, new(weighing.Factors, prior))
            : plan.Growers<TMoments, MomentRule<TMoments, TCriterion>>(TMoments.Of, new(offset, prior));

    private static void Gather(TrainingView view, double[] targets, double[] weights, CancellationToken cancellationToken)
    {
        var rows = view.Rows.Span;
        var allTargets = view.Targets.Span;
        var allWeights = view.Weights.Span;
        for (var i = 0; i < rows.Length; i++)
        {
            if (i % WorkChunk.Rows == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            targets[i] = allTargets[rows[i]];
            weights[i] = allWeights.IsEmpty ? 1 : allWeights[rows[i]];
        }
    }
}
