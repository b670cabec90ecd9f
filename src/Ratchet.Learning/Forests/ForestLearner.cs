using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Trees;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Forests;

/// <summary>
/// Learns random forests (Breiman, 2001): trees on bootstrap samples, each node choosing among features drawn for it. Tree t is determined by
/// the options, the data and the stream key.Derive("tree").Derive(t) alone: not by the number of threads, nor by the range it is grown in.
/// </summary>
/// <remarks>
/// Missing values: where rows with a missing value reach a node in training, both directions are tried and the better one kept; where none do,
/// missing values go with the larger child. Of equal splits the first in drawing order wins, then the lowest bin; in views of 50,000 rows
/// and more, at a depth of at most 12 and with all features and all cuts looked at, the first feature: larger children are counted by subtraction there. Cost: rows x features per node x depth a tree.
/// </remarks>
public sealed class ForestLearner : ILearner
{
    private readonly ForestOptions options;
    private readonly StreamKey key;

    /// <summary>Makes a learner.</summary>
    /// <param name="options">The parameters; checked here.</param>
    /// <param name="key">The forest's random stream.</param>
    public ForestLearner(ForestOptions options, StreamKey key)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        this.options = options;
        this.key = key.Derive("tree");
    }

    /// <summary>NaN is a value of its own; see the remarks.</summary>
    public MissingValues MissingValues => MissingValues.Accepted;

    /// <summary>Grows all trees of the options, and tells after each tree how many are done, in any order of trees; losses are NaN.</summary>
    /// <param name="data">The table; only its bins are read.</param>
    /// <param name="training">The rows, targets and weights.</param>
    /// <param name="validation">Checked and not used: a forest does not stop early.</param>
    /// <param name="progress">Told by the growing threads, by one at a time; null for nobody.</param>
    /// <param name="threads">How many threads may work; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work, within a tree too.</param>
    /// <exception cref="ArgumentException">A view and the table disagree, or a label is no class.</exception>
    public RandomForest Learn(
        LearningData data,
        TrainingView training,
        TrainingView? validation,
        IProgress<LearningProgress>? progress,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(training);
        if (validation is not null)
        {
            Check(data.Binned, validation, threads);
        }

        return Grow(data.Binned, training, 0, options.Trees, progress, threads, cancellationToken);
    }

    IPredictor ILearner.Learn(
        LearningData data,
        TrainingView training,
        TrainingView? validation,
        IProgress<LearningProgress>? progress,
        int threads,
        CancellationToken cancellationToken) => Learn(data, training, validation, progress, threads, cancellationToken);

    /// <summary>Grows all trees of the options.</summary>
    /// <param name="x">The features.</param>
    /// <param name="view">The rows, targets and weights.</param>
    /// <param name="threads">How many trees grow at a time; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work, within a tree too.</param>
    public RandomForest Learn(BinnedMatrix x, TrainingView view, int threads, CancellationToken cancellationToken) =>
        Grow(x, view, 0, options.Trees, threads, cancellationToken);

    /// <summary>Grows only some trees of the forest that these options and this key name.</summary>
    /// <param name="x">The features.</param>
    /// <param name="view">The rows, targets and weights.</param>
    /// <param name="firstTree">The first tree's number, at least 0.</param>
    /// <param name="endTree">The number after the last tree's; may be above the options' number of trees.</param>
    /// <param name="threads">How many trees grow at a time; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work, within a tree too.</param>
    /// <exception cref="ArgumentException">View and matrix disagree, or a label is no class.</exception>
    public RandomForest Grow(BinnedMatrix x, TrainingView view, int firstTree, int endTree, int threads, CancellationToken cancellationToken) =>
        Grow(x, view, firstTree, endTree, null, threads, cancellationToken);

    /// <summary>Adds trees to a forest until it has a number of them: a forest of 10 extended to 30 is the forest of 30, bit for bit.</summary>
    /// <param name="forest">A forest that these options, this key and this data gave, from tree 0 on.</param>
    /// <param name="x">The features.</param>
    /// <param name="view">The rows, targets and weights.</param>
    /// <param name="trees">How many trees the result has; not below the forest's.</param>
    /// <param name="threads">How many trees grow at a time; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work, within a tree too.</param>
    /// <exception cref="ArgumentException">The forest was learned on other bins, classes or for another task.</exception>
    public RandomForest Extend(RandomForest forest, BinnedMatrix x, TrainingView view, int trees, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(forest);
        Check(x, view, threads);
        ArgumentOutOfRangeException.ThrowIfLessThan(trees, forest.TreeCount);
        return trees == forest.TreeCount ? forest : forest.Append(Grow(x, view, forest.TreeCount, trees, threads, cancellationToken));
    }

    /// <summary>Predicts each row of the view by the trees whose sample it is not in, and scores that.</summary>
    /// <param name="forest">A forest that these options, this key and this data gave, from tree 0 on.</param>
    /// <param name="x">The features.</param>
    /// <param name="view">The view that the forest was learned on.</param>
    /// <param name="threads">How many blocks of trees or rows are worked on at a time; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="InvalidOperationException">The options have no bootstrap, so that no row is out of any bag.</exception>
    public OutOfBagResult OutOfBag(RandomForest forest, BinnedMatrix x, TrainingView view, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(forest);
        Check(x, view, threads);
        if (!options.Bootstrap)
        {
            throw new InvalidOperationException("Bootstrap is false; an out-of-bag score needs bootstrap samples.");
        }

        return OutOfBagResult.Compute(forest, x, view, GrowerFactory.Draw(options, view.Count), key, threads, cancellationToken);
    }

    private static void Check(BinnedMatrix x, TrainingView view, int threads)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(view);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        if (view.Targets.Length != x.RowCount)
        {
            throw new ArgumentException($"The view has {view.Targets.Length} targets and the matrix {x.RowCount} rows; they must agree.", nameof(view));
        }
    }

    private RandomForest Grow(
        BinnedMatrix x, TrainingView view, int firstTree, int endTree, IProgress<LearningProgress>? progress, int threads, CancellationToken cancellationToken)
    {
        Check(x, view, threads);
        ArgumentOutOfRangeException.ThrowIfNegative(firstTree);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endTree, firstTree);
        cancellationToken.ThrowIfCancellationRequested();
        var trees = new GrownTree[endTree - firstTree];
        var together = Math.Min(threads, trees.Length);
        var create = GrowerFactory.Create(options, x, view, threads, together, cancellationToken);
        var gate = new Lock();
        var done = 0;

        void GrowTree(int t, TreeGrower grower)
        {
            trees[t] = grower.Grow(key.Derive(firstTree + t).Open(), cancellationToken);
            if (progress is not null)
            {
                lock (gate)
                {
                    progress.Report(new(++done, trees.Length, double.NaN, double.NaN));
                }
            }
        }

        if (together == 1)
        {
            var grower = create();
            for (var t = 0; t < trees.Length; t++)
            {
                GrowTree(t, grower);
            }
        }
        else
        {
            Parallel.For(
                0,
                trees.Length,
                new ParallelOptions { MaxDegreeOfParallelism = together, CancellationToken = cancellationToken },
                create,
                (t, _, grower) =>
                {
                    GrowTree(t, grower);
                    return grower;
                },
                _ => { });
        }

        return RandomForest.FromTrees(options.Task, x.Bins, ClassCount(view), trees, cancellationToken);
    }

    private int ClassCount(TrainingView view) => options.Task == ForestTask.Classification ? view.RequireClassCount() : 1;
}
