using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Trees;

/// <summary>Three classes, any weights: distinct rows and the weight of each class.</summary>
internal readonly record struct ClassWeights3(Vector256<double> Lanes) : IClassMoments<ClassWeights3>
{
    /// <summary>The most classes.</summary>
    public const int MaxClasses = 3;

    public int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)Lanes.ToScalar();
    }

    public double Weight => ClassLanes.Sum(Lanes.WithElement(0, 0));

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
    public static ClassWeights3 operator +(ClassWeights3 left, ClassWeights3 right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ClassWeights3 operator -(ClassWeights3 left, ClassWeights3 right) => new(left.Lanes - right.Lanes);

    public static ClassWeights3 Of(double target, double weight) => OfClass((int)target, weight);

    public static ClassWeights3 OfClass(int label, double weight) => new(Vector256.CreateScalar<double>(1).WithElement(label + 1, weight));

    public static ClassWeights3 Times(ClassWeights3 row, int multiplicity) => new((row.Lanes * multiplicity).WithElement(0, 1));

    // By the rows: a total that was got by subtraction may hold a rounding error of a class that has none.
    public static bool IsPure(ReadOnlySpan<ClassWeights3> rows, ClassWeights3 total)
    {
        var seen = Vector256<double>.Zero;
        foreach (var row in rows)
        {
            seen = Vector256.Max(seen, row.Lanes);
            if (BitOperations.PopCount(Vector256.GreaterThan(seen, Vector256<double>.Zero).ExtractMostSignificantBits() & ~1u) > 1)
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
    public static GiniParts Split(ClassWeights3 left, ClassWeights3 total, in ClassLanes factors)
    {
        var l = left.Lanes * factors.A;
        var r = (total.Lanes - left.Lanes) * factors.A;
        return new(ClassLanes.Sum(l), ClassLanes.Sum(r), ClassLanes.Sum(l * l), ClassLanes.Sum(r * r));
    }
}
