namespace Ratchet.Strategies.Signals;

/// <summary>
/// A binary heap of slots by their values, the largest on top (the smallest with a negative sign), that knows where each slot lies, so that any can be taken out
/// in O(log n). The values and places are the owner's.
/// </summary>
internal sealed class IndexedHeap(double[] values, int[] places, double sign)
{
    private readonly int[] slots = new int[values.Length];

    public int Count { get; private set; }

    public int Top => slots[0];

    public void Add(int slot)
    {
        Count++;
        Put(Count - 1, slot);
        Rise(Count - 1);
    }

    public void Remove(int slot)
    {
        var place = places[slot];
        Count--;
        if (place == Count)
        {
            return;
        }

        Put(place, slots[Count]);
        Rise(place);
        Sink(place);
    }

    private void Rise(int place)
    {
        while (place > 0)
        {
            var parent = (place - 1) / 2;
            if (sign * values[slots[place]] <= sign * values[slots[parent]])
            {
                return;
            }

            Swap(place, parent);
            place = parent;
        }
    }

    private void Sink(int place)
    {
        while (true)
        {
            var child = (2 * place) + 1;
            if (child >= Count)
            {
                return;
            }

            if (child + 1 < Count && sign * values[slots[child + 1]] > sign * values[slots[child]])
            {
                child++;
            }

            if (sign * values[slots[child]] <= sign * values[slots[place]])
            {
                return;
            }

            Swap(place, child);
            place = child;
        }
    }

    private void Swap(int left, int right)
    {
        var slot = slots[left];
        Put(left, slots[right]);
        Put(right, slot);
    }

    private void Put(int place, int slot)
    {
        slots[place] = slot;
        places[slot] = place;
    }
}
