namespace Ratchet.Lifecycle.Experiments;

/// <summary>Rows of similar confidence.</summary>
/// <param name="Confidence">Their mean confidence.</param>
/// <param name="Paid">The share of them that ended with a net profit.</param>
/// <param name="Rows">How many they are.</param>
public sealed record CalibrationPoint(double Confidence, double Paid, int Rows)
{
    internal static IReadOnlyList<CalibrationPoint> Of(double[] confidence, ReadOnlyMemory<double> profit, ReadOnlySpan<int> rows)
    {
        const int Bins = 20;
        var sums = new double[Bins];
        var paid = new int[Bins];
        var counts = new int[Bins];
        foreach (var row in rows)
        {
            var p = confidence[row];
            var outcome = profit.Span[row];
            if (double.IsNaN(p) || double.IsNaN(outcome))
            {
                continue;
            }

            var bin = Math.Min(Bins - 1, (int)(p * Bins));
            sums[bin] += p;
            counts[bin]++;
            paid[bin] += outcome > 0 ? 1 : 0;
        }

        var points = new List<CalibrationPoint>();
        for (var bin = 0; bin < Bins; bin++)
        {
            if (counts[bin] > 0)
            {
                points.Add(new(sums[bin] / counts[bin], (double)paid[bin] / counts[bin], counts[bin]));
            }
        }

        return points;
    }
}
