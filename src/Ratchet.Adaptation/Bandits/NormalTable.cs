using Ratchet.Numerics.Distributions;

namespace Ratchet.Adaptation.Bandits;

/// <summary>The normal distribution by linear interpolation in a table: off by less than 0.00001 (a step squared over 8 times the largest curvature, 0.242).</summary>
internal static class NormalTable
{
    private const int StepsPerUnit = 64;
    private const int Reach = 5;

    private static readonly double[] Values = Make();

    /// <summary>The share below z; 0 and 1 beyond 5 deviations.</summary>
    /// <param name="z">A number.</param>
    public static double Below(double z)
    {
        var place = (z + Reach) * StepsPerUnit;
        if (!(place > 0))
        {
            return 0;
        }

        if (place >= 2 * Reach * StepsPerUnit)
        {
            return 1;
        }

        var values = Values;
        var step = (int)place;
        var left = values[step];
        return left + ((place - step) * (values[step + 1] - left));
    }

    private static double[] Make()
    {
        var values = new double[(2 * Reach * StepsPerUnit) + 1];
        for (var i = 1; i < values.Length - 1; i++)
        {
            values[i] = NormalDistribution.Cumulative(((double)i / StepsPerUnit) - Reach);
        }

        values[^1] = 1;
        return values;
    }
}
