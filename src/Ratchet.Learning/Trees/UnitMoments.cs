using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Equal weights and any target: one lane counts (draws, plus distinct rows times 2^26; exact in a double), the other sums targets, so that
/// adding a row to a histogram is one 16-byte addition. Holds up to <see cref="Capacity"/> draws.
/// </summary>
internal readonly record struct UnitMoments(Vector128<double> Lanes) : IMoments<UnitMoments>
{
    /// <summary>The most draws that fit.</summary>
    public const int Capacity = (1 << 26) - 1;

    private const double OneRow = 1 << 26;
    private const double Rounding = 1e-15;

    public int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)((long)Lanes.ToScalar() >> 26);
    }

    public double Weight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (long)Lanes.ToScalar() & Capacity;
    }

    public double Sum
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Lanes.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UnitMoments operator +(UnitMoments left, UnitMoments right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UnitMoments operator -(UnitMoments left, UnitMoments right) => new(left.Lanes - right.Lanes);

    public static UnitMoments Of(double target, double weight) => new(Vector128.Create(OneRow + 1, target));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UnitMoments Times(UnitMoments row, int multiplicity) =>
        new(Vector128.Create(OneRow + multiplicity, row.Sum * multiplicity));

    // A target times its multiplicity is rounded, so equal targets agree to a few units in the last place only.
    public static bool IsPure(ReadOnlySpan<UnitMoments> rows, UnitMoments total)
    {
        var first = rows[0].Sum / rows[0].Weight;
        foreach (var row in rows)
        {
            if (Math.Abs(row.Sum - (first * row.Weight)) > Rounding * Math.Abs(row.Sum))
            {
                return false;
            }
        }

        return true;
    }
}
