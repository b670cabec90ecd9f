using System.Buffers;
using Ratchet.Numerics.Windows;

namespace Ratchet.Learning.Binning;

/// <summary>What one column's pass over its values found: its thresholds, or the first row whose value is refused (else -1).</summary>
internal readonly record struct ColumnQuantiser(float[] Thresholds, int RefusedRow)
{
    public static ColumnQuantiser Learn(ReadOnlySpan<double> values, IndexRange edgeRows, int maxBins)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (float.IsInfinity((float)values[row]))
            {
                return new([], row);
            }
        }

        var buffer = ArrayPool<float>.Shared.Rent(edgeRows.Length);
        var spare = ArrayPool<float>.Shared.Rent(edgeRows.Length);
        var count = 0;
        foreach (var value in values[edgeRows.Start..edgeRows.End])
        {
            // Adding zero turns negative zero into zero, so that the two share a bin and a key.
            buffer[count] = (float)value + 0f;
            count += double.IsNaN(value) ? 0 : 1;
        }

        var known = buffer.AsSpan(0, count);
        FloatSort.Sort(known, spare);
        var thresholds = QuantileEdges.Choose(known, maxBins);
        ArrayPool<float>.Shared.Return(buffer);
        ArrayPool<float>.Shared.Return(spare);
        return new(thresholds, -1);
    }
}
