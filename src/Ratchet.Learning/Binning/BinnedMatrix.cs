using Ratchet.Numerics.Windows;

namespace Ratchet.Learning.Binning;

/// <summary>
/// A feature matrix quantised once: one byte a cell, columns contiguous. Immutable and shared by every model, fold and trial that uses the
/// data; they hold row indices into it, never copies.
/// </summary>
public sealed class BinnedMatrix
{
    /// <summary>The bin of a missing value (NaN).</summary>
    public const byte MissingBin = 255;

    private readonly byte[][] columns;
    private readonly bool[] hasMissing;

    internal BinnedMatrix(FeatureBins bins, byte[][] columns, bool[] hasMissing, int rowCount)
    {
        Bins = bins;
        this.columns = columns;
        this.hasMissing = hasMissing;
        RowCount = rowCount;
    }

    /// <summary>How many rows there are.</summary>
    public int RowCount { get; }

    /// <summary>How many features there are.</summary>
    public int FeatureCount => columns.Length;

    /// <summary>The names of the features, in column order.</summary>
    public IReadOnlyList<string> Names => Bins.Names;

    /// <summary>The quantisation: names and thresholds.</summary>
    public FeatureBins Bins { get; }

    /// <summary>
    /// Quantises columns. The thresholds are quantiles of <paramref name="edgeRows"/> only and look at no label; all rows are then encoded with them.
    /// </summary>
    /// <param name="names">One name a column.</param>
    /// <param name="columns">The values, all of one length; NaN is missing.</param>
    /// <param name="edgeRows">The rows that thresholds are learned from, such as those before the hold-out.</param>
    /// <param name="options">How many bins.</param>
    /// <param name="threads">How many columns are worked on at a time; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The shapes disagree, or a value is infinite or too large for float32: feature and row are named.</exception>
    /// <remarks>Cost: a radix sort of the edge rows and at most eight comparisons a cell.</remarks>
    public static BinnedMatrix Build(
        IReadOnlyList<string> names,
        IReadOnlyList<ReadOnlyMemory<double>> columns,
        IndexRange edgeRows,
        BinningOptions options,
        int threads,
        CancellationToken cancellationToken)
    {
        if (columns is { Count: > 0 } && (edgeRows.Start < 0 || edgeRows.End > columns[0].Length || edgeRows.IsEmpty))
        {
            throw new ArgumentException($"edgeRows is {edgeRows}; it must be a range of at least one row within [0, {columns[0].Length}).", nameof(edgeRows));
        }

        return Build(names, columns, new EdgeRows(edgeRows, default), options, threads, cancellationToken);
    }

    /// <summary>As <see cref="Build(IReadOnlyList{string}, IReadOnlyList{ReadOnlyMemory{double}}, IndexRange, BinningOptions, int, CancellationToken)"/> with thresholds from any rows: the strict mode, in which each fold's thresholds come from its own training rows.</summary>
    /// <param name="names">One name a column.</param>
    /// <param name="columns">The values, all of one length; NaN is missing.</param>
    /// <param name="edgeRows">The rows that thresholds are learned from, at least one, in any order; a repeated row counts again.</param>
    /// <param name="options">How many bins.</param>
    /// <param name="threads">How many columns are worked on at a time; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The shapes disagree, an edge row is out of range, or a value is infinite or too large for float32: feature and row are named.</exception>
    public static BinnedMatrix BuildStrict(
        IReadOnlyList<string> names,
        IReadOnlyList<ReadOnlyMemory<double>> columns,
        ReadOnlyMemory<int> edgeRows,
        BinningOptions options,
        int threads,
        CancellationToken cancellationToken)
    {
        if (edgeRows.IsEmpty)
        {
            throw new ArgumentException("edgeRows is empty; thresholds need at least one row.", nameof(edgeRows));
        }

        foreach (var row in edgeRows.Span)
        {
            if (columns is { Count: > 0 } && (uint)row >= (uint)columns[0].Length)
            {
                throw new ArgumentException($"edgeRows holds {row}; a row must be in [0, {columns[0].Length}).", nameof(edgeRows));
            }
        }

        return Build(names, columns, new EdgeRows(default, edgeRows), options, threads, cancellationToken);
    }

    /// <summary>Quantises columns with thresholds that are there already, such as those of a model. Infinities fall in the outer bins.</summary>
    /// <param name="bins">The thresholds.</param>
    /// <param name="columns">The values, one column a feature of <paramref name="bins"/>, all of one length; NaN is missing.</param>
    /// <param name="threads">How many columns are worked on at a time; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The shapes disagree.</exception>
    public static BinnedMatrix Encode(FeatureBins bins, IReadOnlyList<ReadOnlyMemory<double>> columns, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(bins);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var rowCount = CheckShape(bins.Names, columns);
        var encoded = new byte[columns.Count][];
        var missing = new bool[columns.Count];
        Parallel.For(
            0,
            columns.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            f =>
            {
                encoded[f] = GC.AllocateUninitializedArray<byte>(rowCount);
                missing[f] = bins.EncodeColumn(f, columns[f].Span, encoded[f], cancellationToken);
            });
        return new(bins, encoded, missing, rowCount);
    }

    /// <summary>The bins of a feature, one byte a row.</summary>
    /// <param name="feature">The column.</param>
    public ReadOnlySpan<byte> Column(int feature) => columns[feature];

    /// <summary>The thresholds of a feature: bin b of x is the number of thresholds that are not above (float)x.</summary>
    /// <param name="feature">The column.</param>
    public ReadOnlySpan<float> Thresholds(int feature) => Bins.Thresholds(feature);

    /// <summary>Whether a row of a feature is missing.</summary>
    /// <param name="feature">The column.</param>
    public bool HasMissing(int feature) => hasMissing[feature];

    internal byte[] ColumnArray(int feature) => columns[feature];

    private static BinnedMatrix Build(
        IReadOnlyList<string> names,
        IReadOnlyList<ReadOnlyMemory<double>> columns,
        EdgeRows edgeRows,
        BinningOptions options,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        options.Validate();
        CheckShape(names, columns);
        var quantiser = new ColumnQuantiser[columns.Count];
        Parallel.For(
            0,
            columns.Count,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            f => quantiser[f] = ColumnQuantiser.Learn(columns[f].Span, edgeRows, options.MaxBins, cancellationToken));
        var thresholds = new float[columns.Count][];
        for (var f = 0; f < columns.Count; f++)
        {
            if (quantiser[f].RefusedRow is var row and >= 0)
            {
                throw new ArgumentException(
                    $"Feature '{names[f]}' is {columns[f].Span[row]} at row {row}; a value must be finite, within float32, or NaN for missing.", nameof(columns));
            }

            thresholds[f] = quantiser[f].Thresholds;
        }

        return Encode(new FeatureBins([.. names], thresholds), columns, threads, cancellationToken);
    }

    private static int CheckShape(IReadOnlyList<string> names, IReadOnlyList<ReadOnlyMemory<double>> columns)
    {
        if (columns.Count is 0 or > ushort.MaxValue)
        {
            throw new ArgumentException($"columns has {columns.Count} features; it must have from 1 to {ushort.MaxValue}.", nameof(columns));
        }

        if (names.Count != columns.Count)
        {
            throw new ArgumentException($"names has {names.Count} entries and columns {columns.Count}; they must agree.", nameof(names));
        }

        var rowCount = columns[0].Length;
        for (var f = 1; f < columns.Count; f++)
        {
            if (columns[f].Length != rowCount)
            {
                throw new ArgumentException($"Feature '{names[f]}' has {columns[f].Length} rows and '{names[0]}' {rowCount}; they must agree.", nameof(columns));
            }
        }

        return rowCount;
    }
}
