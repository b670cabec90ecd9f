using Ratchet.Numerics.Matrices;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Learning.Neighbours;

/// <summary>
/// What is taken off each feature and what it is divided by. A constant feature is only centred. Features of huge or tiny numbers are brought into the middle
/// of the range by a power of two first, which rounds nothing. Immutable.
/// </summary>
internal sealed class ScaledSpace
{
    /// <summary>The largest scaled coordinate that squared distances are taken of.</summary>
    public static readonly double Farthest = Math.ScaleB(1, 480);

    private readonly double[] units;
    private readonly double[] centres;
    private readonly double[] scales;

    private ScaledSpace(double[] units, double[] centres, double[] scales)
    {
        this.units = units;
        this.centres = centres;
        this.scales = scales;
    }

    public int Dimensions => centres.Length;

    /// <summary>Learns centres and scales from rows of finite numbers, at least one.</summary>
    public static ScaledSpace Learn(ReadOnlySpan<double> rows, int dimensions, FeatureScaling scaling, CancellationToken cancellationToken)
    {
        var centres = new double[dimensions];
        var scales = new double[dimensions];
        var units = new double[dimensions];
        Array.Fill(scales, 1);
        Array.Fill(units, 1);
        var column = new double[rows.Length / dimensions];
        for (var c = 0; c < dimensions && scaling != FeatureScaling.None; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();

            for (var i = 0; i < column.Length; i++)
            {
                column[i] = rows[(i * dimensions) + c];
            }

            // Measured from the first row, so that a constant column has a deviation of exactly 0.
            var unit = MiddleRange.Unit(column);
            var first = column[0] * unit;
            for (var i = 0; i < column.Length; i++)
            {
                column[i] = (column[i] * unit) - first;
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

            units[c] = unit;
            centres[c] = first + centre;
            scales[c] = scale > 0 && double.IsFinite(scale) ? scale : 1;
        }

        return new(units, centres, scales);
    }

    public void Scale(ReadOnlySpan<double> row, Span<double> scaled)
    {
        for (var c = 0; c < centres.Length; c++)
        {
            scaled[c] = ((row[c] * units[c]) - centres[c]) / scales[c];
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
