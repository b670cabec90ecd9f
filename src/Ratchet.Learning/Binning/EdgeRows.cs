using Ratchet.Numerics.Windows;

namespace Ratchet.Learning.Binning;

/// <summary>The rows that thresholds are learned from: a range, or else a list.</summary>
/// <param name="Range">The range; empty for the list.</param>
/// <param name="List">The list.</param>
internal readonly record struct EdgeRows(IndexRange Range, ReadOnlyMemory<int> List)
{
    /// <summary>How many rows.</summary>
    public int Count => Range.IsEmpty ? List.Length : Range.Length;

    /// <summary>Gathers the values that are not missing.</summary>
    /// <param name="values">The column.</param>
    /// <param name="known">At least <see cref="Count"/> places.</param>
    /// <returns>How many.</returns>
    public int GatherKnown(ReadOnlySpan<double> values, Span<float> known)
    {
        // Adding zero turns negative zero into zero, so that the two share a bin and a key.
        var count = 0;
        if (Range.IsEmpty)
        {
            foreach (var row in List.Span)
            {
                known[count] = (float)values[row] + 0f;
                count += double.IsNaN(values[row]) ? 0 : 1;
            }

            return count;
        }

        foreach (var value in values[Range.Start..Range.End])
        {
            known[count] = (float)value + 0f;
            count += double.IsNaN(value) ? 0 : 1;
        }

        return count;
    }
}
