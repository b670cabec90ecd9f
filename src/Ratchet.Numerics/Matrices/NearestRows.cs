using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Ratchet.Numerics.Matrices;

/// <summary>
/// The k nearest rows met so far, nearest first, in the caller's memory. Of equally distant rows the one with the lower number is nearer, so that
/// the list does not depend on the order of meeting. A row at an infinite distance never enters.
/// </summary>
public ref struct NearestRows
{
    private readonly Span<double> distances;
    private readonly Span<int> rows;

    /// <summary>An empty list.</summary>
    /// <param name="distances">Room for k squared distances, k at least 1.</param>
    /// <param name="rows">Room for k row numbers.</param>
    /// <exception cref="ArgumentException">There is no room, or the two differ in length.</exception>
    public NearestRows(Span<double> distances, Span<int> rows)
    {
        if (distances.IsEmpty || distances.Length != rows.Length)
        {
            throw new ArgumentException($"There is room for {distances.Length} distances and {rows.Length} rows; they must agree and be at least 1.", nameof(distances));
        }

        this.distances = distances;
        this.rows = rows;
        Bound = double.PositiveInfinity;
    }

    /// <summary>How many rows are held.</summary>
    public int Count { get; private set; }

    /// <summary>The largest squared distance of a full list, else infinity: what lies above it cannot enter.</summary>
    public double Bound { get; private set; }

    /// <summary>Which lanes of a block lie below the bound, or at it: one bit a lane.</summary>
    /// <param name="squared">The block's squared distances.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ulong Near(Vector512<double> squared) =>
        Vector512.LessThanOrEqual(squared, Vector512.Create(Bound)).ExtractMostSignificantBits();

    /// <summary>The lowest lane of a set of lanes, which is taken out of it.</summary>
    /// <param name="lanes">One bit a lane, at least one set.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Take(ref ulong lanes)
    {
        var lane = BitOperations.TrailingZeroCount(lanes);
        lanes &= lanes - 1;
        return lane;
    }

    /// <summary>Takes a row in if it is nearer than the last of a full list, or the list is not full.</summary>
    /// <param name="squared">Its squared distance; NaN and infinity are left out.</param>
    /// <param name="row">Its number, not in the list yet.</param>
    public void Offer(double squared, int row)
    {
        if (!(squared <= Bound) || double.IsPositiveInfinity(squared))
        {
            return;
        }

        var at = Count;
        if (at == rows.Length)
        {
            at--;
            if (!Before(squared, row, at))
            {
                return;
            }
        }
        else
        {
            Count++;
        }

        for (; at > 0 && Before(squared, row, at - 1); at--)
        {
            distances[at] = distances[at - 1];
            rows[at] = rows[at - 1];
        }

        distances[at] = squared;
        rows[at] = row;
        if (Count == rows.Length)
        {
            Bound = distances[^1];
        }
    }

    private readonly bool Before(double squared, int row, int at) =>
        squared < distances[at] || (squared == distances[at] && row < rows[at]);
}
