namespace Ratchet.Market.Feeds.Formats;

/// <summary>One side of a full book, sorted with the best price first; a change costs a bisection and a move of the levels behind it.</summary>
internal sealed class BookSideLevels(bool isBid)
{
    private readonly List<double> keys = [];
    private readonly List<double> sizes = [];

    public int Count => keys.Count;

    public double Price(int level) => isBid ? -keys[level] : keys[level];

    public double Size(int level) => sizes[level];

    public void Clear()
    {
        keys.Clear();
        sizes.Clear();
    }

    /// <summary>Sets what rests at a price; 0 takes the level away.</summary>
    public void Set(double price, double size)
    {
        var key = isBid ? -price : price;
        var at = keys.BinarySearch(key);
        if (size == 0)
        {
            if (at >= 0)
            {
                keys.RemoveAt(at);
                sizes.RemoveAt(at);
            }
        }
        else if (at >= 0)
        {
            sizes[at] = size;
        }
        else
        {
            keys.Insert(~at, key);
            sizes.Insert(~at, size);
        }
    }
}
