using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Boosting;

/// <summary>
/// Histogram gradient boosting with second-order gains (Friedman, 2001; Chen and Guestrin, 2016), as XGBoost's <c>hist</c> has it. The model is determined by the
/// options, the data and the key alone, bit for bit, at any number of threads.
/// </summary>
/// <remarks>
/// Missing values: both directions are tried at each split and the better one is kept; where a node has none they go right. Of equal splits the first feature
/// wins, then the lowest bin. Where missing values alone are one side, a constraint allows them the lesser and the greater weight. Cost: rows x
/// features for the root and at most half of that for each further level, a tree.
/// </remarks>
public sealed class BoostedTreesLearner : ILearner
{
    /// <summary>The largest absolute target: errors of twice its size are within float32.</summary>
    private const double LargestTarget = 1e38;

    /// <summary>The largest weight of a row, within float32 as XGBoost's weights are.</summary>
    private const double LargestWeight = 1e38;

    private readonly BoostingOptions options;
    private readonly StreamKey key;

    /// <summary>Makes a learner.</summary>
    /// <param name="options">The parameters; checked here.</param>
    /// <param name="key">The random stream; without sampling nothing is drawn from it.</param>
    /// <exception cref="ArgumentException">An option is outside its range, or two contradict each other.</exception>
    public BoostedTreesLearner(BoostingOptions options, StreamKey key)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        this.options = options;
        this.key = key;
    }

    /// <inheritdoc/>
    public MissingValues MissingValues => MissingValues.Accepted;

    /// <summary>Learns.</summary>
    /// <param name="x">The features.</param>
    /// <param name="training">The rows learned from; targets are classes 0, 1, ... or numbers.</param>
    /// <param name="validation">Rows that are scored after each round; null for none.</param>
    /// <param name="progress">Told after each round; null for nobody.</param>
    /// <param name="threads">How many threads may work; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work within a part of a tree.</param>
    /// <exception cref="ArgumentException">
    /// Views, labels, constraints or options do not fit, or the absolute target or the weight of a row, which is named, is above 1e38.
    /// </exception>
    public BoostedTrees Learn(
        BinnedMatrix x,
        TrainingView training,
        TrainingView? validation,
        IProgress<LearningProgress>? progress,
        int threads,
        CancellationToken cancellationToken) => Learn(x, training, validation, progress, threads, false, cancellationToken);

    IPredictor ILearner.Learn(
        LearningData data,
        TrainingView training,
        TrainingView? validation,
        IProgress<LearningProgress>? progress,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Learn(data.Binned, training, validation, progress, threads, cancellationToken);
    }

    /// <summary>The same with the choice of integers that are wide for every tree, for comparison.</summary>
    internal BoostedTrees Learn(
        BinnedMatrix x,
        TrainingView training,
        TrainingView? validation,
        IProgress<LearningProgress>? progress,
        int threads,
        bool isAlwaysWide,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        CheckLength(x, training, nameof(training));
        if (options.MonotoneConstraints.Count > 0 && options.MonotoneConstraints.Count != x.FeatureCount)
        {
            throw new ArgumentException($"MonotoneConstraints has {options.MonotoneConstraints.Count} entries and the matrix {x.FeatureCount} features; they must agree, or the constraints be empty.", nameof(x));
        }

        if (options.EarlyStoppingRounds > 0 && validation is null)
        {
            throw new ArgumentException($"EarlyStoppingRounds is {options.EarlyStoppingRounds} and there is no validation view; early stopping needs one.", nameof(validation));
        }

        CheckRange(training, nameof(training), options.ScalePositiveWeight, cancellationToken);
        var classes = options.Objective == BoostingObjective.SquaredError ? 1 : training.RequireClassCount();
        if (options.Objective == BoostingObjective.BinaryLogistic)
        {
            CheckLabels(training, 2, nameof(training));
        }

        if (validation is not null)
        {
            CheckLength(x, validation, nameof(validation));
            CheckRange(validation, nameof(validation), 1, cancellationToken);
            if (classes > 1)
            {
                validation.RequireClassCount();
                CheckLabels(validation, classes, nameof(validation));
            }
        }

        var groups = options.Objective == BoostingObjective.Softmax ? classes : 1;
        var run = new BoostingRun(options, key, x, training, validation, groups, threads, cancellationToken) { IsAlwaysWide = isAlwaysWide };
        return run.Run(progress, cancellationToken);
    }

    private static void CheckLength(BinnedMatrix x, TrainingView view, string name)
    {
        if (view.Targets.Length != x.RowCount)
        {
            throw new ArgumentException($"The {name} view has {view.Targets.Length} targets and the matrix {x.RowCount} rows; they must agree.", name);
        }
    }

    // Trees are float32, and sums of gradients must be finite.
    private static void CheckRange(TrainingView view, string name, double positiveWeight, CancellationToken cancellationToken)
    {
        var targets = view.Targets.Span;
        var weights = view.Weights.Span;
        var rows = view.Rows.Span;
        for (var i = 0; i < rows.Length; i++)
        {
            if (i % WorkChunk.Rows == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var row = rows[i];
            if (Math.Abs(targets[row]) > LargestTarget)
            {
                throw new ArgumentException($"The target of row {row} of the {name} view is {targets[row]}; it must be within -{LargestTarget} and {LargestTarget}, as trees are float32.", name);
            }

            var factor = targets[row] == 1 ? positiveWeight : 1;
            if (factor * (weights.IsEmpty ? 1 : weights[row]) > LargestWeight)
            {
                throw new ArgumentException($"The weight of row {row} of the {name} view is {(weights.IsEmpty ? 1 : weights[row])}, times {factor} of ScalePositiveWeight; it must be at most {LargestWeight}.", name);
            }
        }
    }

    private void CheckLabels(TrainingView view, int classes, string name)
    {
        if (view.ClassCount <= classes)
        {
            return;
        }

        var targets = view.Targets.Span;
        foreach (var row in view.Rows.Span)
        {
            if (targets[row] >= classes)
            {
                throw new ArgumentException($"The target of row {row} of the {name} view is {targets[row]}; a label of {options.Objective} must be from 0 to {classes - 1} here.", name);
            }
        }
    }
}
