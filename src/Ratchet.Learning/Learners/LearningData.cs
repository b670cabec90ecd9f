using Ratchet.Learning.Binning;

namespace Ratchet.Learning.Learners;

/// <summary>
/// The table that learners read: named feature columns and, for learners that work on bins, the same columns quantised once. Holds references, never copies,
/// so that the arrays must not change while it is in use.
/// </summary>
public sealed class LearningData
{
    private readonly ReadOnlyMemory<double>[] columns;

    /// <summary>Makes a table.</summary>
    /// <param name="names">One name a column.</param>
    /// <param name="columns">The values, all of one length; NaN is missing.</param>
    /// <param name="binned">The same columns quantised.</param>
    /// <exception cref="ArgumentException">Names, columns and bins disagree in number, order or length.</exception>
    public LearningData(IReadOnlyList<string> names, IReadOnlyList<ReadOnlyMemory<double>> columns, BinnedMatrix binned)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(binned);
        if (names.Count != columns.Count || !names.SequenceEqual(binned.Names))
        {
            throw new ArgumentException($"There are {names.Count} names, {columns.Count} columns and {binned.FeatureCount} quantised columns; they must be the same features in the same order.", nameof(names));
        }

        for (var f = 0; f < columns.Count; f++)
        {
            if (columns[f].Length != binned.RowCount)
            {
                throw new ArgumentException($"Feature '{names[f]}' has {columns[f].Length} rows and the quantised columns {binned.RowCount}; they must agree.", nameof(columns));
            }
        }

        Names = [.. names];
        this.columns = [.. columns];
        Binned = binned;
    }

    /// <summary>The names of the features, in column order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The quantised columns.</summary>
    public BinnedMatrix Binned { get; }

    /// <summary>How many rows there are.</summary>
    public int RowCount => Binned.RowCount;

    /// <summary>How many features there are.</summary>
    public int FeatureCount => columns.Length;

    /// <summary>The raw values of a feature.</summary>
    /// <param name="feature">The column.</param>
    public ReadOnlySpan<double> Column(int feature) => columns[feature].Span;
}
