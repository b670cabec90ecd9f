using System.Numerics;
using System.Runtime.Intrinsics;

namespace Ratchet.Learning.Trees;

/// <summary>
/// A sum of gradients and one of hessians as integers: whatever the order they are added in, the bits are the same, and a difference is exact.
/// A tree's unit is a power of two, so that numbers with few digits stay exact.
/// </summary>
/// <typeparam name="TSelf">The implementation.</typeparam>
internal interface IGradientCell<TSelf> : IAdditionOperators<TSelf, TSelf, TSelf>, ISubtractionOperators<TSelf, TSelf, TSelf>, IEquatable<TSelf>
    where TSelf : unmanaged, IGradientCell<TSelf>
{
    /// <summary>The sum of the absolute gradients of all rows, in units, must be below this.</summary>
    static abstract double GradientRange { get; }

    /// <summary>The sum of the hessians, in units, must be below this.</summary>
    static abstract double HessianRange { get; }

    /// <summary>The gradient in units.</summary>
    double Gradient { get; }

    /// <summary>The hessian in units.</summary>
    double Hessian { get; }

    /// <summary>One row: numbers in units are rounded to the nearest integer.</summary>
    static abstract TSelf Of(double gradient, double hessian);

    /// <summary>The gradients and hessians of four cells in a row, in units.</summary>
    static abstract void Load(ref TSelf first, out Vector256<double> gradients, out Vector256<double> hessians);
}
