namespace Ratchet.Learning.Resampling;

/// <summary>
/// How often groups of rows (regimes, years) occur in a part of the data, and weights that change it. Groups are not spread evenly over splits in time;
/// their shares are reported instead, and rows may be weighed where a part has too little of one.
/// </summary>
public static class GroupBalance
{
    /// <summary>The share of each group among some rows.</summary>
    /// <param name="groups">A group (0, 1, ...) for each row of the table.</param>
    /// <param name="rows">The rows; at least one.</param>
    /// <param name="groupCount">How many groups there are, at least 1.</param>
    /// <returns>One share a group; they add up to 1.</returns>
    /// <exception cref="ArgumentException">There is no row, or a row or its group is out of range.</exception>
    public static double[] Shares(ReadOnlySpan<int> groups, ReadOnlySpan<int> rows, int groupCount)
    {
        var counts = Count(groups, rows, groupCount);
        double total = rows.Length;
        return Array.ConvertAll(counts, c => c / total);
    }

    /// <summary>Weights with which every group that occurs weighs the same: rows / (groups that occur x rows of the group).</summary>
    /// <param name="groups">A group for each row of the table.</param>
    /// <param name="rows">The rows that are learned from; at least one.</param>
    /// <param name="groupCount">How many groups there are.</param>
    /// <returns>One weight for each row of the table, 0 for those that are not among the rows; the mean over the rows is 1.</returns>
    /// <exception cref="ArgumentException">There is no row, or a row or its group is out of range.</exception>
    public static double[] Even(ReadOnlySpan<int> groups, ReadOnlySpan<int> rows, int groupCount)
    {
        var counts = Count(groups, rows, groupCount);
        var each = (double)rows.Length / counts.Count(c => c > 0);
        return Spread(groups, rows, Array.ConvertAll(counts, c => c == 0 ? 0 : each / c));
    }

    /// <summary>Weights with which the groups weigh as wanted: wanted share / share among the rows, scaled so that the mean over the rows is 1.</summary>
    /// <param name="groups">A group for each row of the table.</param>
    /// <param name="rows">The rows that are learned from; at least one.</param>
    /// <param name="wanted">One share a group, finite and at least 0; what is wanted of groups that do not occur is passed over.</param>
    /// <exception cref="ArgumentException">There is no row, a row or its group is out of range, or nothing is wanted of the groups that occur.</exception>
    public static double[] Towards(ReadOnlySpan<int> groups, ReadOnlySpan<int> rows, ReadOnlySpan<double> wanted)
    {
        var counts = Count(groups, rows, wanted.Length);
        var total = 0.0;
        for (var g = 0; g < counts.Length; g++)
        {
            if (!(double.IsFinite(wanted[g]) && wanted[g] >= 0))
            {
                throw new ArgumentException($"wanted[{g}] is {wanted[g]}; it must be finite and at least 0.", nameof(wanted));
            }

            total += counts[g] > 0 ? wanted[g] : 0;
        }

        if (total == 0)
        {
            throw new ArgumentException("All groups that occur have a wanted share of 0; at least one must be above.", nameof(wanted));
        }

        var weights = new double[counts.Length];
        for (var g = 0; g < weights.Length; g++)
        {
            weights[g] = counts[g] == 0 ? 0 : wanted[g] / total * rows.Length / counts[g];
        }

        return Spread(groups, rows, weights);
    }

    private static int[] Count(ReadOnlySpan<int> groups, ReadOnlySpan<int> rows, int groupCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groupCount, 1);
        if (rows.IsEmpty)
        {
            throw new ArgumentException("rows is empty; there must be at least one row.", nameof(rows));
        }

        var counts = new int[groupCount];
        foreach (var row in rows)
        {
            if ((uint)row >= (uint)groups.Length || (uint)groups[row] >= (uint)groupCount)
            {
                throw new ArgumentException(
                    $"Row {row}{((uint)row < (uint)groups.Length ? $" is of group {groups[row]}" : string.Empty)}; rows must be in [0, {groups.Length}) and groups in [0, {groupCount}).",
                    nameof(rows));
            }

            counts[groups[row]]++;
        }

        return counts;
    }

    private static double[] Spread(ReadOnlySpan<int> groups, ReadOnlySpan<int> rows, double[] ofGroup)
    {
        var weights = new double[groups.Length];
        foreach (var row in rows)
        {
            weights[row] = ofGroup[groups[row]];
        }

        return weights;
    }
}
