using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Trees;

/// <summary>Any weights and targets: lanes of distinct rows, weight, weighted sum of targets, and (of a single row) its bare target.</summary>
internal readonly record struct WeightedMoments(Vector256<double> Lanes) : IMoments<WeightedMoments>
{
    public int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)Lanes.ToScalar();
    }

    public double Weight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Lanes.GetElement(1);
    }

    public double Sum
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Lanes.GetElement(2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WeightedMoments operator +(WeightedMoments left, WeightedMoments right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WeightedMoments operator -(WeightedMoments left, WeightedMoments right) => new(left.Lanes - right.Lanes);

    public static WeightedMoments Of(double target, double weight) => new(Vector256.Create(1, weight, weight * target, target));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WeightedMoments Times(WeightedMoments row, int multiplicity) =>
        new(Vector256.Create(1, row.Weight * multiplicity, row.Sum * multiplicity, row.Lanes.GetElement(3)));

    // The last lane of a row is its bare target; in a sum of rows it means nothing.
    public static bool IsPure(ReadOnlySpan<WeightedMoments> rows, WeightedMoments total)
    {
        var first = rows[0].Lanes.GetElement(3);
        foreach (var row in rows)
        {
            if (row.Lanes.GetElement(3) != first)
            {
                return false;
            }
        }

        return true;
    }
}
