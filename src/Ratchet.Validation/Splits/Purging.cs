using Ratchet.Numerics.Windows;

namespace Ratchet.Validation.Splits;

/// <summary>
/// Removes the training samples that know something of the test samples (Lopez de Prado, Advances in Financial Machine Learning, 2018, chapter 7).
/// Each contiguous test block is treated by itself, so that a test set of several blocks never blocks out what lies between them.
/// </summary>
public static class Purging
{
    /// <summary>
    /// The training rows for a set of test blocks. A block that spans the bars [a, b) with labels up to c (exclusive) removes every sample that is in it,
    /// before it when its row is at or after a - purge or its label ends after a, and after it when its row is before max(b + purge, c) + embargo.
    /// </summary>
    /// <param name="rows">The bar of each sample, strictly rising.</param>
    /// <param name="labelEnds">The exclusive end bar of each sample's label interval, above its row.</param>
    /// <param name="testBlocks">Blocks of samples as ranges of positions in <paramref name="rows"/>, not overlapping.</param>
    /// <param name="options">The gap and the embargo.</param>
    /// <returns>The rows that stay, ascending. Cost: samples times blocks.</returns>
    /// <exception cref="ArgumentException">The samples or the blocks break a rule above.</exception>
    public static int[] TrainRows(ReadOnlySpan<int> rows, ReadOnlySpan<int> labelEnds, IReadOnlyList<IndexRange> testBlocks, PurgeOptions options)
    {
        options.Validate();
        LabelledSamples.Check(rows, labelEnds);
        var removed = new bool[rows.Length];
        foreach (var block in testBlocks)
        {
            if (block.Start < 0 || block.End > rows.Length)
            {
                throw new ArgumentException($"The test block {block} is outside the samples [0, {rows.Length}).", nameof(testBlocks));
            }

            if (!block.IsEmpty)
            {
                Remove(rows, labelEnds, block, options, removed);
            }
        }

        var kept = new List<int>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!removed[i])
            {
                kept.Add(rows[i]);
            }
        }

        return [.. kept];
    }

    private static void Remove(ReadOnlySpan<int> rows, ReadOnlySpan<int> labelEnds, IndexRange block, PurgeOptions options, bool[] removed)
    {
        long first = rows[block.Start];
        long lastLabel = 0;
        for (var i = block.Start; i < block.End; i++)
        {
            removed[i] = true;
            lastLabel = Math.Max(lastLabel, labelEnds[i]);
        }

        for (var i = 0; i < block.Start; i++)
        {
            removed[i] |= rows[i] >= first - options.PurgeBars || labelEnds[i] > first;
        }

        var free = Math.Max(rows[block.End - 1] + 1L + options.PurgeBars, lastLabel) + options.EmbargoBars;
        for (var i = block.End; i < rows.Length && rows[i] < free; i++)
        {
            removed[i] = true;
        }
    }
}
