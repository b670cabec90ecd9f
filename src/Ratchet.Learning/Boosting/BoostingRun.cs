using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Boosting;

/// <summary>One run of boosting: rounds of trees, losses after each, and the end.</summary>
internal sealed class BoostingRun
{
    private readonly BoostingOptions options;
    private readonly StreamKey key;
    private readonly BinnedMatrix x;
    private readonly MarginTable training;
    private readonly MarginTable? validation;
    private readonly int groups;
    private readonly int threads;
    private readonly BoostingLoss loss;
    private readonly List<double> trainingLosses = [];
    private readonly List<double> validationLosses = [];
    private readonly List<BoostedTree> trees = [];
    private readonly int[] validationRows;

    public BoostingRun(
        BoostingOptions options, StreamKey key, BinnedMatrix x, TrainingView training, TrainingView? validation, int groups, int threads, CancellationToken cancellationToken)
    {
        this.options = options;
        this.key = key;
        this.x = x;
        this.groups = groups;
        this.threads = threads;
        this.training = new(x, training, groups, options.ScalePositiveWeight, threads, cancellationToken);
        this.validation = validation is null ? null : new(x, validation, groups, 1, threads, cancellationToken);
        validationRows = [.. Enumerable.Range(0, validation?.Count ?? 0)];
        loss = options.Objective switch
        {
            BoostingObjective.BinaryLogistic => new LogisticLoss(),
            BoostingObjective.Softmax => new SoftmaxLoss(),
            _ => new SquaredLoss(),
        };
    }

    /// <summary>Whether all trees use wide integers; for comparison.</summary>
    public bool IsAlwaysWide { get; init; }

    public BoostedTrees Run(IProgress<LearningProgress>? progress, CancellationToken cancellationToken)
    {
        var baseScore = BaseScore();
        var baseMargin = BoostedTrees.MarginOf(options.Objective, baseScore);
        Start(training, baseMargin);
        Start(validation, baseMargin);
        training.Evaluate(loss, threads, cancellationToken);
        var grower = new GradientTrees(options, x, training, threads) { IsAlwaysWide = IsAlwaysWide };
        var bestRound = 0;
        for (var round = 0; round < options.Rounds; round++)
        {
            Grow(grower, round, cancellationToken);
            trainingLosses.Add(training.Evaluate(loss, threads, cancellationToken));
            if (validation is not null)
            {
                validationLosses.Add(validation.Evaluate(loss, threads, cancellationToken));
                bestRound = validationLosses[round] < validationLosses[bestRound] ? round : bestRound;
            }

            progress?.Report(new(round + 1, options.Rounds, trainingLosses[round], validation is null ? double.NaN : validationLosses[round]));
            if (options.EarlyStoppingRounds > 0 && round - bestRound >= options.EarlyStoppingRounds)
            {
                break;
            }
        }

        var best = validation is null ? trainingLosses.Count : bestRound + 1;
        var kept = (options.EarlyStoppingRounds > 0 ? best : trainingLosses.Count) * groups;
        return new(
            options.Objective,
            options.Objective == BoostingObjective.SquaredError ? 1 : Math.Max(2, groups),
            x.Bins,
            FlatTrees.Join(trees.Take(kept).Select(t => t.Tree).ToArray(), 1, cancellationToken),
            groups,
            baseScore,
            [.. trees.Take(kept).SelectMany(t => t.BaseWeights)],
            best,
            [.. trainingLosses],
            [.. validationLosses]);
    }

    private void Grow(GradientTrees grower, int round, CancellationToken cancellationToken)
    {
        for (var group = 0; group < groups; group++)
        {
            var tree = grower.Grow(group, key.Derive("tree").Derive(((long)round * groups) + group), cancellationToken);
            trees.Add(tree);
            if (validation is not null)
            {
                BlockDescent.Add(validation.Blocks, tree.Tree, validationRows, validation.Margins[group], threads, cancellationToken);
            }
        }
    }

    private double BaseScore()
    {
        const double Least = 1e-6;
        if (options.BaseScore is { } given)
        {
            return (float)given;
        }

        return options.Objective switch
        {
            BoostingObjective.BinaryLogistic => (float)Math.Clamp(training.MeanTarget, Least, 1 - Least),
            BoostingObjective.Softmax => 0.5,
            _ => (float)training.MeanTarget,
        };
    }

    private static void Start(MarginTable? table, double baseMargin)
    {
        foreach (var margins in table?.Margins ?? [])
        {
            Array.Fill(margins, baseMargin);
        }
    }
}
