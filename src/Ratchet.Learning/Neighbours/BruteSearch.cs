using Ratchet.Numerics.Matrices;

namespace Ratchet.Learning.Neighbours;

/// <summary>Looks at every event, eight at a time; where events are in order of time, only at those before the query.</summary>
internal sealed class BruteSearch : INeighbourSearch
{
    private readonly RowBlocks blocks;
    private readonly int count;
    private readonly bool inOrder;

    public BruteSearch(ReadOnlySpan<double> rows, int dimensions, double[] times)
    {
        count = rows.Length / dimensions;
        var order = new int[count];
        for (var i = 0; i < count; i++)
        {
            order[i] = i;
        }

        blocks = new RowBlocks(rows, dimensions, order);
        inOrder = times.Length > 0;
        for (var i = 1; i < times.Length && inOrder; i++)
        {
            inOrder = times[i] >= times[i - 1];
        }
    }

    public void Search(ReadOnlySpan<double> point, in Candidates candidates, ref NearestRows nearest)
    {
        var end = inOrder && candidates.Times.Length > 0 ? FirstAtOrAfter(candidates.Times, candidates.Before) : count;
        var blockEnd = (end + RowBlocks.Width - 1) / RowBlocks.Width;
        for (var block = 0; block < blockEnd; block++)
        {
            var squared = blocks.SquaredDistances(block, point);
            for (var lanes = nearest.Near(squared); lanes != 0;)
            {
                var lane = NearestRows.Take(ref lanes);
                var index = (block * RowBlocks.Width) + lane;
                if (index < end && candidates.Admit(index))
                {
                    nearest.Offer(squared[lane], index);
                }
            }
        }
    }

    private static int FirstAtOrAfter(double[] times, double time)
    {
        var low = 0;
        var high = times.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (times[middle] < time)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
