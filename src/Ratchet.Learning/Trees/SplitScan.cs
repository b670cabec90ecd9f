using System.Numerics;
using System.Runtime.CompilerServices;

namespace Ratchet.Learning.Trees;

/// <summary>Walks over one feature's histogram in a node and keeps the best split. Equal scores keep the earlier one.</summary>
/// <typeparam name="TMoments">The statistics.</typeparam>
/// <typeparam name="TRule">How splits are judged.</typeparam>
internal static class SplitScan<TMoments, TRule>
    where TMoments : unmanaged, IMoments<TMoments>
    where TRule : struct, ISplitRule<TMoments>
{
    /// <summary>All bins before <paramref name="end"/> in turn, for nodes with many rows.</summary>
    /// <param name="node">The rule, begun for the node.</param>
    /// <param name="histogram">The first bin.</param>
    /// <param name="end">The bin after the last that may be the last one on the left.</param>
    /// <param name="start">What is on the left from the start: nothing, or the missing rows.</param>
    /// <param name="total">The node.</param>
    /// <param name="minRows">The fewest rows of a side.</param>
    /// <param name="best">The best split so far.</param>
    /// <returns>Whether it was replaced.</returns>
    public static bool Dense(in TRule node, ref TMoments histogram, int end, TMoments start, TMoments total, int minRows, ref SplitChoice<TMoments> best)
    {
        var left = start;
        var most = total.Rows - minRows;
        var rule = node;
        var score = best.Score;
        var found = false;
        for (var bin = 0; bin < end; bin++)
        {
            left += Unsafe.Add(ref histogram, bin);
            var rows = left.Rows;
            if (rows < minRows)
            {
                continue;
            }

            if (rows > most)
            {
                break;
            }

            if (rule.Improves(left, ref score))
            {
                best.Bin = bin;
                best.Left = left;
                found = true;
            }
        }

        best.Score = score;
        return found;
    }

    /// <summary>As <see cref="Dense"/>, without the bins that have no rows: they may hold rounding errors where a histogram was got by subtraction.</summary>
    /// <inheritdoc cref="Dense"/>
    public static bool Counted(in TRule node, ref TMoments histogram, int end, TMoments start, TMoments total, int minRows, ref SplitChoice<TMoments> best)
    {
        var left = start;
        var most = total.Rows - minRows;
        var rule = node;
        var score = best.Score;
        var found = false;
        for (var bin = 0; bin < end; bin++)
        {
            var cell = Unsafe.Add(ref histogram, bin);
            if (cell.Rows == 0)
            {
                continue;
            }

            left += cell;
            var rows = left.Rows;
            if (rows < minRows)
            {
                continue;
            }

            if (rows > most)
            {
                break;
            }

            if (rule.Improves(left, ref score))
            {
                best.Bin = bin;
                best.Left = left;
                found = true;
            }
        }

        best.Score = score;
        return found;
    }

    /// <summary>One cut only.</summary>
    /// <param name="node">The rule, begun for the node.</param>
    /// <param name="histogram">The first bin.</param>
    /// <param name="cut">The last bin on the left.</param>
    /// <param name="start">What is on the left from the start: nothing, or the missing rows.</param>
    /// <param name="total">The node.</param>
    /// <param name="minRows">The fewest rows of a side.</param>
    /// <param name="best">The best split so far.</param>
    /// <returns>Whether it was replaced.</returns>
    public static bool Single(in TRule node, ref TMoments histogram, int cut, TMoments start, TMoments total, int minRows, ref SplitChoice<TMoments> best)
    {
        var left = start;
        for (var bin = 0; bin <= cut; bin++)
        {
            left += Unsafe.Add(ref histogram, bin);
        }

        if (left.Rows < minRows || left.Rows > total.Rows - minRows || !node.Improves(left, ref best.Score))
        {
            return false;
        }

        best.Bin = cut;
        best.Left = left;
        return true;
    }

    /// <summary>As <see cref="Dense"/>, over the occupied bins only, which a bit each marks: for nodes with few rows.</summary>
    /// <inheritdoc cref="Dense"/>
    public static bool Sparse(
        in TRule node, ref TMoments histogram, ReadOnlySpan<ulong> occupied, int end, TMoments start, TMoments total, int minRows, ref SplitChoice<TMoments> best)
    {
        var left = start;
        var most = total.Rows - minRows;
        var rule = node;
        var score = best.Score;
        var found = false;
        for (var word = 0; word < occupied.Length; word++)
        {
            for (var bits = occupied[word]; bits != 0; bits &= bits - 1)
            {
                var bin = (word << 6) + BitOperations.TrailingZeroCount(bits);
                if (bin >= end)
                {
                    break;
                }

                left += Unsafe.Add(ref histogram, bin);
                var rows = left.Rows;
                if (rows < minRows)
                {
                    continue;
                }

                if (rows > most)
                {
                    best.Score = score;
                    return found;
                }

                if (rule.Improves(left, ref score))
                {
                    best.Bin = bin;
                    best.Left = left;
                    found = true;
                }
            }
        }

        best.Score = score;
        return found;
    }
}
