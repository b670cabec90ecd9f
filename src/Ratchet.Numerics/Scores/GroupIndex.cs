namespace Ratchet.Numerics.Scores;

/// <summary>The rows of each group: groups are numbered from 0 in rising order of their label.</summary>
internal sealed class GroupIndex
{
    private readonly int[] rows;
    private readonly int[] starts;

    /// <summary>Cost O(n log n).</summary>
    public GroupIndex(ReadOnlySpan<int> groups)
    {
        Labels = [.. groups.ToArray().Distinct().Order()];
        Of = new int[groups.Length];
        starts = new int[Labels.Length + 1];
        for (var i = 0; i < groups.Length; i++)
        {
            Of[i] = Array.BinarySearch(Labels, groups[i]);
            starts[Of[i] + 1]++;
        }

        for (var g = 0; g < Labels.Length; g++)
        {
            starts[g + 1] += starts[g];
        }

        rows = new int[groups.Length];
        int[] next = [.. starts];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[next[Of[i]]++] = i;
        }
    }

    /// <summary>The distinct labels, rising.</summary>
    public int[] Labels { get; }

    /// <summary>The group number of each row.</summary>
    public int[] Of { get; }

    public int Count => Labels.Length;

    /// <summary>Whether there are 2 to n - 1 groups, as every score of separation needs.</summary>
    public bool Separable => Count >= 2 && Count < Of.Length;

    public int Size(int group) => starts[group + 1] - starts[group];

    /// <summary>The row numbers of a group, rising.</summary>
    public ReadOnlySpan<int> Rows(int group) => rows.AsSpan(starts[group], Size(group));
}
