using System.Runtime.Intrinsics;

namespace Ratchet.Validation.Metrics;

/// <summary>Sums of the second, third and fourth powers of deviations, in the lane order of LaneReduction.</summary>
internal readonly record struct CentralSums(double Second, double Third, double Fourth)
{
    public static CentralSums From(ReadOnlySpan<double> values, double centre)
    {
        var second = Vector256<double>.Zero;
        var third = Vector256<double>.Zero;
        var fourth = Vector256<double>.Zero;
        var centres = Vector256.Create(centre);
        Span<double> tail = stackalloc double[4];
        for (var i = 0; i < values.Length; i += 4)
        {
            Vector256<double> block;
            if (i + 4 <= values.Length)
            {
                block = Vector256.Create(values.Slice(i, 4));
            }
            else
            {
                // Missing elements sit at the centre and add nothing.
                tail.Fill(centre);
                values[i..].CopyTo(tail);
                block = Vector256.Create<double>(tail);
            }

            var d = block - centres;
            var squared = d * d;
            second += squared;
            third += squared * d;
            fourth += squared * squared;
        }

        return new(Total(second), Total(third), Total(fourth));
    }

    private static double Total(Vector256<double> lanes) =>
        (lanes.GetElement(0) + lanes.GetElement(1)) + (lanes.GetElement(2) + lanes.GetElement(3));
}
