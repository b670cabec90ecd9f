using System.Buffers;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Trees;

namespace Ratchet.Learning.Boosting;

/// <summary>
/// Learned boosted trees, flattened into arrays. Immutable, safe for use by several threads, and free of the matrix that they were learned on. A margin is the
/// base margin plus one leaf a tree; leaves hold float32 numbers, already multiplied by the learning rate. After early stopping the rounds past the best are not kept.
/// </summary>
public sealed class BoostedTrees : IPredictor
{
    private const int StackBytes = 2048;
    private readonly double[] trainingLosses;
    private readonly double[] validationLosses;
    private readonly FlatTrees[] byGroup;

    internal BoostedTrees(
        BoostingObjective objective,
        int classCount,
        FeatureBins bins,
        FlatTrees trees,
        int groups,
        double baseScore,
        double[] baseWeights,
        int bestRound,
        double[] trainingLosses,
        double[] validationLosses)
    {
        Objective = objective;
        ClassCount = classCount;
        Bins = bins;
        Trees = trees;
        Groups = groups;
        BaseScore = baseScore;
        BaseMargin = MarginOf(objective, baseScore);
        BaseWeights = baseWeights;
        BestRound = bestRound;
        this.trainingLosses = trainingLosses;
        this.validationLosses = validationLosses;
        byGroup = groups == 1 ? [trees] : TreeGroups.Split(trees, groups);
    }

    /// <summary>What was made small.</summary>
    public BoostingObjective Objective { get; }

    /// <summary>How many classes; 1 for squared error.</summary>
    public int ClassCount { get; }

    /// <summary>The names and thresholds of the features.</summary>
    public FeatureBins Bins { get; }

    /// <summary>How many rounds are kept: trees, or groups of one tree a class.</summary>
    public int Rounds => Trees.TreeCount / Groups;

    /// <summary>How many rounds gave the lowest validation loss, the first of equal ones; all that were run where there was no validation.</summary>
    public int BestRound { get; }

    /// <summary>The margin before the first tree, of every class.</summary>
    public double BaseMargin { get; }

    /// <summary>Numbers a row of a prediction: the number of classes under softmax, else 1.</summary>
    public int OutputCount => Groups;

    /// <summary>The training loss after each round that was run: weighted mean log loss in nats, or root mean squared error.</summary>
    public ReadOnlySpan<double> TrainingLosses => trainingLosses;

    /// <summary>The validation loss after each round that was run; empty where there was no validation.</summary>
    public ReadOnlySpan<double> ValidationLosses => validationLosses;

    // Two classes under softmax: the interface asks for one number, the probability of class 1.
    int IPredictor.OutputCount => Groups == 2 ? 1 : Groups;

    /// <summary>The trees, round by round and in each round class by class; weights are hessian sums, gains those of the splits.</summary>
    internal FlatTrees Trees { get; }

    /// <summary>How many trees a round has: tree t is of class t modulo this.</summary>
    internal int Groups { get; }

    /// <summary>The base margin as it is given: a probability for two classes. Exact as float32.</summary>
    internal double BaseScore { get; }

    /// <summary>The weight of each node before the learning rate.</summary>
    internal double[] BaseWeights { get; }

    /// <summary>The margin of each row: log odds, one number a class under softmax, or the value itself.</summary>
    /// <param name="x">A matrix with this model's names and thresholds.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="output">Rows times <see cref="OutputCount"/> numbers, row after row.</param>
    /// <exception cref="ArgumentException">Lengths, rows or bins do not fit.</exception>
    public void PredictMargins(BinnedMatrix x, ReadOnlySpan<int> rows, Span<double> output) => PredictMargins(x, rows, Rounds, output);

    /// <summary>The margin of each row by the first rounds only.</summary>
    /// <param name="x">A matrix with this model's names and thresholds.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="rounds">How many rounds, from 0 to <see cref="Rounds"/>.</param>
    /// <param name="output">Rows times <see cref="OutputCount"/> numbers, row after row.</param>
    /// <exception cref="ArgumentException">Lengths, rows or bins do not fit.</exception>
    public void PredictMargins(BinnedMatrix x, ReadOnlySpan<int> rows, int rounds, Span<double> output)
    {
        Check(x, rows, rounds, output.Length);
        if (Groups == 1)
        {
            output.Clear();
            Trees.AddBatch(x, rows, output, 0, rounds, -1, []);
        }
        else
        {
            var rented = ArrayPool<double>.Shared.Rent(rows.Length);
            var sums = rented.AsSpan(0, rows.Length);
            for (var k = 0; k < Groups; k++)
            {
                sums.Clear();
                byGroup[k].AddBatch(x, rows, sums, 0, rounds, -1, []);
                for (var i = 0; i < sums.Length; i++)
                {
                    output[(i * Groups) + k] = sums[i];
                }
            }

            ArrayPool<double>.Shared.Return(rented);
        }

        foreach (ref var margin in output)
        {
            margin += BaseMargin;
        }
    }

    /// <summary>The prediction of each row: the probability of class 1, the probability of every class under softmax, or the value.</summary>
    /// <param name="x">A matrix with this model's names and thresholds.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="output">Rows times <see cref="OutputCount"/> numbers, row after row.</param>
    /// <exception cref="ArgumentException">Lengths, rows or bins do not fit.</exception>
    public void Predict(BinnedMatrix x, ReadOnlySpan<int> rows, Span<double> output) => Predict(x, rows, Rounds, output);

    /// <summary>The prediction of each row by the first rounds only.</summary>
    /// <param name="x">A matrix with this model's names and thresholds.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="rounds">How many rounds, from 0 to <see cref="Rounds"/>.</param>
    /// <param name="output">Rows times <see cref="OutputCount"/> numbers, row after row.</param>
    /// <exception cref="ArgumentException">Lengths, rows or bins do not fit.</exception>
    public void Predict(BinnedMatrix x, ReadOnlySpan<int> rows, int rounds, Span<double> output)
    {
        PredictMargins(x, rows, rounds, output);
        for (var i = 0; i < output.Length; i += Groups)
        {
            Transform(output.Slice(i, Groups));
        }
    }

    /// <summary>The same, by several threads; the result does not depend on how many.</summary>
    /// <param name="x">A matrix with this model's names and thresholds.</param>
    /// <param name="rows">Rows of the matrix.</param>
    /// <param name="output">Rows times <see cref="OutputCount"/> numbers, row after row.</param>
    /// <param name="threads">How many blocks of rows are worked on at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Lengths, rows or bins do not fit.</exception>
    public void Predict(BinnedMatrix x, ReadOnlyMemory<int> rows, Memory<double> output, int threads, CancellationToken cancellationToken)
    {
        const int Block = 2048;
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        Check(x, rows.Span, Rounds, output.Length);
        WorkSplit.Run((rows.Length + Block - 1) / Block, threads, b =>
        {
            var start = b * Block;
            var count = Math.Min(Block, rows.Length - start);
            Predict(x, rows.Span.Slice(start, count), output.Span.Slice(start * Groups, count * Groups));
        }, cancellationToken);
    }

    /// <summary>The prediction of one row of raw values: the probability of class 1, or the value. NaN goes the missing way. Allocates nothing.</summary>
    /// <param name="row">One value a feature.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    /// <exception cref="InvalidOperationException">The model is a softmax and has several numbers a row.</exception>
    public double Predict(ReadOnlySpan<double> row)
    {
        if (Groups != 1)
        {
            throw new InvalidOperationException($"The model has {ClassCount} classes under softmax; use Predict(row, output).");
        }

        var result = 0.0;
        Predict(row, new Span<double>(ref result));
        return result;
    }

    /// <summary>The prediction of one row of raw values: the probability of every class, or the one number. Allocates nothing.</summary>
    /// <param name="row">One value a feature.</param>
    /// <param name="output"><see cref="OutputCount"/> numbers.</param>
    /// <exception cref="ArgumentException">A length is another.</exception>
    public void Predict(ReadOnlySpan<double> row, Span<double> output)
    {
        if (row.Length != Bins.FeatureCount || output.Length != Groups)
        {
            throw new ArgumentException($"row has {row.Length} values and output {output.Length}; the model has {Bins.FeatureCount} features and {Groups} numbers a row.", nameof(row));
        }

        byte[]? rented = null;
        var codes = row.Length <= StackBytes ? stackalloc byte[StackBytes] : (rented = ArrayPool<byte>.Shared.Rent(row.Length));
        codes[..row.Length].Clear();
        foreach (var feature in Trees.UsedFeatures)
        {
            codes[feature] = Bins.Encode(feature, row[feature]);
        }

        for (var k = 0; k < Groups; k++)
        {
            output[k] = byGroup[k].SumOne(codes[..row.Length]) + BaseMargin;
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        Transform(output);
    }

    /// <summary>The importance of each feature; 0 for one that no tree splits on.</summary>
    /// <param name="kind">What is counted, over all kept trees.</param>
    public double[] Importance(ImportanceKind kind)
    {
        if (!Enum.IsDefined(kind))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "kind must be a defined value.");
        }

        var splits = new double[Bins.FeatureCount];
        var sums = new double[Bins.FeatureCount];
        for (var n = 0; n < Trees.Nodes.Length; n++)
        {
            if (!Trees.Nodes[n].IsLeaf)
            {
                var feature = Trees.Nodes[n].Feature;
                splits[feature]++;
                sums[feature] += kind is ImportanceKind.Gain or ImportanceKind.TotalGain ? Trees.Gains[n] : Trees.Weights[n];
            }
        }

        if (kind == ImportanceKind.Frequency)
        {
            return splits;
        }

        for (var f = 0; f < sums.Length && kind is ImportanceKind.Gain or ImportanceKind.Cover; f++)
        {
            sums[f] /= Math.Max(1, splits[f]);
        }

        return sums;
    }

    void IPredictor.Predict(LearningData data, ReadOnlySpan<int> rows, Span<double> output)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!data.Binned.Bins.Matches(Bins))
        {
            PredictRaw(data, rows, output);
            return;
        }

        if (Groups != 2)
        {
            Predict(data.Binned, rows, output);
            return;
        }

        var both = new double[rows.Length * 2];
        if (output.Length != rows.Length)
        {
            throw new ArgumentException($"output has {output.Length} places; {rows.Length} rows need as many.", nameof(output));
        }

        Predict(data.Binned, rows, both);
        for (var i = 0; i < output.Length; i++)
        {
            output[i] = both[(2 * i) + 1];
        }
    }

    /// <summary>A table that was quantised otherwise is read by its values.</summary>
    private void PredictRaw(LearningData data, ReadOnlySpan<int> rows, Span<double> output)
    {
        var width = ((IPredictor)this).OutputCount;
        TableInputs.RequirePrediction(Bins.Names, data, rows, width, output.Length);
        var row = new double[data.FeatureCount];
        var groups = new double[Groups];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var f = 0; f < row.Length; f++)
            {
                row[f] = data.Column(f)[rows[i]];
            }

            Predict(row, groups);
            groups.AsSpan(Groups - width).CopyTo(output.Slice(i * width, width));
        }
    }

    /// <summary>The margin that a base score stands for.</summary>
    internal static double MarginOf(BoostingObjective objective, double baseScore) =>
        objective == BoostingObjective.BinaryLogistic ? -Math.Log((1 / baseScore) - 1) : baseScore;

    private void Transform(Span<double> margins)
    {
        if (Objective == BoostingObjective.BinaryLogistic)
        {
            margins[0] = 1 / (1 + Math.Exp(-margins[0]));
        }
        else if (Objective == BoostingObjective.Softmax)
        {
            var largest = double.NegativeInfinity;
            foreach (var margin in margins)
            {
                largest = Math.Max(largest, margin);
            }

            var sum = 0.0;
            foreach (ref var margin in margins)
            {
                margin = Math.Exp(margin - largest);
                sum += margin;
            }

            foreach (ref var margin in margins)
            {
                margin /= sum;
            }
        }
    }

    private void Check(BinnedMatrix x, ReadOnlySpan<int> rows, int rounds, int length)
    {
        ArgumentNullException.ThrowIfNull(x);
        if (length != (long)rows.Length * Groups)
        {
            throw new ArgumentException($"output has {length} places; {rows.Length} rows of {Groups} numbers need {(long)rows.Length * Groups}.", nameof(length));
        }

        if (rounds < 0 || rounds > Rounds)
        {
            throw new ArgumentOutOfRangeException(nameof(rounds), rounds, $"rounds must be from 0 to {Rounds}.");
        }

        if (!x.Bins.Matches(Bins))
        {
            throw new ArgumentException("The matrix has other names or thresholds than the one that the model was learned on; its bins mean something else.", nameof(x));
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
