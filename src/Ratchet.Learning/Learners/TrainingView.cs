namespace Ratchet.Learning.Learners;

/// <summary>
/// Which rows of a matrix are learned from, with their targets and weights. Checked once, here; holds references, never copies, so that the
/// arrays must not change while the view is in use.
/// </summary>
public sealed class TrainingView
{
    private readonly int firstNonLabel = -1;

    /// <summary>Makes a view.</summary>
    /// <param name="rows">Rows of the matrix; at least one. Order matters for reproducibility only; a repeated row counts again.</param>
    /// <param name="targets">A target for each row of the matrix; those of <paramref name="rows"/> must be finite, others are not looked at. Classes are 0, 1, ...</param>
    /// <param name="weights">A weight for each row of the matrix, finite and at least 0; empty for ones.</param>
    /// <exception cref="ArgumentException">A shape, row, target or weight is refused; the row is named.</exception>
    public TrainingView(ReadOnlyMemory<int> rows, ReadOnlyMemory<double> targets, ReadOnlyMemory<double> weights)
    {
        if (rows.IsEmpty)
        {
            throw new ArgumentException("rows is empty; a view must have at least one row.", nameof(rows));
        }

        if (!weights.IsEmpty && weights.Length != targets.Length)
        {
            throw new ArgumentException($"weights has {weights.Length} entries and targets {targets.Length}; they must agree, or weights be empty.", nameof(weights));
        }

        Rows = rows;
        Targets = targets;
        Weights = weights;
        var largest = 0.0;
        var total = 0.0;
        foreach (var row in rows.Span)
        {
            if ((uint)row >= (uint)targets.Length)
            {
                throw new ArgumentException($"rows holds {row}; a row must be in [0, {targets.Length}).", nameof(rows));
            }

            var target = targets.Span[row];
            if (!double.IsFinite(target))
            {
                throw new ArgumentException($"The target of row {row} is {target}; it must be finite.", nameof(targets));
            }

            var weight = weights.IsEmpty ? 1 : weights.Span[row];
            if (!(double.IsFinite(weight) && weight >= 0))
            {
                throw new ArgumentException($"The weight of row {row} is {weight}; it must be finite and at least 0.", nameof(weights));
            }

            total += weight;
            if (firstNonLabel < 0 && !(target is >= 0 and <= 65535 && target == Math.Floor(target)))
            {
                firstNonLabel = row;
            }

            largest = Math.Max(largest, target);
        }

        if (total == 0)
        {
            throw new ArgumentException("All weights of the view are 0; at least one must be above.", nameof(weights));
        }

        ClassCount = firstNonLabel >= 0 ? 0 : Math.Max(2, (int)largest + 1);
    }

    /// <summary>The rows of the matrix that are learned from.</summary>
    public ReadOnlyMemory<int> Rows { get; }

    /// <summary>A target for each row of the matrix.</summary>
    public ReadOnlyMemory<double> Targets { get; }

    /// <summary>A weight for each row of the matrix; empty for ones.</summary>
    public ReadOnlyMemory<double> Weights { get; }

    /// <summary>How many rows are learned from.</summary>
    public int Count => Rows.Length;

    /// <summary>One more than the largest label, at least 2; 0 where the targets are no labels.</summary>
    internal int ClassCount { get; }

    /// <summary>The number of classes, or an error that names the first row whose target is no label.</summary>
    internal int RequireClassCount() => ClassCount > 0
        ? ClassCount
        : throw new ArgumentException($"The target of row {firstNonLabel} is {Targets.Span[firstNonLabel]}; a class label must be an integer from 0 to 65535.");
}
