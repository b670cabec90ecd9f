namespace Ratchet.Validation.Splits;

/// <summary>Checks what every splitter is given: rows that rise and label intervals that end after they begin.</summary>
internal static class LabelledSamples
{
    public static void Check(ReadOnlySpan<int> rows, ReadOnlySpan<int> labelEnds)
    {
        if (rows.Length != labelEnds.Length)
        {
            throw new ArgumentException($"rows has {rows.Length} elements and labelEnds has {labelEnds.Length}; they must agree.", nameof(labelEnds));
        }

        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i] < 0 || (i > 0 && rows[i] <= rows[i - 1]))
            {
                throw new ArgumentException($"rows[{i}] is {rows[i]}; rows must be from 0 and strictly rising.", nameof(rows));
            }

            if (labelEnds[i] <= rows[i])
            {
                throw new ArgumentException($"labelEnds[{i}] is {labelEnds[i]}; the exclusive end of a label must be above its row, {rows[i]}.", nameof(labelEnds));
            }
        }
    }
}
