using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Neighbours;

/// <summary>What is taken off each feature and what it is divided by. A constant feature is only centred. Immutable.</summary>
internal sealed class ScaledSpace
{
    private readonly double[] centres;
    private readonly double[] scales;

    private ScaledSpace(double[] centres, double[] scales)
    {
        this.centres = centres;
        this.scales = scales;
    }

    public int Dimensions => centres.Length;

    /// <summary>Learns centres and scales from rows of finite numbers, at least one.</summary>
    public static ScaledSpace Learn(ReadOnlySpan<double> rows, int dimensions, FeatureScaling scaling, CancellationToken cancellationToken)
    {
        var centres = new double[dimensions];
        var scales = new double[dimensions];
        Array.Fill(scales, 1);
        var column = new double[rows.Length / dimensions];
        for (var c = 0; c < dimensions && scaling != FeatureScaling.None; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // Measured from the first row, so that a constant column has a deviation of exactly 0.
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = rows[(i * dimensions) + c] - rows[c];
            }

            var centre = LaneReduction.Mean(column);
            var scale = Math.Sqrt(LaneReduction.Variance(column, 0));
            if (scaling == FeatureScaling.MedianQuartiles)
            {
                Array.Sort(column);
                centre = Quantile(column, 0.5);
                var range = Quantile(column, 0.75) - Quantile(column, 0.25);
                scale = range > 0 ? range : scale;
            }

            centres[c] = rows[c] + centre;
            scales[c] = scale > 0 && double.IsFinite(scale) ? scale : 1;
        }

        return new(centres, scales);
    }

    public void Scale(ReadOnlySpan<double> row, Span<double> scaled)
    {
        for (var c = 0; c < centres.Length; c++)
        {
            scaled[c] = (row[c] - centres[c]) / scales[c];
        }
    }

    private static double Quantile(double[] sorted, double share)
    {
        var at = share * (sorted.Length - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
