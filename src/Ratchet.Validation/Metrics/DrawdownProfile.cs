namespace Ratchet.Validation.Metrics;

/// <summary>How far and how long a curve was below its highest value so far, the initial equity included.</summary>
/// <param name="Depth">The largest fall 1 - E / running maximum, a share in [0, 1]; 0 when it never fell.</param>
/// <param name="PeakIndex">Where the deepest fall began: 0 is the initial equity, i + 1 the close of bar i.</param>
/// <param name="TroughIndex">Where it was deepest, counted alike; the peak's index when it never fell.</param>
/// <param name="RecoveryBars">Bars from the trough to the first close at or above the old peak; NaN when it did not recover, 0 when it never fell.</param>
/// <param name="LongestUnderwaterBars">The longest run of closes below the running maximum, in bars.</param>
/// <param name="UlcerIndex">sqrt(mean of squared falls) over the closes, a share (Martin and McCann, 1989).</param>
public readonly record struct DrawdownProfile(
    double Depth, int PeakIndex, int TroughIndex, double RecoveryBars, int LongestUnderwaterBars, double UlcerIndex)
{
    /// <summary>Measures a curve in one pass.</summary>
    /// <param name="initialEquity">The money before the first bar, above 0.</param>
    /// <param name="equity">The money at each close; below 0 counts as 0.</param>
    public static DrawdownProfile From(double initialEquity, ReadOnlySpan<double> equity)
    {
        var peak = initialEquity;
        var peakIndex = 0;
        var depth = 0.0;
        var deepestPeak = 0;
        var trough = 0;
        var recovery = 0.0;
        var longest = 0;
        var squares = 0.0;
        for (var i = 0; i < equity.Length; i++)
        {
            var now = equity[i];
            if (now >= peak)
            {
                if (double.IsNaN(recovery))
                {
                    recovery = i + 1 - trough;
                }

                longest = Math.Max(longest, i - peakIndex);
                peak = now;
                peakIndex = i + 1;
                continue;
            }

            var fall = 1 - (Math.Max(now, 0) / peak);
            squares += fall * fall;
            if (fall > depth)
            {
                depth = fall;
                deepestPeak = peakIndex;
                trough = i + 1;
                recovery = double.NaN;
            }
        }

        longest = Math.Max(longest, equity.Length - peakIndex);
        return new(depth, deepestPeak, trough, recovery, longest, equity.IsEmpty ? 0 : Math.Sqrt(squares / equity.Length));
    }
}
