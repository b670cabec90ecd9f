using System.Collections;

namespace Ratchet.Market.Quality;

/// <summary>Rising indices kept as runs of neighbours, so that millions of good rows with few bad ones between cost little.</summary>
internal sealed class GoodRowList : IReadOnlyList<int>
{
    private readonly List<int> start = [];
    private readonly List<int> before = [];

    public int Count { get; private set; }

    public int this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var run = before.BinarySearch(index);
            run = run < 0 ? ~run - 1 : run;
            return start[run] + (index - before[run]);
        }
    }

    public void Add(int row)
    {
        if (start.Count == 0 || row != start[^1] + (Count - before[^1]))
        {
            start.Add(row);
            before.Add(Count);
        }

        Count++;
    }

    public IEnumerator<int> GetEnumerator()
    {
        for (var run = 0; run < start.Count; run++)
        {
            var length = (run + 1 < start.Count ? before[run + 1] : Count) - before[run];
            for (var i = 0; i < length; i++)
            {
                yield return start[run] + i;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
