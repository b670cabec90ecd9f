using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Ratchet.Learning.Trees;

/// <summary>Class factors in the lanes of <see cref="IClassMoments{TSelf}"/>: 0 in the lane of distinct rows, then one a class.</summary>
internal readonly record struct ClassLanes(Vector256<double> A, Vector256<double> B, Vector256<double> C, Vector256<double> D)
{
    /// <summary>The most classes.</summary>
    public const int MaxClasses = 15;

    public static ClassLanes Of(ReadOnlySpan<double> factors)
    {
        Span<double> lanes = stackalloc double[MaxClasses + 1];
        lanes.Clear();
        factors.CopyTo(lanes[1..]);
        return new(Vector256.Create<double>(lanes), Vector256.Create<double>(lanes[4..]), Vector256.Create<double>(lanes[8..]), Vector256.Create<double>(lanes[12..]));
    }

    /// <summary>The factor of a class.</summary>
    public double Factor(int label) => (((label + 1) >> 2) switch { 0 => A, 1 => B, 2 => C, _ => D }).GetElement((label + 1) & 3);

    /// <summary>Four counts as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> ToDouble(Vector128<int> counts) => Avx.IsSupported
        ? Avx.ConvertToVector256Double(counts)
        : Vector256.ConvertToDouble(Vector256.Create(Vector128.WidenLower(counts), Vector128.WidenUpper(counts)));

    /// <summary>The sum of four lanes, always added in the same order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> lanes)
    {
        var half = lanes.GetLower() + lanes.GetUpper();
        return half.ToScalar() + half.GetElement(1);
    }
}
