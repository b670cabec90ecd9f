using System.Runtime.CompilerServices;

namespace Ratchet.Learning.Trees;

/// <summary>
/// Two classes, equal weights: three counters of 21 bits in one word (distinct rows, draws, draws of class 1), so that adding a row to a
/// histogram is one addition. Holds up to <see cref="Capacity"/> draws.
/// </summary>
internal readonly record struct CountMoments(ulong Bits) : IMoments<CountMoments>
{
    /// <summary>The most draws that fit.</summary>
    public const int Capacity = (1 << 21) - 1;

    public int Rows
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(Bits >> 42);
    }

    public double Weight
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)(Bits >> 21) & Capacity;
    }

    public double Sum
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)Bits & Capacity;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CountMoments operator +(CountMoments left, CountMoments right) => new(left.Bits + right.Bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CountMoments operator -(CountMoments left, CountMoments right) => new(left.Bits - right.Bits);

    public static CountMoments Of(double target, double weight) => new((1UL << 42) | (1UL << 21) | (target > 0.5 ? 1UL : 0UL));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CountMoments Times(CountMoments row, int multiplicity) =>
        new((1UL << 42) | ((row.Bits & ((1UL << 42) - 1)) * (uint)multiplicity));

    public static bool IsPure(ReadOnlySpan<CountMoments> rows, CountMoments total) => total.Sum == 0 || total.Sum == total.Weight;
}
