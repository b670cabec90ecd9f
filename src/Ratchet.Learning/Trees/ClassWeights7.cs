using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Trees;

/// <summary>Up to seven classes, any weights: distinct rows and the weight of each class.</summary>
internal readonly record struct ClassWeights7(Vector512<double> Lanes) : IClassMoments<ClassWeights7>
{
    /// <summary>The most classes.</summary>
    public const int MaxClasses = 7;

    public int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)Lanes.ToScalar();
    }

    public double Weight => ClassLanes.Sum(Lanes.WithElement(0, 0).GetLower() + Lanes.GetUpper());

    /// <summary>Class numbers are the targets.</summary>
    public double Sum
    {
        get
        {
            var sum = 0.0;
            for (var k = 1; k < MaxClasses; k++)
            {
                sum += k * (double)Lanes.GetElement(k + 1);
            }

            return sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ClassWeights7 operator +(ClassWeights7 left, ClassWeights7 right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ClassWeights7 operator -(ClassWeights7 left, ClassWeights7 right) => new(left.Lanes - right.Lanes);

    public static ClassWeights7 Of(double target, double weight) => OfClass((int)target, weight);

    public static ClassWeights7 OfClass(int label, double weight) => new(Vector512.CreateScalar<double>(1).WithElement(label + 1, weight));

    public static ClassWeights7 Times(ClassWeights7 row, int multiplicity) => new((row.Lanes * multiplicity).WithElement(0, 1));

    // By the rows: a total that was got by subtraction may hold a rounding error of a class that has none.
    public static bool IsPure(ReadOnlySpan<ClassWeights7> rows, ClassWeights7 total)
    {
        var seen = Vector512<double>.Zero;
        foreach (var row in rows)
        {
            seen = Vector512.Max(seen, row.Lanes);
            if (BitOperations.PopCount(Vector512.GreaterThan(seen, Vector512<double>.Zero).ExtractMostSignificantBits() & ~1u) > 1)
            {
                return false;
            }
        }

        return true;
    }

    public void CopyTo(Span<double> classes)
    {
        for (var k = 0; k < classes.Length; k++)
        {
            classes[k] = Lanes.GetElement(k + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GiniParts Split(ClassWeights7 left, ClassWeights7 total, in ClassLanes factors)
    {
        var right = total.Lanes - left.Lanes;
        var l0 = left.Lanes.GetLower() * factors.A;
        var l1 = left.Lanes.GetUpper() * factors.B;
        var r0 = right.GetLower() * factors.A;
        var r1 = right.GetUpper() * factors.B;
        return new(ClassLanes.Sum(l0 + l1), ClassLanes.Sum(r0 + r1), ClassLanes.Sum((l0 * l0) + (l1 * l1)), ClassLanes.Sum((r0 * r0) + (r1 * r1)));
    }
}
