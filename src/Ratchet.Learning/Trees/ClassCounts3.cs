using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Trees;

/// <summary>Three classes, equal weights: 32-bit counts of distinct rows and of the draws of each class.</summary>
internal readonly record struct ClassCounts3(Vector128<int> Lanes) : IClassMoments<ClassCounts3>
{
    /// <summary>The most classes.</summary>
    public const int MaxClasses = 3;

    public int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)Lanes.ToScalar();
    }

    public double Weight => Vector128.Sum(Lanes) - Lanes.ToScalar();

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
    public static ClassCounts3 operator +(ClassCounts3 left, ClassCounts3 right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ClassCounts3 operator -(ClassCounts3 left, ClassCounts3 right) => new(left.Lanes - right.Lanes);

    public static ClassCounts3 Of(double target, double weight) => OfClass((int)target, weight);

    public static ClassCounts3 OfClass(int label, double weight) => new(Vector128.CreateScalar<int>(1).WithElement(label + 1, 1));

    public static ClassCounts3 Times(ClassCounts3 row, int multiplicity) => new((row.Lanes * multiplicity).WithElement(0, 1));

    public static bool IsPure(ReadOnlySpan<ClassCounts3> rows, ClassCounts3 total) =>
        BitOperations.PopCount(Vector128.GreaterThan(total.Lanes, Vector128<int>.Zero).ExtractMostSignificantBits() & ~1u) <= 1;

    public void CopyTo(Span<double> classes)
    {
        for (var k = 0; k < classes.Length; k++)
        {
            classes[k] = Lanes.GetElement(k + 1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static GiniParts Split(ClassCounts3 left, ClassCounts3 total, in ClassLanes factors)
    {
        var l = ClassLanes.ToDouble(left.Lanes) * factors.A;
        var r = ClassLanes.ToDouble(total.Lanes - left.Lanes) * factors.A;
        return new(ClassLanes.Sum(l), ClassLanes.Sum(r), ClassLanes.Sum(l * l), ClassLanes.Sum(r * r));
    }
}
