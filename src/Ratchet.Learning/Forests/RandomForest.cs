using System.Buffers;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Forests;

/// <summary>
/// A learned forest: all trees flattened into arrays. Immutable, safe for use by several threads, and free of the matrix that it was learned on:
/// it keeps names and thresholds only. A prediction is the mean over the trees of the value of the leaf that a row falls in.
/// </summary>
public sealed class RandomForest : IPredictor
{
    private const int StackBytes = 2048;
    private readonly FlatTrees trees;

    internal RandomForest(ForestTask task, FeatureBins bins, int classCount, FlatTrees trees)
    {
        Task = task;
        Bins = bins;
        ClassCount = classCount;
        this.trees = trees;
    }

    /// <summary>What is predicted.</summary>
    public ForestTask Task { get; }

    /// <summary>How many trees there are.</summary>
    public int TreeCount => trees.TreeCount;

    /// <summary>How many nodes all trees have together, leaves included.</summary>
    public int NodeCount => trees.Nodes.Length;

    /// <summary>How many classes; 1 for a regression.</summary>
    public int ClassCount { get; }

    /// <summary>The names and thresholds of the features.</summary>
    public FeatureBins Bins { get; }

    /// <summary>The features that a tree splits on, ascending.</summary>
    public ReadOnlySpan<int> UsedFeatures => trees.UsedFeatures;

    /// <summary>Numbers a row: 1 (the probability of class 1, or the mean), or one a class where there are more than two.</summary>
    public int OutputCount => trees.OutputCount;

    /// <summary>The trees themselves.</summary>
    internal FlatTrees Trees => trees;

    /// <summary>
    /// Adds to each sum the value of tree 0, then of tree 1, and so on: the probability of class 1, or the mean. Adding the first trees of a forest and then
    /// the others gives the same bits as adding all. One thread; blocks of rows stay in cache.
    /// </summary>
    /// <param name="x">A matrix with this forest's names and thresholds.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="sums">One sum a row.</param>
    /// <exception cref="ArgumentException">Lengths, rows or bins do not fit.</exception>
    /// <exception cref="InvalidOperationException">The forest has more than two classes; see <see cref="PredictClasses"/>.</exception>
    public void AddPredictions(BinnedMatrix x, ReadOnlySpan<int> rows, Span<double> sums)
    {
        RequireSingleOutput();
        AddTrees(x, rows, sums, 0, TreeCount);
    }

    /// <summary>The prediction of each row: the probability of class 1, or the mean.</summary>
    /// <param name="x">A matrix with this forest's names and thresholds.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="output">One number a row.</param>
    public void Predict(BinnedMatrix x, ReadOnlySpan<int> rows, Span<double> output)
    {
        output.Clear();
        AddPredictions(x, rows, output);
        Average(output);
    }

    /// <summary>
    /// The prediction of each row: <see cref="OutputCount"/> numbers. A table that is quantised with this forest's thresholds is read from its bins, any other
    /// is quantised with them on the way.
    /// </summary>
    /// <param name="data">A table with the same features, in the same order; NaN goes the missing way.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="output">Rows times <see cref="OutputCount"/> numbers.</param>
    /// <exception cref="ArgumentException">Names, rows or lengths do not fit.</exception>
    public void Predict(LearningData data, ReadOnlySpan<int> rows, Span<double> output)
    {
        const int Block = 4096;
        ArgumentNullException.ThrowIfNull(data);
        if (output.Length != (long)rows.Length * OutputCount)
        {
            throw new ArgumentException($"output has {output.Length} places; {rows.Length} rows of {OutputCount} numbers need {(long)rows.Length * OutputCount}.", nameof(output));
        }

        output.Clear();
        if (data.Binned.Bins.Matches(Bins))
        {
            AddTrees(data.Binned, rows, output, 0, TreeCount);
            Average(output);
            return;
        }

        RequireNames(data);
        for (var start = 0; start < rows.Length; start += Block)
        {
            var block = rows.Slice(start, Math.Min(Block, rows.Length - start));
            AddTrees(Quantise(data, block), Identity(block.Length), output.Slice(start * OutputCount, block.Length * OutputCount), 0, TreeCount);
        }

        Average(output);
    }

    /// <summary>The same, by several threads; the result does not depend on how many.</summary>
    /// <param name="x">A matrix with this forest's names and thresholds.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="output">One number a row.</param>
    /// <param name="threads">How many blocks of rows are worked on at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void Predict(BinnedMatrix x, ReadOnlyMemory<int> rows, Memory<double> output, int threads, CancellationToken cancellationToken)
    {
        const int Block = 2048;
        RequireSingleOutput();
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Check(x, rows.Span, output.Length);
        Parallel.For(
            0,
            (rows.Length + Block - 1) / Block,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            b =>
            {
                var start = b * Block;
                var count = Math.Min(Block, rows.Length - start);
                Predict(x, rows.Span.Slice(start, count), output.Span.Slice(start, count));
            });
    }

    /// <summary>
    /// The prediction of one row of raw values, as a matrix built with the same thresholds would give it. NaN goes the missing way, an infinity to the
    /// outer bin. Allocates nothing.
    /// </summary>
    /// <param name="row">One value a feature.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public double Predict(ReadOnlySpan<double> row)
    {
        RequireSingleOutput();
        if (row.Length != Bins.FeatureCount)
        {
            throw new ArgumentException($"row has {row.Length} values; the forest has {Bins.FeatureCount} features.", nameof(row));
        }

        byte[]? rented = null;
        var codes = row.Length <= StackBytes ? stackalloc byte[StackBytes] : (rented = ArrayPool<byte>.Shared.Rent(row.Length));
        codes[..row.Length].Clear();
        foreach (var feature in trees.UsedFeatures)
        {
            codes[feature] = Bins.Encode(feature, row[feature]);
        }

        var sum = trees.SumOne(codes[..row.Length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return sum / TreeCount;
    }

    /// <summary>The probability of every class, row by row: the first row's classes, then the second's. For two classes 1 - p and p.</summary>
    /// <param name="x">A matrix with this forest's names and thresholds.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="output">Rows times <see cref="ClassCount"/> numbers.</param>
    /// <exception cref="InvalidOperationException">The forest is a regression.</exception>
    public void PredictClasses(BinnedMatrix x, ReadOnlySpan<int> rows, Span<double> output)
    {
        if (Task != ForestTask.Classification)
        {
            throw new InvalidOperationException("The forest is a regression and has no classes; use Predict.");
        }

        if (output.Length != (long)rows.Length * ClassCount)
        {
            throw new ArgumentException($"output has {output.Length} places; {rows.Length} rows of {ClassCount} classes need {(long)rows.Length * ClassCount}.", nameof(output));
        }

        output.Clear();
        if (OutputCount == ClassCount)
        {
            AddTrees(x, rows, output, 0, TreeCount);
            Average(output);
            return;
        }

        Predict(x, rows, output[rows.Length..]);
        for (var i = 0; i < rows.Length; i++)
        {
            // The later half is read before it is overwritten: place 2i + 1 is never past place n + i.
            var p = output[rows.Length + i];
            output[2 * i] = 1 - p;
            output[(2 * i) + 1] = p;
        }
    }

    /// <summary>
    /// Impurity importance: each tree's decreases of weighted impurity by feature, normalised to 1, averaged over the trees that split at all and normalised
    /// again (Breiman, 2001, as scikit-learn has it). Zeros where no tree splits. Favours features with many values; permutation importance does not.
    /// </summary>
    public double[] ImpurityImportance() => trees.ImpurityImportance(Bins.FeatureCount);

    internal static RandomForest FromTrees(ForestTask task, FeatureBins bins, int classCount, GrownTree[] trees, CancellationToken cancellationToken = default) =>
        new(task, bins, classCount, FlatTrees.Join(trees, classCount > 2 ? classCount : 1, cancellationToken));

    internal RandomForest Append(RandomForest more)
    {
        if (more.Task != Task || more.ClassCount != ClassCount || !more.Bins.Matches(Bins))
        {
            throw new ArgumentException(
                $"The forest has task {Task}, {ClassCount} classes and its own bins, the new trees {more.Task} and {more.ClassCount}; task, classes and bins must agree.", nameof(more));
        }

        return new(Task, Bins, ClassCount, trees.Append(more.trees));
    }

    /// <summary>Adds the values of some trees, <see cref="OutputCount"/> numbers a row.</summary>
    internal void AddTrees(BinnedMatrix x, ReadOnlySpan<int> rows, Span<double> sums, int firstTree, int endTree) =>
        AddTrees(x, rows, sums, firstTree, endTree, -1, []);

    /// <summary>The same with one feature's values taken from other rows.</summary>
    internal void AddTrees(
        BinnedMatrix x, ReadOnlySpan<int> rows, Span<double> sums, int firstTree, int endTree, int replacedFeature, ReadOnlySpan<int> replacedRows)
    {
        Check(x, rows, sums.Length / OutputCount);
        trees.AddBatch(x, rows, sums, firstTree, endTree, replacedFeature, replacedRows);
    }

    private static int[] Identity(int count)
    {
        var rows = new int[count];
        for (var i = 0; i < count; i++)
        {
            rows[i] = i;
        }

        return rows;
    }

    private void RequireNames(LearningData data)
    {
        if (!data.Names.SequenceEqual(Bins.Names))
        {
            throw new ArgumentException(
                $"The table has features {string.Join(", ", data.Names.Take(5))}, ... ({data.FeatureCount}) and the forest {string.Join(", ", Bins.Names.Take(5))}, ... ({Bins.FeatureCount}); they must be the same in the same order.", nameof(data));
        }
    }

    private BinnedMatrix Quantise(LearningData data, ReadOnlySpan<int> rows)
    {
        var columns = new ReadOnlyMemory<double>[Bins.FeatureCount];
        for (var f = 0; f < columns.Length; f++)
        {
            var values = new double[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                if ((uint)rows[i] >= (uint)data.RowCount)
                {
                    throw new ArgumentException($"rows holds {rows[i]}; a row must be in [0, {data.RowCount}).", nameof(rows));
                }

                values[i] = data.Column(f)[rows[i]];
            }

            columns[f] = values;
        }

        return BinnedMatrix.Encode(Bins, columns, 1, CancellationToken.None);
    }

    private void Average(Span<double> sums)
    {
        foreach (ref var sum in sums)
        {
            sum /= TreeCount;
        }
    }

    private void RequireSingleOutput()
    {
        if (OutputCount != 1)
        {
            throw new InvalidOperationException($"The forest has {ClassCount} classes; use PredictClasses.");
        }
    }

    private void Check(BinnedMatrix x, ReadOnlySpan<int> rows, int outputRows)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (rows.Length != outputRows)
        {
            throw new ArgumentException($"There are {rows.Length} rows and places for {outputRows}; they must agree.", nameof(rows));
        }

        if (!x.Bins.Matches(Bins))
        {
            throw new ArgumentException("The matrix has other names or thresholds than the one that the forest was learned on; its bins mean something else.", nameof(x));
        }

        foreach (var row in rows)
        {
            if ((uint)row >= (uint)x.RowCount)
            {
                throw new ArgumentException($"rows holds {row}; a row must be in [0, {x.RowCount}).", nameof(rows));
            }
        }
    }
}
