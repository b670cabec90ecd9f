using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Trees;

/// <summary>Gradient and hessian in a word each, of 51 bits so that sums are exact as doubles too: for gradients of very different sizes.</summary>
/// <param name="Lanes">The gradient and the hessian.</param>
internal readonly record struct WideGradient(Vector128<long> Lanes) : IGradientCell<WideGradient>
{
    private const double Rounder = 6755399441055744.0;

    public static double GradientRange => 1L << 51;

    public static double HessianRange => 1L << 51;

    public double Gradient
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Lanes.ToScalar();
    }

    public double Hessian
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Lanes.GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideGradient operator +(WideGradient left, WideGradient right) => new(left.Lanes + right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideGradient operator -(WideGradient left, WideGradient right) => new(left.Lanes - right.Lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WideGradient Of(double gradient, double hessian) =>
        new((Vector128.Create(gradient, hessian) + Vector128.Create(Rounder)).AsInt64() - Vector128.Create(Rounder).AsInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Load(ref WideGradient first, out Vector256<double> gradients, out Vector256<double> hessians)
    {
        ref var second = ref Unsafe.Add(ref first, 1);
        ref var third = ref Unsafe.Add(ref first, 2);
        ref var fourth = ref Unsafe.Add(ref first, 3);
        gradients = Vector256.Create(first.Gradient, second.Gradient, third.Gradient, fourth.Gradient);
        hessians = Vector256.Create(first.Hessian, second.Hessian, third.Hessian, fourth.Hessian);
    }
}
