using System.Buffers;
using Ratchet.Numerics.Matrices;

namespace Ratchet.Learning.Neighbours;

/// <summary>
/// Past events by their features, for finding the k most similar ones and what came of them. Features are scaled as the events say; distances are
/// Euclidean; of equally distant events the one with the lower number is nearer. Missing values are refused: distances over different numbers of
/// features cannot be compared. Refused too are values that lie more than 2^480 (3e144) scaled units from the events' centre, from 0 without scaling: squares of
/// their distances would overflow. Without scaling differences below 1e-162 count as none. Immutable, safe for several threads. Source: Fix and Hodges (1951); Cover and Hart (1967).
/// </summary>
public sealed class NeighbourIndex
{
    private const int StackDimensions = 512;
    private const int LeastForTree = 256;
    private const int Probes = 32;

    private readonly string[] names;
    private readonly NeighbourOptions options;
    private readonly ScaledSpace space;
    private readonly double[] outcomes;
    private readonly double[] weights;
    private readonly double[] times;
    private readonly int[] groups;
    private readonly INeighbourSearch search;

    private NeighbourIndex(
        string[] names, NeighbourOptions options, ScaledSpace space, INeighbourSearch search, double[] outcomes, double[] weights, double[] times, int[] groups)
    {
        this.names = names;
        this.options = options;
        this.space = space;
        this.outcomes = outcomes;
        this.weights = weights;
        this.times = times;
        this.groups = groups;
        this.search = search;
    }

    /// <summary>How neighbours are searched: brute force or tree, never automatic.</summary>
    public SearchMethod Method => search is TreeSearch ? SearchMethod.Tree : SearchMethod.Brute;

    /// <summary>How many events there are.</summary>
    public int Count => outcomes.Length;

    /// <summary>k, the most neighbours of a query.</summary>
    public int Neighbours => options.Neighbours;

    /// <summary>Learns the scaling and packs the events. Everything is copied.</summary>
    /// <param name="names">One name a feature, at least one.</param>
    /// <param name="rows">n x d finite numbers, row-major, n at least 1.</param>
    /// <param name="outcomes">n finite outcomes.</param>
    /// <param name="options">Checked here.</param>
    /// <param name="times">n times in any unit, not NaN; may be empty where no option needs them.</param>
    /// <param name="groups">n groups, such as sessions; may be empty where no option needs them.</param>
    /// <param name="weights">n finite weights above 0 that multiply the votes; empty for ones.</param>
    /// <exception cref="ArgumentException">A shape is wrong or a value refused; feature and row are named.</exception>
    /// <remarks>Cost O(n d), for a tree O(n (d + log n) log n).</remarks>
    public static NeighbourIndex Build(
        IReadOnlyList<string> names,
        ReadOnlySpan<double> rows,
        ReadOnlySpan<double> outcomes,
        NeighbourOptions options,
        ReadOnlySpan<double> times = default,
        ReadOnlySpan<int> groups = default,
        ReadOnlySpan<double> weights = default) => Pack(names, rows, outcomes, options, times, groups, weights, CancellationToken.None);

    /// <summary><see cref="Build"/>, stopped by a token.</summary>
    internal static NeighbourIndex Pack(
        IReadOnlyList<string> names,
        ReadOnlySpan<double> rows,
        ReadOnlySpan<double> outcomes,
        NeighbourOptions options,
        ReadOnlySpan<double> times,
        ReadOnlySpan<int> groups,
        ReadOnlySpan<double> weights,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        NeighbourInputs.Require(names, rows, outcomes, options, times, groups, weights);
        var d = names.Count;
        var space = ScaledSpace.Learn(rows, d, options.Scaling, cancellationToken);
        var scaled = new double[rows.Length];
        for (var at = 0; at < rows.Length; at += d)
        {
            space.Scale(rows.Slice(at, d), scaled.AsSpan(at, d));
            NeighbourInputs.RequireNear(names, rows.Slice(at, d), scaled.AsSpan(at, d), "row", at / d);
        }

        var timesKept = times.ToArray();
        var search = Choose(scaled, d, timesKept, options, cancellationToken);
        return new([.. names], options, space, search, outcomes.ToArray(), weights.ToArray(), timesKept, groups.ToArray());
    }

    /// <summary>Finds the nearest events of a query, nearest first, without allocating (up to 512 features).</summary>
    /// <param name="query">d finite numbers, not scaled.</param>
    /// <param name="neighbours">Room for <see cref="Neighbours"/>.</param>
    /// <param name="time">The query's time; needed where an option looks at time.</param>
    /// <param name="group">The query's group; only looked at where groups are excluded.</param>
    /// <returns>How many were found: k, or fewer where conditions leave fewer.</returns>
    /// <exception cref="ArgumentException">A shape is wrong or a value refused; the feature is named.</exception>
    public int Find(ReadOnlySpan<double> query, Span<Neighbour> neighbours, double time = double.NaN, int group = 0)
    {
        var k = options.Neighbours;
        var d = names.Length;
        if (query.Length != d || neighbours.Length < k)
        {
            throw new ArgumentException($"query has {query.Length} numbers and neighbours room for {neighbours.Length}; {d} features and room for {k} are needed.", nameof(query));
        }

        NeighbourInputs.RequireFinite(names, query, "the query", -1);
        if (options.NeedsTimes && double.IsNaN(time))
        {
            throw new ArgumentException("time is NaN; OnlyPast and HalfLife need the query's time.", nameof(time));
        }

        double[]? rented = null;
        var point = d <= StackDimensions ? stackalloc double[StackDimensions] : (rented = ArrayPool<double>.Shared.Rent(d));
        point = point[..d];
        Span<double> distances = stackalloc double[k];
        Span<int> found = stackalloc int[k];
        var nearest = new NearestRows(distances, found);
        var candidates = new Candidates(options.OnlyPast ? times : [], time, options.ExcludeSameGroup ? groups : [], group);
        space.Scale(query, point);
        NeighbourInputs.RequireNear(names, query, point, "the query", -1);
        search.Search(point, candidates, ref nearest);
        if (rented is not null)
        {
            ArrayPool<double>.Shared.Return(rented);
        }

        for (var i = 0; i < nearest.Count; i++)
        {
            var distance = Math.Sqrt(distances[i]);
            neighbours[i] = new(found[i], distance, Vote(found[i], distance, distances[0] == 0), outcomes[found[i]]);
        }

        Decay(neighbours[..nearest.Count], time);
        return nearest.Count;
    }

    /// <summary>Finds the nearest events of many queries; the result does not depend on the threads.</summary>
    /// <param name="queries">m x d finite numbers, row-major.</param>
    /// <param name="neighbours">Room for m times <see cref="Neighbours"/>; each query's begin at its number times k.</param>
    /// <param name="counts">Receives how many each query found.</param>
    /// <param name="times">m times; empty where no option looks at time.</param>
    /// <param name="groups">m groups; empty where groups are not excluded.</param>
    /// <param name="threads">How many queries are worked on at a time.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">A shape is wrong or a value refused; query and feature are named.</exception>
    public void FindAll(
        ReadOnlyMemory<double> queries,
        Memory<Neighbour> neighbours,
        Memory<int> counts,
        ReadOnlyMemory<double> times,
        ReadOnlyMemory<int> groups,
        int threads,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var k = options.Neighbours;
        var d = names.Length;
        var m = counts.Length;
        if (queries.Length != (long)m * d || neighbours.Length < (long)m * k || (options.NeedsTimes && times.Length != m) || (options.ExcludeSameGroup && groups.Length != m))
        {
            throw new ArgumentException(
                $"queries has {queries.Length} numbers, neighbours room for {neighbours.Length}, times {times.Length} and groups {groups.Length}; {m} counts of {d} features and {k} neighbours do not fit them.",
                nameof(queries));
        }

        var scaled = new double[d];
        for (var q = 0; q < m; q++)
        {
            var query = queries.Span.Slice(q * d, d);
            NeighbourInputs.RequireFinite(names, query, "query", q);
            space.Scale(query, scaled);
            NeighbourInputs.RequireNear(names, query, scaled, "query", q);
            if (options.NeedsTimes && double.IsNaN(times.Span[q]))
            {
                throw new ArgumentException($"times holds NaN for query {q}; OnlyPast and HalfLife need the query's time.", nameof(times));
            }
        }

        Parallel.For(
            0,
            m,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken },
            q => counts.Span[q] = Find(
                queries.Span.Slice(q * d, d),
                neighbours.Span.Slice(q * k, k),
                options.NeedsTimes ? times.Span[q] : double.NaN,
                options.ExcludeSameGroup ? groups.Span[q] : 0));
    }

    private double Vote(int index, double distance, bool exact)
    {
        var weight = weights.Length == 0 ? 1 : weights[index];
        if (options.Vote == NeighbourVote.Distance)
        {
            weight *= exact ? (distance == 0 ? 1 : 0) : 1 / distance;
        }

        return weight;
    }

    /// <summary>Halves votes by age. Only the ratio of votes counts, so ages are taken from the youngest that has one: of old events not all round to 0.</summary>
    private void Decay(Span<Neighbour> neighbours, double time)
    {
        if (double.IsPositiveInfinity(options.HalfLife))
        {
            return;
        }

        var youngest = double.PositiveInfinity;
        foreach (ref readonly var neighbour in neighbours)
        {
            youngest = neighbour.Weight > 0 ? Math.Min(youngest, Age(neighbour.Index, time)) : youngest;
        }

        foreach (ref var neighbour in neighbours)
        {
            var age = Age(neighbour.Index, time);
            if (age > youngest)
            {
                neighbour = neighbour with { Weight = neighbour.Weight * Math.Pow(0.5, (age - youngest) / options.HalfLife) };
            }
        }
    }

    private double Age(int index, double time) => times[index] >= time ? 0 : time - times[index];

    /// <summary>
    /// Automatic: brute force below 256 events; else a tree is built and some events are searched for in it, and it is kept if it looks at less than
    /// 2 in 5 of the blocks, since a block costs it 2.5 times as much (case KNN). Which is faster hangs on how many directions the events truly spread in,
    /// not on how many features they have, so it is counted rather than guessed; counted, not timed, so that the choice is reproducible.
    /// </summary>
    private static INeighbourSearch Choose(double[] scaled, int dimensions, double[] times, NeighbourOptions options, CancellationToken cancellationToken)
    {
        var count = scaled.Length / dimensions;
        if (options.Search == SearchMethod.Brute || (options.Search == SearchMethod.Auto && count < LeastForTree))
        {
            return new BruteSearch(scaled, dimensions, times);
        }

        var tree = new TreeSearch(scaled, dimensions, times, cancellationToken);
        if (options.Search == SearchMethod.Tree)
        {
            return tree;
        }

        var visited = 0L;
        var distances = new double[options.Neighbours + 1];
        var found = new int[options.Neighbours + 1];
        for (var probe = 0; probe < Probes; probe++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = (int)((long)probe * count / Probes);
            var nearest = new NearestRows(distances, found);
            visited += tree.Walk(scaled.AsSpan(row * dimensions, dimensions), new Candidates([], 0, [], 0), ref nearest);
        }

        return 5 * visited < 2L * Probes * tree.BlockCount ? tree : new BruteSearch(scaled, dimensions, times);
    }
}
