using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Trees;

/// <summary>Up to seven classes, equal weights: 32-bit counts of distinct rows and of the draws of each class.</summary>
internal readonly record struct ClassCounts7(Vector256<int> Lanes) : IClassMoments<ClassCounts7>
{
    /// <summary>The most classes.</summary>
    public const int MaxClasses = 7;

    public int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)Lanes.ToScalar();
    }

    public double Weight => Vector256.Sum(Lanes) - Lanes.ToScalar();

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
    public static ClassCounts7 operator +(ClassCounts7 left, ClassCounts7 right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ClassCounts7 operator -(ClassCounts7 left, ClassCounts7 right) => new(left.Lanes - right.Lanes);

    public static ClassCounts7 Of(double target, double weight) => OfClass((int)target, weight);

    public static ClassCounts7 OfClass(int label, double weight) => new(Vector256.CreateScalar<int>(1).WithElement(label + 1, 1));

    public static ClassCounts7 Times(ClassCounts7 row, int multiplicity) => new((row.Lanes * multiplicity).WithElement(0, 1));

    public static bool IsPure(ReadOnlySpan<ClassCounts7> rows, ClassCounts7 total) =>
        BitOperations.PopCount(Vector256.GreaterThan(total.Lanes, Vector256<int>.Zero).ExtractMostSignificantBits() & ~1u) <= 1;

    public void CopyTo(Span<double> classes)
    {
        for (var k = 0; k < classes.Length; k++)
        {
            classes[k] = Lanes.GetElement(k + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GiniParts Split(ClassCounts7 left, ClassCounts7 total, in ClassLanes factors)
    {
        var right = total.Lanes - left.Lanes;
        var l0 = ClassLanes.ToDouble(left.Lanes.GetLower()) * factors.A;
        var l1 = ClassLanes.ToDouble(left.Lanes.GetUpper()) * factors.B;
        var r0 = ClassLanes.ToDouble(right.GetLower()) * factors.A;
        var r1 = ClassLanes.ToDouble(right.GetUpper()) * factors.B;
        return new(ClassLanes.Sum(l0 + l1), ClassLanes.Sum(r0 + r1), ClassLanes.Sum((l0 * l0) + (l1 * l1)), ClassLanes.Sum((r0 * r0) + (r1 * r1)));
    }
}
