using Ratchet.Learning.Binning;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Resampling;

/// <summary>
/// The training part of one fold with synthetic rows after it, as a matrix of its own. The matrix holds copies of the training rows' bins and the synthetic
/// rows, encoded with the same thresholds, and no other row: what is tested, validated or calibrated on cannot be reached through it, and a synthetic row
/// cannot be predicted by mistake. A model learned on it predicts rows of the original matrix, whose thresholds it shares.
/// </summary>
public sealed class AugmentedTraining
{
    private readonly SyntheticRow[] synthetic;

    private AugmentedTraining(BinnedMatrix matrix, TrainingView view, ReadOnlyMemory<int> rows, SyntheticRow[] synthetic)
    {
        Matrix = matrix;
        View = view;
        Rows = rows;
        this.synthetic = synthetic;
    }

    /// <summary>The training rows, then the synthetic ones.</summary>
    public BinnedMatrix Matrix { get; }

    /// <summary>All rows of <see cref="Matrix"/>, with targets and weights.</summary>
    public TrainingView View { get; }

    /// <summary>The rows of the original matrix that the first rows of <see cref="Matrix"/> are, in their order.</summary>
    public ReadOnlyMemory<int> Rows { get; }

    /// <summary>The rows that follow them; empty where the classes were balanced.</summary>
    public ReadOnlySpan<SyntheticRow> Synthetic => synthetic;

    /// <summary>Fills up the rare classes of a training part.</summary>
    /// <param name="matrix">The quantised table.</param>
    /// <param name="columns">The same columns unquantised, in the same order.</param>
    /// <param name="training">The training part of a fold; repeated rows are learned from as often, and begin lines once.</param>
    /// <param name="options">Neighbours, ratio, weight.</param>
    /// <param name="key">The random stream.</param>
    /// <param name="threads">How many threads may work; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">Columns and matrix disagree, or a target is no class.</exception>
    /// <remarks>Cost: that of <see cref="Smote.Draw"/>, and one byte a feature for each training and synthetic row.</remarks>
    public static AugmentedTraining Build(
        BinnedMatrix matrix,
        IReadOnlyList<ReadOnlyMemory<double>> columns,
        TrainingView training,
        SmoteOptions options,
        StreamKey key,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(training);
        if (columns.Count != matrix.FeatureCount || columns.Any(c => c.Length != matrix.RowCount) || training.Targets.Length != matrix.RowCount)
        {
            throw new ArgumentException(
                $"There are {columns.Count} columns and {training.Targets.Length} targets for a matrix of {matrix.FeatureCount} features and {matrix.RowCount} rows; they must agree.",
                nameof(columns));
        }

        training.RequireClassCount();
        int[] distinct = [.. training.Rows.ToArray().Distinct().Order()];
        var synthetic = Smote.Draw(columns, distinct, training.Targets, options, key, threads, cancellationToken);
        return new(Encode(matrix, columns, training.Rows, synthetic, threads, cancellationToken), Append(training, synthetic, options.Weight), training.Rows, synthetic);
    }

    /// <summary>Makes sure that no row that must stay unseen was learned from, itself or through a synthetic row.</summary>
    /// <param name="heldOut">Rows of the original matrix that are tested, validated or calibrated on.</param>
    /// <exception cref="InvalidOperationException">One of them is a training row or a parent of a synthetic row; it is named.</exception>
    public void RequireApartFrom(ReadOnlySpan<int> heldOut)
    {
        var used = new HashSet<int>(Rows.ToArray());
        foreach (var row in synthetic)
        {
            used.Add(row.Seed);
            used.Add(row.Neighbour);
        }

        foreach (var row in heldOut)
        {
            if (used.Contains(row))
            {
                throw new InvalidOperationException($"Row {row} is held out and was learned from, itself or as a parent of a synthetic row; synthetic rows belong in the training part of a fold alone.");
            }
        }
    }

    private static BinnedMatrix Encode(
        BinnedMatrix matrix,
        IReadOnlyList<ReadOnlyMemory<double>> columns,
        ReadOnlyMemory<int> rows,
        SyntheticRow[] synthetic,
        int threads,
        CancellationToken cancellationToken)
    {
        var encoded = new byte[columns.Count][];
        var missing = new bool[columns.Count];
        Parallel.For(
            0,
            columns.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            f =>
            {
                var bins = new byte[rows.Length + synthetic.Length];
                var from = matrix.Column(f);
                var seen = rows.Span;
                for (var i = 0; i < seen.Length; i++)
                {
                    bins[i] = from[seen[i]];
                }

                for (var i = 0; i < synthetic.Length; i++)
                {
                    bins[seen.Length + i] = matrix.Bins.Encode(f, synthetic[i].Value(columns[f].Span));
                }

                encoded[f] = bins;
                missing[f] = bins.AsSpan().Contains(BinnedMatrix.MissingBin);
            });
        return new(matrix.Bins, encoded, missing, rows.Length + synthetic.Length);
    }

    private static TrainingView Append(TrainingView training, SyntheticRow[] synthetic, double factor)
    {
        var count = training.Count;
        var rows = new int[count + synthetic.Length];
        var targets = new double[rows.Length];
        var weights = new double[rows.Length];
        var given = training.Weights.Span;
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = i;
            if (i < count)
            {
                var row = training.Rows.Span[i];
                targets[i] = training.Targets.Span[row];
                weights[i] = given.IsEmpty ? 1 : given[row];
            }
            else
            {
                var row = synthetic[i - count];
                targets[i] = row.Label;
                weights[i] = factor * (given.IsEmpty ? 1 : row.Value(given));
            }
        }

        return new(rows, targets, given.IsEmpty && factor == 1 ? default : weights);
    }
}
