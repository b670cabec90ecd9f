using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Trees;

/// <summary>Up to fifteen classes, equal weights: 32-bit counts of distinct rows and of the draws of each class.</summary>
internal readonly record struct ClassCounts15(Vector512<int> Lanes) : IClassMoments<ClassCounts15>
{
    /// <summary>The most classes.</summary>
    public const int MaxClasses = 15;

    public int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)Lanes.ToScalar();
    }

    public double Weight => Vector512.Sum(Lanes) - Lanes.ToScalar();

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
    public static ClassCounts15 operator +(ClassCounts15 left, ClassCounts15 right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ClassCounts15 operator -(ClassCounts15 left, ClassCounts15 right) => new(left.Lanes - right.Lanes);

    public static ClassCounts15 Of(double target, double weight) => OfClass((int)target, weight);

    public static ClassCounts15 OfClass(int label, double weight) => new(Vector512.CreateScalar<int>(1).WithElement(label + 1, 1));

    public static ClassCounts15 Times(ClassCounts15 row, int multiplicity) => new((row.Lanes * multiplicity).WithElement(0, 1));

    public static bool IsPure(ReadOnlySpan<ClassCounts15> rows, ClassCounts15 total) =>
        BitOperations.PopCount(Vector512.GreaterThan(total.Lanes, Vector512<int>.Zero).ExtractMostSignificantBits() & ~1UL) <= 1;

    public void CopyTo(Span<double> classes)
    {
        for (var k = 0; k < classes.Length; k++)
        {
            classes[k] = Lanes.GetElement(k + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GiniParts Split(ClassCounts15 left, ClassCounts15 total, in ClassLanes factors)
    {
        var right = total.Lanes - left.Lanes;
        var lower = ClassCounts7.Split(new(left.Lanes.GetLower()), new(total.Lanes.GetLower()), factors);
        var l2 = ClassLanes.ToDouble(left.Lanes.GetUpper().GetLower()) * factors.C;
        var l3 = ClassLanes.ToDouble(left.Lanes.GetUpper().GetUpper()) * factors.D;
        var r2 = ClassLanes.ToDouble(right.GetUpper().GetLower()) * factors.C;
        var r3 = ClassLanes.ToDouble(right.GetUpper().GetUpper()) * factors.D;
        return new(
            lower.LeftWeight + ClassLanes.Sum(l2 + l3),
            lower.RightWeight + ClassLanes.Sum(r2 + r3),
            lower.LeftSquares + ClassLanes.Sum((l2 * l2) + (l3 * l3)),
            lower.RightSquares + ClassLanes.Sum((r2 * r2) + (r3 * r3)));
    }
}
