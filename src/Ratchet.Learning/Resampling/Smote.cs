using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Resampling;

/// <summary>
/// Synthetic minority over-sampling (Chawla, Bowyer, Hall and Kegelmeyer, 2002): new rows of a rare class on the lines between its rows and their k nearest
/// of the same class. It sees the given rows only: those of the training part of a fold. Nothing that is judged or calibrated on may be made by it.
/// </summary>
/// <remarks>
/// <para>
/// Distances are Euclidean over features standardised by the given rows' means and deviations. Where values are missing, they are taken over the features
/// known in both rows, scaled up to all (Dixon, 1979). Every row of the class begins equally many lines; what is left over goes to rows drawn without
/// replacement. A class of one row has no neighbour and stays as it is.
/// </para>
/// <para>
/// Rows of a time series that follow each other are nearly the same, so their synthetic children are too: they move the balance of classes, they add no
/// information. Values between two whole numbers occur also where a feature has whole numbers only.
/// </para>
/// </remarks>
public static class Smote
{
    /// <summary>Chooses the synthetic rows of every class that is too rare, classes rising, then seeds rising.</summary>
    /// <param name="columns">The features, all of one length; NaN is missing.</param>
    /// <param name="rows">The rows that may be seen, strictly rising.</param>
    /// <param name="targets">A class (0, 1, ...) for each row of the table; those of other rows are not looked at.</param>
    /// <param name="options">Neighbours and ratio.</param>
    /// <param name="key">The random stream; line c from row r of class y is drawn from key.Derive(y).Derive(r).Derive(c).</param>
    /// <param name="threads">How many rows' neighbours are looked for at a time; the result does not depend on it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>None where the classes are balanced already, or one class alone occurs.</returns>
    /// <exception cref="ArgumentException">Rows do not rise or leave the table, columns differ in length, or a target is no class; the row is named.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <remarks>Cost: for every class that is filled, seeds x rows of the class x features.</remarks>
    public static SyntheticRow[] Draw(
        IReadOnlyList<ReadOnlyMemory<double>> columns,
        ReadOnlyMemory<int> rows,
        ReadOnlyMemory<double> targets,
        SmoteOptions options,
        StreamKey key,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        options.Validate();
        Check(columns, rows.Span, targets.Span);
        var seen = rows.ToArray();
        var places = ByClass(seen, targets.Span);
        var largest = places.Max(p => p.Length);
        StandardisedRows? points = null;
        var drawn = new List<SyntheticRow>();
        for (var label = 0; label < places.Length; label++)
        {
            var missing = (int)(largest * options.TargetRatio) - places[label].Length;
            if (missing > 0 && places[label].Length > 1)
            {
                points ??= new StandardisedRows(columns, seen);
                drawn.AddRange(Lines(points, seen, places[label], label, missing, options.Neighbours, key.Derive(label), threads, cancellationToken));
            }
        }

        return [.. drawn];
    }

    private static SyntheticRow[] Lines(
        StandardisedRows points, int[] rows, int[] own, int label, int count, int neighbours, StreamKey key, int threads, CancellationToken cancellationToken)
    {
        var k = Math.Min(neighbours, own.Length - 1);
        var each = count / own.Length;
        var order = own.ToArray();
        key.Derive("extra").Open().Shuffle(order.AsSpan());
        var extra = order[..(count % own.Length)];
        Array.Sort(extra);
        var seeds = each > 0 ? own : extra;
        var starts = new int[seeds.Length + 1];
        for (var i = 0; i < seeds.Length; i++)
        {
            starts[i + 1] = starts[i] + each + (Array.BinarySearch(extra, seeds[i]) >= 0 ? 1 : 0);
        }

        var result = new SyntheticRow[count];
        Parallel.For(
            0,
            seeds.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            i =>
            {
                var nearest = new int[k];
                points.Nearest(seeds[i], own, nearest);
                var row = rows[seeds[i]];
                for (var slot = starts[i]; slot < starts[i + 1]; slot++)
                {
                    var stream = key.Derive(row).Derive(slot - starts[i]).Open();
                    result[slot] = new(row, rows[nearest[stream.NextInt(k)]], stream.NextDouble(), label);
                }
            });
        return result;
    }

    /// <summary>The places in the rows of each class, ascending.</summary>
    private static int[][] ByClass(int[] rows, ReadOnlySpan<double> targets)
    {
        var places = new List<List<int>>();
        for (var i = 0; i < rows.Length; i++)
        {
            var label = (int)targets[rows[i]];
            while (places.Count <= label)
            {
                places.Add([]);
            }

            places[label].Add(i);
        }

        return [.. places.Select(p => p.ToArray())];
    }

    private static void Check(IReadOnlyList<ReadOnlyMemory<double>> columns, ReadOnlySpan<int> rows, ReadOnlySpan<double> targets)
    {
        if (columns.Count == 0 || rows.IsEmpty)
        {
            throw new ArgumentException($"There are {columns.Count} features and {rows.Length} rows; there must be one of each at least.", nameof(columns));
        }

        foreach (var column in columns)
        {
            if (column.Length != targets.Length)
            {
                throw new ArgumentException($"A feature has {column.Length} rows and there are {targets.Length} targets; they must agree.", nameof(columns));
            }
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if ((uint)rows[i] >= (uint)targets.Length || (i > 0 && rows[i] <= rows[i - 1]))
            {
                throw new ArgumentException($"rows[{i}] is {rows[i]}; rows must be strictly rising within [0, {targets.Length}).", nameof(rows));
            }

            var target = targets[rows[i]];
            if (!(target is >= 0 and <= ushort.MaxValue && target == Math.Floor(target)))
            {
                throw new ArgumentException($"The target of row {rows[i]} is {target}; a class must be a whole number from 0 to 65535.", nameof(targets));
            }
        }
    }
}
