using System.Buffers;
using System.Collections.Immutable;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Windows;

namespace Ratchet.Learning.Exchange;

/// <summary>
/// Threshold trees in the form that gradient boosting libraries exchange: independent of bins, float32 throughout. Immutable, safe for several threads.
/// Predictions take XGBoost's steps in XGBoost's order: (float)x &lt; threshold goes left, NaN takes the split's own direction, and a row's margin starts at the
/// base score's and adds one leaf a tree, in float32, in tree order.
/// </summary>
/// <remarks>
/// Cost: trees x depth a row. Values are rounded to float32 first, so that one beyond it is an infinity, and an infinity is compared as it is: below no finite
/// threshold, or below all. An ensemble made from bins (<see cref="From(RandomForest)"/>, <see cref="From(BoostedTrees)"/>) differs there from its model: at a
/// split that parts missing values from all numbers, whose threshold is the largest float32, values of at least that size and +infinity go with the missing
/// ones. XGBoost itself refuses such values in its tables. Source: T. Chen, C. Guestrin: XGBoost, 2016; the arithmetic is that of version 1.7.
/// </remarks>
public sealed class TreeEnsemble : IPredictor
{
    private const int BlockRows = 128;
    private const int StackFloats = 256;
    private readonly PackedTrees packed;
    private readonly EnsembleTree[] trees;
    private readonly float[] baseScores;
    private readonly float[] baseMargins;
    private readonly int[] roundStarts;

    /// <summary>Checks and keeps the parts.</summary>
    /// <param name="definition">The parts.</param>
    /// <exception cref="ArgumentException">A part is out of its range or contradicts another; both are named.</exception>
    public TreeEnsemble(EnsembleDefinition definition)
    {
        EnsembleChecks.Check(definition);
        Objective = definition.Objective;
        FeatureCount = definition.FeatureCount;
        Groups = definition.Groups;
        ParallelTrees = definition.ParallelTrees;
        PositiveWeight = definition.PositiveWeight;
        FeatureNames = [.. definition.FeatureNames];
        FeatureTypes = [.. definition.FeatureTypes];
        Attributes = definition.Attributes.ToImmutableSortedDictionary(StringComparer.Ordinal);
        trees = [.. definition.Trees];
        baseScores = [.. definition.BaseScores];
        baseMargins = new float[Groups];
        for (var g = 0; g < Groups; g++)
        {
            baseMargins[g] = EnsembleLink.Margin(Objective, baseScores[baseScores.Length == 1 ? 0 : g]);
        }

        roundStarts = EnsembleChecks.RoundStarts(definition);
        packed = new PackedTrees(trees);
    }

    /// <summary>How margins become predictions.</summary>
    public EnsembleObjective Objective { get; }

    /// <summary>How many features a row has.</summary>
    public int FeatureCount { get; }

    /// <summary>Margins a row.</summary>
    public int Groups { get; }

    /// <summary>Trees that a round adds to each group.</summary>
    public int ParallelTrees { get; }

    /// <summary>How much the positive class weighed in training; without effect on predictions.</summary>
    public float PositiveWeight { get; }

    /// <summary>Predictions a row: 1 for soft-max (the class), else <see cref="Groups"/>.</summary>
    public int OutputCount => EnsembleLink.OutputCount(Objective, Groups);

    // Two classes under a soft probability: the interface asks for one number, the probability of class 1.
    int IPredictor.OutputCount => EnsembleTable.OutputCount(this);

    /// <summary>The trees.</summary>
    public IReadOnlyList<EnsembleTree> Trees => trees;

    /// <summary>The base score, as a prediction: one number, or one a group.</summary>
    public ReadOnlySpan<float> BaseScores => baseScores;

    /// <summary>The base score of each group, as a margin.</summary>
    public ReadOnlySpan<float> BaseMargins => baseMargins;

    /// <summary>The first tree of each round, and the number of trees.</summary>
    public ReadOnlySpan<int> RoundStarts => roundStarts;

    /// <summary>How many rounds there are.</summary>
    public int RoundCount => roundStarts.Length - 1;

    /// <summary>All rounds.</summary>
    public IndexRange AllRounds => new(0, RoundCount);

    /// <summary>
    /// The rounds up to the best one where training stopped early and said so (attribute best_iteration), else all. XGBoost's Booster.predict takes all
    /// rounds unless it is told this range; its scikit-learn classes take this range by themselves.
    /// </summary>
    public IndexRange BestRounds =>
        Attributes.TryGetValue("best_iteration", out var text) && int.TryParse(text, out var best) && best >= 0 && best < RoundCount
            ? new(0, best + 1)
            : AllRounds;

    /// <summary>The names of the features; empty where there are none.</summary>
    public IReadOnlyList<string> FeatureNames { get; }

    /// <summary>XGBoost's type of each feature; empty where there are none.</summary>
    public IReadOnlyList<string> FeatureTypes { get; }

    /// <summary>Texts that travel with the model, in ordinal order of their names.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; }

    /// <summary>Where the ensemble comes from, if it is one of ours; else null.</summary>
    public EnsembleOrigin? Origin => EnsembleOrigin.Read(Attributes);

    /// <summary>
    /// A forest as an ensemble of one round. Leaves are divided by the number of trees, so that the sum is the mean; the objective is the identity and the base score 0.
    /// A classifier of two classes gives the probability of class 1; one of more gives a group, with its own copies of all trees, to each class.
    /// Differs from the forest by the rounding of its sums to float32, which grows with the trees: below 1e-6 for probabilities of 100 trees, and for means as much
    /// relative to their size.
    /// </summary>
    /// <param name="forest">The forest.</param>
    /// <exception cref="InvalidOperationException">The forest was read for prediction only and has no weights and gains.</exception>
    public static TreeEnsemble From(RandomForest forest) => ForestConversion.Convert(forest);

    /// <summary>
    /// Boosted trees as an ensemble; leaves, thresholds and the base score are float32 there already. Differs from them by the rounding of sums and exponentials to
    /// float32.
    /// </summary>
    /// <param name="model">The boosted trees.</param>
    public static TreeEnsemble From(BoostedTrees model) => BoostedConversion.Convert(model);

    /// <summary>The margins of one row. Allocates nothing.</summary>
    /// <param name="row">One value a feature; NaN is missing.</param>
    /// <param name="rounds">The rounds that are summed.</param>
    /// <param name="margins">One number a group.</param>
    /// <exception cref="ArgumentException">A length or a round does not fit.</exception>
    public void PredictMargins(ReadOnlySpan<double> row, IndexRange rounds, Span<float> margins)
    {
        CheckRow(row.Length, rounds);
        CheckLength(margins.Length, Groups, nameof(margins));
        baseMargins.CopyTo(margins);
        packed.Add(row, roundStarts[rounds.Start], roundStarts[rounds.End], margins);
    }

    /// <summary>The margins of one row over all rounds. Allocates nothing.</summary>
    /// <param name="row">One value a feature; NaN is missing.</param>
    /// <param name="margins">One number a group.</param>
    public void PredictMargins(ReadOnlySpan<double> row, Span<float> margins) => PredictMargins(row, AllRounds, margins);

    /// <summary>The prediction of one row. Allocates nothing.</summary>
    /// <param name="row">One value a feature; NaN is missing.</param>
    /// <param name="rounds">The rounds that are summed.</param>
    /// <param name="output"><see cref="OutputCount"/> numbers.</param>
    /// <exception cref="ArgumentException">A length or a round does not fit.</exception>
    public void Predict(ReadOnlySpan<double> row, IndexRange rounds, Span<float> output)
    {
        CheckLength(output.Length, OutputCount, nameof(output));
        float[]? rented = null;
        var margins = Groups <= StackFloats ? stackalloc float[StackFloats] : (rented = ArrayPool<float>.Shared.Rent(Groups));
        PredictMargins(row, rounds, margins[..Groups]);
        EnsembleLink.Apply(Objective, margins[..Groups], output);
        if (rented is not null)
        {
            ArrayPool<float>.Shared.Return(rented);
        }
    }

    /// <summary>The prediction of one row over all rounds. Allocates nothing.</summary>
    /// <param name="row">One value a feature; NaN is missing.</param>
    /// <param name="output"><see cref="OutputCount"/> numbers.</param>
    public void Predict(ReadOnlySpan<double> row, Span<float> output) => Predict(row, AllRounds, output);

    /// <summary>The leaf of every tree that one row falls in, as the node's place in its tree. Allocates nothing.</summary>
    /// <param name="row">One value a feature; NaN is missing.</param>
    /// <param name="leaves">One number a tree.</param>
    public void PredictLeaves(ReadOnlySpan<double> row, Span<int> leaves)
    {
        CheckRow(row.Length, AllRounds);
        CheckLength(leaves.Length, trees.Length, nameof(leaves));
        for (var t = 0; t < leaves.Length; t++)
        {
            leaves[t] = packed.Leaf(t, row);
        }
    }

    /// <summary>The margins of many rows; the result does not depend on the number of threads and equals that of the single rows bit for bit.</summary>
    /// <param name="rows">Row after row, <see cref="FeatureCount"/> numbers each.</param>
    /// <param name="rounds">The rounds that are summed.</param>
    /// <param name="margins"><see cref="Groups"/> numbers a row.</param>
    /// <param name="threads">How many blocks of rows are worked on at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void PredictMargins(ReadOnlyMemory<double> rows, IndexRange rounds, Memory<float> margins, int threads, CancellationToken cancellationToken) =>
        ForBlocks(rows, rounds, margins, Groups, threads, static (all, block, range, output) => all.AddBlock(block, range, output), cancellationToken);

    /// <summary>The predictions of many rows; the result does not depend on the number of threads and equals that of the single rows bit for bit.</summary>
    /// <param name="rows">Row after row, <see cref="FeatureCount"/> numbers each.</param>
    /// <param name="rounds">The rounds that are summed.</param>
    /// <param name="output"><see cref="OutputCount"/> numbers a row.</param>
    /// <param name="threads">How many blocks of rows are worked on at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Predict(ReadOnlyMemory<double> rows, IndexRange rounds, Memory<float> output, int threads, CancellationToken cancellationToken) =>
        ForBlocks(rows, rounds, output, OutputCount, threads, static (all, block, range, part) => all.PredictBlock(block, range, part), cancellationToken);

    /// <summary>Predicts rows of a table, all rounds; see <see cref="BestRounds"/>. Names are compared where the ensemble has some.</summary>
    void IPredictor.Predict(LearningData data, ReadOnlySpan<int> rows, Span<double> output) => EnsembleTable.Predict(this, data, rows, output);

    /// <summary>XGBoost's importance of each feature, from the splits of all trees; 0 for a feature that no split uses.</summary>
    /// <param name="kind">What is counted.</param>
    public double[] Importance(ImportanceKind kind) => SplitTally.Compute(trees, FeatureCount, kind);

    /// <summary>
    /// What each feature adds to the margins of one row: exact Shapley values of the trees, a feature that is not known being averaged over the training weight of
    /// each split's sides. The numbers of a group sum to its margin. Trees x leaves x depth squared; in double, where XGBoost's pred_contribs are float32.
    /// </summary>
    /// <param name="row">One value a feature; NaN is missing.</param>
    /// <param name="output">For each group a number a feature, and last the group's mean.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Contributions(ReadOnlySpan<double> row, Span<double> output)
    {
        CheckRow(row.Length, AllRounds);
        var width = FeatureCount + 1;
        CheckLength(output.Length, Groups * width, nameof(output));
        output.Clear();
        for (var g = 0; g < Groups; g++)
        {
            output[(g * width) + FeatureCount] = baseMargins[g];
        }

        foreach (var tree in trees)
        {
            new TreeShapley(tree, row, output.Slice(tree.Group * width, width)).Add();
        }
    }

    private void AddBlock(ReadOnlySpan<double> rows, IndexRange rounds, Span<float> margins)
    {
        for (var at = 0; at < margins.Length; at += Groups)
        {
            baseMargins.CopyTo(margins[at..]);
        }

        packed.AddBlock(rows, FeatureCount, roundStarts[rounds.Start], roundStarts[rounds.End], margins, Groups);
    }

    private void PredictBlock(ReadOnlySpan<double> rows, IndexRange rounds, Span<float> output)
    {
        var count = output.Length / OutputCount;
        var margins = ArrayPool<float>.Shared.Rent(count * Groups);
        AddBlock(rows, rounds, margins.AsSpan(0, count * Groups));
        for (var i = 0; i < count; i++)
        {
            EnsembleLink.Apply(Objective, margins.AsSpan(i * Groups, Groups), output.Slice(i * OutputCount, OutputCount));
        }

        ArrayPool<float>.Shared.Return(margins);
    }

    private void ForBlocks(
        ReadOnlyMemory<double> rows, IndexRange rounds, Memory<float> output, int width, int threads, BlockWork work, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var count = rows.Length / FeatureCount;
        CheckLength(rows.Length, checked(count * FeatureCount), nameof(rows));
        CheckLength(output.Length, checked(count * width), nameof(output));
        CheckRow(FeatureCount, rounds);
        Parallel.For(
            0,
            (count + BlockRows - 1) / BlockRows,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            b =>
            {
                var start = b * BlockRows;
                var block = Math.Min(BlockRows, count - start);
                work(this, rows.Span.Slice(start * FeatureCount, block * FeatureCount), rounds, output.Span.Slice(start * width, block * width));
            });
    }

    private void CheckRow(int length, IndexRange rounds)
    {
        CheckLength(length, FeatureCount, "row");
        if (rounds.Start < 0 || rounds.End > RoundCount || rounds.End < rounds.Start)
        {
            throw new ArgumentException($"rounds is {rounds}; it must lie within {AllRounds}.", nameof(rounds));
        }
    }

    private static void CheckLength(int length, int expected, string name)
    {
        if (length != expected)
        {
            throw new ArgumentException($"{name} has {length} numbers; it must have {expected}.", name);
        }
    }

    private delegate void BlockWork(TreeEnsemble all, ReadOnlySpan<double> rows, IndexRange rounds, Span<float> output);
}
