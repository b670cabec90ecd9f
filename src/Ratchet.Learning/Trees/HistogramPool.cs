namespace Ratchet.Learning.Trees;

/// <summary>Places for the histograms of nodes, reused from node to node and tree to tree. Slot 0 is for those that nobody keeps.</summary>
/// <typeparam name="TCell">The statistics.</typeparam>
internal sealed class HistogramPool<TCell>(int cells)
    where TCell : unmanaged
{
    /// <summary>The slot of histograms that are used at once.</summary>
    public const int Scratch = 0;

    private readonly List<TCell[]> slots = [new TCell[cells]];
    private readonly Stack<int> free = new();

    /// <summary>Takes all slots back.</summary>
    public void Reset()
    {
        free.Clear();
        for (var slot = slots.Count - 1; slot > Scratch; slot--)
        {
            free.Push(slot);
        }
    }

    public int Take()
    {
        if (free.TryPop(out var slot))
        {
            return slot;
        }

        slots.Add(new TCell[cells]);
        return slots.Count - 1;
    }

    public void Return(int slot)
    {
        if (slot > Scratch)
        {
            free.Push(slot);
        }
    }

    public TCell[] Cells(int slot) => slots[slot];
}
