using System.Buffers;

namespace Ratchet.Learning.Binning;

/// <summary>What one column's pass over its values found: its thresholds, or the first row whose value is refused (else -1).</summary>
internal readonly record struct ColumnQuantiser(float[] Thresholds, int RefusedRow)
{
    public static ColumnQuantiser Learn(ReadOnlySpan<double> values, EdgeRows edgeRows, int maxBins, CancellationToken cancellationToken)
    {
        for (var row = 0; row < values.Length; row++)
        {
            if (float.IsInfinity((float)values[row]))
            {
                return new([], row);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        var buffer = ArrayPool<float>.Shared.Rent(edgeRows.Count);
        var spare = ArrayPool<float>.Shared.Rent(edgeRows.Count);
        try
        {
            var known = buffer.AsSpan(0, edgeRows.GatherKnown(values, buffer));
            cancellationToken.ThrowIfCancellationRequested();
            FloatSort.Sort(known, spare, cancellationToken);
            return new(QuantileEdges.Choose(known, maxBins), -1);
        }
        finally
        {
            ArrayPool<float>.Shared.Return(buffer);
            ArrayPool<float>.Shared.Return(spare);
        }
    }
}
