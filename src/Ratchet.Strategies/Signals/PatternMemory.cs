using Ratchet.Learning.Neighbours;

namespace Ratchet.Strategies.Signals;

/// <summary>
/// Remembers the setups of closed trades and what came of them, and tells of a new setup how its nearest ones fared: share = (successes among k nearest + w prior) /
/// (k + w), where prior is the share over the whole memory and w its weight. Distances are Euclidean over features scaled to mean 0 and deviation 1 by the
/// memory itself. Relative to the prior on purpose: a strategy that wins seldom and much is not judged by a bare win rate. Bounded; the same setups in the same
/// order give the same verdicts. Not safe for several threads. Cost: O(n) a verdict, O(n) a refresh, in which memory is allocated. Source: k nearest neighbours
/// (Cover and Hart, 1967), shrunk by a beta prior.
/// </summary>
public sealed class PatternMemory
{
    private const int LargestForBrute = 4096;

    private readonly PatternMemoryOptions options;
    private readonly string[] names;
    private readonly double[] rows;
    private readonly double[] results;
    private readonly Neighbour[] found;
    private NeighbourIndex? index;
    private double[] indexed = [];
    private int indexedSuccesses;
    private int oldest;
    private int fresh;

    /// <summary>An empty memory.</summary>
    /// <param name="features">The names of a setup's features, at least one.</param>
    /// <param name="options">How much it keeps and how it judges.</param>
    /// <exception cref="ArgumentException">There is no feature, or an option is outside its range.</exception>
    public PatternMemory(IReadOnlyList<string> features, PatternMemoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (features.Count == 0)
        {
            throw new ArgumentException("features is empty; a setup needs at least one.", nameof(features));
        }

        this.options = options;
        names = [.. features];
        rows = new double[options.Capacity * names.Length];
        results = new double[options.Capacity];
        found = new Neighbour[options.Neighbours];
    }

    /// <summary>How many setups are kept.</summary>
    public int Count { get; private set; }

    /// <summary>The settings.</summary>
    public PatternMemoryOptions Options => options;

    /// <summary>Keeps a setup; the oldest of a full memory is forgotten.</summary>
    /// <param name="setup">Finite numbers, one a feature.</param>
    /// <param name="resultInR">What came of it, in multiples of the risk; above 0 is a success. Finite.</param>
    /// <exception cref="ArgumentException">A length is wrong or a number not finite.</exception>
    public void Remember(ReadOnlySpan<double> setup, double resultInR)
    {
        Require(setup);
        if (!double.IsFinite(resultInR))
        {
            throw new ArgumentException($"resultInR is {resultInR}; it must be finite.", nameof(resultInR));
        }

        var slot = (oldest + Count) % options.Capacity;
        if (Count == options.Capacity)
        {
            oldest = (oldest + 1) % options.Capacity;
        }
        else
        {
            Count++;
        }

        setup.CopyTo(rows.AsSpan(slot * names.Length));
        results[slot] = resultInR;
        fresh++;
        if (Count >= options.LeastSetups && (index is null || fresh >= options.RefreshEvery))
        {
            Refresh();
        }
    }

    /// <summary>How the setups nearest to one fared; nothing is said before enough are kept.</summary>
    /// <param name="setup">Finite numbers, one a feature.</param>
    /// <exception cref="ArgumentException">A length is wrong or a number not finite.</exception>
    public PatternVerdict Judge(ReadOnlySpan<double> setup)
    {
        Require(setup);
        if (index is null)
        {
            return PatternVerdict.None;
        }

        var count = index.Find(setup, found);
        var (successes, sum) = (0, 0.0);
        for (var i = 0; i < count; i++)
        {
            successes += found[i].Outcome == 1 ? 1 : 0;
            sum += indexed[found[i].Index];
        }

        var prior = (indexedSuccesses + 1.0) / (indexed.Length + 2.0);
        var share = (successes + (options.PriorWeight * prior)) / (count + options.PriorWeight);
        return new(count, successes, share, prior, sum / count);
    }

    // Oldest first, so that of equally near setups the older one is the nearer, however the ring lies.
    private void Refresh()
    {
        var d = names.Length;
        var ordered = new double[Count * d];
        var outcomes = new double[Count];
        indexed = new double[Count];
        indexedSuccesses = 0;
        for (var i = 0; i < Count; i++)
        {
            var slot = (oldest + i) % options.Capacity;
            rows.AsSpan(slot * d, d).CopyTo(ordered.AsSpan(i * d));
            indexed[i] = results[slot];
            outcomes[i] = results[slot] > 0 ? 1 : 0;
            indexedSuccesses += results[slot] > 0 ? 1 : 0;
        }

        // Both ways find the same neighbours; a tree does not pay for itself between refreshes of a small memory.
        var search = Count <= LargestForBrute ? SearchMethod.Brute : SearchMethod.Auto;
        index = NeighbourIndex.Build(names, ordered, outcomes, new() { Neighbours = options.Neighbours, Search = search });
        fresh = 0;
    }

    private void Require(ReadOnlySpan<double> setup)
    {
        if (setup.Length != names.Length)
        {
            throw new ArgumentException($"setup has {setup.Length} numbers; {names.Length} features need as many.", nameof(setup));
        }

        for (var i = 0; i < setup.Length; i++)
        {
            if (!double.IsFinite(setup[i]))
            {
                throw new ArgumentException($"Feature '{names[i]}' is {setup[i]}; it must be finite.", nameof(setup));
            }
        }
    }
}
