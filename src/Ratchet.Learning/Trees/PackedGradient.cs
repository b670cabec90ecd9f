using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Trees;

/// <summary>Gradient in the upper and hessian in the lower 32 bits of one word, so that adding a row to a histogram is one addition.</summary>
/// <param name="Bits">The word.</param>
internal readonly record struct PackedGradient(long Bits) : IGradientCell<PackedGradient>
{
    // Added to a small double, 1.5 * 2^52 leaves the nearest integer in the low bits.
    private const double Rounder = 6755399441055744.0;
    private const long HessianMask = 0xFFFFFFFF;

    public static double GradientRange => int.MaxValue;

    public static double HessianRange => uint.MaxValue;

    public double Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Bits >> 32;
    }

    public double Hessian
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Bits & HessianMask;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PackedGradient operator +(PackedGradient left, PackedGradient right) => new(left.Bits + right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PackedGradient operator -(PackedGradient left, PackedGradient right) => new(left.Bits - right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PackedGradient Of(double gradient, double hessian) => new((Round(gradient) << 32) + Round(hessian));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref PackedGradient first, out Vector256<double> gradients, out Vector256<double> hessians)
    {
        var words = Vector256.LoadUnsafe(ref Unsafe.As<PackedGradient, long>(ref first));
        gradients = Vector256.ConvertToDouble(words >> 32);
        hessians = Vector256.ConvertToDouble(words & Vector256.Create(HessianMask));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Round(double value) => BitConverter.DoubleToInt64Bits(value + Rounder) - BitConverter.DoubleToInt64Bits(Rounder);
}
