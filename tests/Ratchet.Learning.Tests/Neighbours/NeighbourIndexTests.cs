using Ratchet.Learning.Neighbours;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Neighbours;

public class NeighbourIndexTests
{
    private static readonly string[] One = ["velocity"];
    private static readonly NeighbourOptions Plain = new() { Scaling = FeatureScaling.None };

    [Fact]
    public void Find_FiveSetups_SaysHowManyBroke()
    {
        // The five nearest of 10 are 9, 11, 12, 7 and 14; all but 12 broke.
        var index = NeighbourIndex.Build(One, [9, 11, 12, 7, 14, 30, -20], [1, 1, 0, 1, 1, 0, 0], Plain);
        var found = new Neighbour[5];
        Assert.Equal(5, index.Find([10], found));
        Assert.Equal([0, 1, 2, 3, 4], found.Select(n => n.Index));
        Assert.Equal([1, 1, 2, 3, 4], found.Select(n => n.Distance));
        Assert.All(found, n => Assert.Equal(1, n.Weight));
        var verdict = NeighbourVerdict.Of(found);
        Assert.Equal(new NeighbourVerdict(5, 4, 0.8), verdict);
        Assert.Equal("4 of 5: 0.80", verdict.ToString());
    }

    [Fact]
    public void Find_FewerEventsThanNeighbours_ReturnsThem()
    {
        var index = NeighbourIndex.Build(One, [1, 5], [1, 0], Plain);
        var found = new Neighbour[5];
        Assert.Equal(2, index.Find([4], found));
        Assert.Equal(1, found[0].Index);
        Assert.Equal(double.NaN, NeighbourVerdict.Of([]).Mean);
    }

    [Fact]
    public void Find_OnlyPast_SeesNothingAtOrAfterTheQuery()
    {
        var options = Plain with { OnlyPast = true, Neighbours = 2 };
        var found = new Neighbour[2];
        foreach (var search in new[] { SearchMethod.Brute, SearchMethod.Tree })
        {
            var index = NeighbourIndex.Build(One, [1, 2, 3, 4], [0, 0, 0, 0], options with { Search = search }, times: [10, 20, 30, 40]);
            Assert.Equal(2, index.Find([4], found, time: 30));
            Assert.Equal([1, 0], found.Select(n => n.Index));
            Assert.Equal(0, index.Find([4], found, time: 10));
        }
    }

    [Fact]
    public void Find_SameGroupExcluded_PassesOverTheSession()
    {
        var index = NeighbourIndex.Build(One, [1, 2, 3, 4], [0, 0, 0, 0], Plain with { ExcludeSameGroup = true, Neighbours = 2 }, groups: [7, 8, 8, 7]);
        var found = new Neighbour[2];
        Assert.Equal(2, index.Find([4], found, group: 7));
        Assert.Equal([2, 1], found.Select(n => n.Index));
    }

    [Theory]
    [InlineData(NeighbourVote.Uniform)]
    [InlineData(NeighbourVote.Distance)]
    public void Find_HalfLivesLongAgo_WeighsRelativeToTheYoungest(NeighbourVote vote)
    {
        // 5000 half-lives old, one half-life apart: 2^-5000 is no number, the votes are 1 to 2 all the same.
        var index = NeighbourIndex.Build(One, [1, 3, 9], [1, 0, 1], Plain with { HalfLife = 10, Neighbours = 2, Vote = vote }, times: [20, 10, 0]);
        var found = new Neighbour[2];
        Assert.Equal(2, index.Find([2], found, time: 50_020));
        Assert.Equal([1, 0.5], found.Select(n => n.Weight));
        Assert.Equal(2.0 / 3, NeighbourVerdict.Of(found).Mean, 1e-12);
    }

    [Fact]
    public void Find_HalfLifeAndAnEqualEventOfLongAgo_IsThatEventsOutcome()
    {
        // Only the event at distance 0 votes, however old it is beside the other.
        var index = NeighbourIndex.Build(One, [1, 3], [1, 0], Plain with { HalfLife = 1, Neighbours = 2, Vote = NeighbourVote.Distance }, times: [0, 5000]);
        var found = new Neighbour[2];
        index.Find([1], found, time: 5000);
        Assert.Equal([1.0, 0.0], found.Select(n => n.Weight));

        // Nothing is younger than what lies infinitely far back.
        index = NeighbourIndex.Build(One, [1, 3], [1, 0], Plain with { HalfLife = 1, Neighbours = 2 }, times: [double.NegativeInfinity, double.NegativeInfinity]);
        index.Find([1], found, time: 0);
        Assert.Equal([1.0, 1.0], found.Select(n => n.Weight));
    }

    [Theory]
    [InlineData(FeatureScaling.MeanDeviation, 1e-250)]
    [InlineData(FeatureScaling.MeanDeviation, 1e157)]
    [InlineData(FeatureScaling.MeanDeviation, 1e307)]
    [InlineData(FeatureScaling.MedianQuartiles, 1e-250)]
    [InlineData(FeatureScaling.MedianQuartiles, 1e307)]
    [InlineData(FeatureScaling.None, 1e140)]
    public void Find_HugeOrTinyNumbers_FindsTheSameEvents(FeatureScaling scaling, double unit)
    {
        double[] rows = [.. Enumerable.Range(0, 400).Select(i => ((i * 37 % 101) - 50.0) / 4)];
        var outcomes = Enumerable.Range(0, 200).Select(i => (double)i).ToArray();
        foreach (var search in new[] { SearchMethod.Brute, SearchMethod.Tree })
        {
            var options = new NeighbourOptions { Scaling = scaling, Search = search };
            var plain = NeighbourIndex.Build(["a", "b"], rows, outcomes, options);
            var index = NeighbourIndex.Build(["a", "b"], [.. rows.Select(r => r * unit)], outcomes, options);
            var expected = new Neighbour[5];
            var found = new Neighbour[5];
            for (var q = 0; q < 20; q++)
            {
                Assert.Equal(5, plain.Find([(q - 10) / 1.7, q / 9.0], expected));
                Assert.Equal(5, index.Find([(q - 10) / 1.7 * unit, q / 9.0 * unit], found));
                if (scaling != FeatureScaling.None)
                {
                    Assert.Equal(expected[4].Distance, found[4].Distance, 1e-9);
                }
                else
                {
                    Assert.Equal(expected[4].Distance, found[4].Distance / unit, 1e-9);
                }
            }
        }
    }

    [Fact]
    public void BuildAndFind_BeyondTheRangeOfDistances_AreRefusedByName()
    {
        var far = Assert.Throws<ArgumentException>(() => NeighbourIndex.Build(One, [1, 1e157], [0, 1], Plain));
        Assert.Contains("'velocity' is 1E+157 in row 1", far.Message, StringComparison.Ordinal);
        var outlier = Assert.Throws<ArgumentException>(
            () => NeighbourIndex.Build(One, [1, 2, 3, 4, 1e200], new double[5], Plain with { Scaling = FeatureScaling.MedianQuartiles }));
        Assert.Contains("row 4", outlier.Message, StringComparison.Ordinal);

        var index = NeighbourIndex.Build(One, [1, 2, 3], [0, 1, 0], new NeighbourOptions());
        var found = new Neighbour[10];
        far = Assert.Throws<ArgumentException>(() => index.Find([-1e200], found));
        Assert.Contains("'velocity' is -1E+200 in the query", far.Message, StringComparison.Ordinal);
        far = Assert.Throws<ArgumentException>(() => index.FindAll(new double[] { 1, 1e200 }, found, new int[2], default, default, 2, CancellationToken.None));
        Assert.Contains("query 1", far.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_HalfLife_HalvesTheVoteOfEachAge()
    {
        // Ages 0 (a later event), 10 and 20 at a half-life of 10: votes 1, 1/2, 1/4.
        var index = NeighbourIndex.Build(One, [1, 2, 3], [1, 0, 1], Plain with { HalfLife = 10, Neighbours = 3 }, times: [50, 30, 20]);
        var found = new Neighbour[3];
        index.Find([0], found, time: 40);
        Assert.Equal([1, 0.5, 0.25], found.Select(n => n.Weight));
        Assert.Equal(1.25 / 1.75, NeighbourVerdict.Of(found).Mean, 1e-15);
    }

    [Fact]
    public void Find_DistanceVotes_WeighByInverseDistanceAndExactMatchesAlone()
    {
        var index = NeighbourIndex.Build(One, [1, 3, 8], [1, 0, 0], Plain with { Vote = NeighbourVote.Distance, Neighbours = 3 }, weights: [2, 1, 1]);
        var found = new Neighbour[3];
        index.Find([2], found);
        Assert.Equal([2, 1, 1.0 / 6], found.Select(n => n.Weight));
        index.Find([3], found);
        Assert.Equal([1, 0, 0], found.Select(n => n.Weight));
        Assert.Equal(0, NeighbourVerdict.Of(found).Mean);
    }

    [Fact]
    public void Build_Scalings_AreLearnedFromTheEvents()
    {
        // 0 2 4 6 100: mean 22.4; median 4, quartiles 2 and 6.
        double[] x = [0, 2, 4, 6, 100];
        var found = new Neighbour[5];
        NeighbourIndex.Build(One, x, new double[5], new NeighbourOptions { Scaling = FeatureScaling.MedianQuartiles }).Find([4], found);
        Assert.Equal([0, 0.5, 0.5, 1, 24], found.Select(n => n.Distance));
        var deviation = Math.Sqrt(x.Average(v => (v - 22.4) * (v - 22.4)));
        NeighbourIndex.Build(One, x, new double[5], new NeighbourOptions()).Find([4], found);
        Assert.Equal(96 / deviation, found[4].Distance, 1e-13);

        // Half of the values are equal: the deviation takes over. A constant feature is only centred.
        NeighbourIndex.Build(One, [1, 1, 1, 1, 6], new double[5], new NeighbourOptions { Scaling = FeatureScaling.MedianQuartiles }).Find([1], found);
        Assert.Equal(5 / 2.0, found[4].Distance, 1e-13);
        NeighbourIndex.Build(One, [3, 3, 3, 3, 3], new double[5], new NeighbourOptions()).Find([5], found);
        Assert.All(found, n => Assert.Equal(2, n.Distance));
    }

    [Theory]
    [InlineData(1, 1, 3)]
    [InlineData(40, 2, 5)]
    [InlineData(300, 3, 7)]
    [InlineData(1000, 1, 4)]
    [InlineData(700, 12, 5)]
    public void Find_BruteTreeAndPlainSorting_AreIdentical(int n, int d, int k)
    {
        foreach (var coarse in new[] { false, true })
        {
            var random = StreamKey.FromSeed((ulong)(n + d)).Derive(coarse ? 1 : 0).Open();
            double[] Draw(int count) => [.. Enumerable.Range(0, count).Select(_ => coarse ? random.NextInt(4) : random.NextNormal())];
            string[] names = [.. Enumerable.Range(0, d).Select(i => $"f{i}")];
            var x = Draw(n * d);
            double[] times = [.. Enumerable.Range(0, n).Select(_ => (double)random.NextInt(50))];
            int[] groups = [.. Enumerable.Range(0, n).Select(_ => random.NextInt(5))];
            var queries = Draw(30 * d);
            foreach (var (past, apart) in new[] { (false, false), (true, false), (false, true), (true, true) })
            {
                var options = Plain with { Neighbours = k, OnlyPast = past, ExcludeSameGroup = apart };
                var outcomes = new double[n];
                var brute = NeighbourIndex.Build(names, x, outcomes, options with { Search = SearchMethod.Brute }, times, groups);
                var tree = NeighbourIndex.Build(names, x, outcomes, options with { Search = SearchMethod.Tree }, times, groups);
                for (var q = 0; q < 30; q++)
                {
                    var point = queries[(q * d)..((q + 1) * d)];
                    var expected = Enumerable.Range(0, n)
                        .Where(i => (!past || times[i] < 25) && (!apart || groups[i] != 2))
                        .Select(i => (Squared: Enumerable.Range(0, d).Aggregate(0.0, (sum, c) => sum + ((x[(i * d) + c] - point[c]) * (x[(i * d) + c] - point[c]))), Index: i))
                        .Order().Take(k).Select(p => new Neighbour(p.Index, Math.Sqrt(p.Squared), 1, 0)).ToArray();
                    var found = new Neighbour[k];
                    Assert.Equal(expected, found[..brute.Find(point, found, 25, 2)]);
                    Assert.Equal(expected, found[..tree.Find(point, found, 25, 2)]);
                }
            }
        }
    }

    [Fact]
    public void Find_TimesInOrder_EqualsTimesOutOfOrder()
    {
        var random = StreamKey.FromSeed(5).Open();
        double[] x = [.. Enumerable.Range(0, 400).Select(_ => random.NextNormal())];
        double[] times = [.. Enumerable.Range(0, 400).Select(i => (double)(i / 3))];
        var ordered = NeighbourIndex.Build(One, x, x, Plain with { OnlyPast = true, Search = SearchMethod.Brute }, times);
        var reversed = NeighbourIndex.Build(One, [.. x.Reverse()], [.. x.Reverse()], Plain with { OnlyPast = true, Search = SearchMethod.Brute }, [.. times.Reverse()]);
        var a = new Neighbour[5];
        var b = new Neighbour[5];
        for (var q = 0; q < 140; q++)
        {
            Assert.Equal(ordered.Find([0.1 * (q % 9)], a, q), reversed.Find([0.1 * (q % 9)], b, q));
            Assert.Equal(a.Select(n => n.Outcome), b.Select(n => n.Outcome));
        }
    }

    [Theory]
    [InlineData(2, SearchMethod.Tree)]
    [InlineData(24, SearchMethod.Brute)]
    public void Build_Automatic_TakesTheSearchThatLooksAtLess(int d, SearchMethod expected)
    {
        var random = StreamKey.FromSeed(8).Open();
        double[] x = [.. Enumerable.Range(0, 2000 * d).Select(_ => random.NextNormal())];
        string[] names = [.. Enumerable.Range(0, d).Select(i => $"f{i}")];
        Assert.Equal(expected, NeighbourIndex.Build(names, x, new double[2000], new NeighbourOptions()).Method);
        Assert.Equal(SearchMethod.Brute, NeighbourIndex.Build(names, x.AsSpan(0, 100 * d), new double[100], new NeighbourOptions()).Method);
    }

    [Fact]
    public void FindAll_AnyThreads_EqualsSingleQueries()
    {
        var random = StreamKey.FromSeed(9).Open();
        double[] x = [.. Enumerable.Range(0, 900).Select(_ => random.NextNormal())];
        double[] times = [.. Enumerable.Range(0, 300).Select(i => (double)i)];
        int[] groups = [.. Enumerable.Range(0, 300).Select(i => i / 20)];
        var index = NeighbourIndex.Build(["a", "b", "c"], x, times, new NeighbourOptions { OnlyPast = true, ExcludeSameGroup = true, HalfLife = 30 }, times, groups);
        var single = new Neighbour[1500];
        var singleCounts = new int[300];
        for (var q = 0; q < 300; q++)
        {
            singleCounts[q] = index.Find(x.AsSpan(q * 3, 3), single.AsSpan(q * 5, 5), times[q], groups[q]);
        }

        foreach (var threads in new[] { 1, 2, 4 })
        {
            var all = new Neighbour[1500];
            var counts = new int[300];
            index.FindAll(x, all, counts, times, groups, threads, CancellationToken.None);
            Assert.Equal(singleCounts, counts);
            Assert.Equal(single, all);
        }

        Assert.ThrowsAny<OperationCanceledException>(() => index.FindAll(x, new Neighbour[1500], new int[300], times, groups, 1, new CancellationToken(true)));
        Assert.Throws<ArgumentException>(() => index.FindAll(x, new Neighbour[1499], new int[300], times, groups, 1, CancellationToken.None));
    }

    [Theory]
    [InlineData(SearchMethod.Brute)]
    [InlineData(SearchMethod.Tree)]
    public void Find_OneQuery_AllocatesNothing(SearchMethod search)
    {
        var random = StreamKey.FromSeed(10).Open();
        double[] x = [.. Enumerable.Range(0, 4000).Select(_ => random.NextNormal())];
        double[] times = [.. Enumerable.Range(0, 1000).Select(i => (double)i)];
        var index = NeighbourIndex.Build(["a", "b", "c", "d"], x, times, new NeighbourOptions { OnlyPast = true, HalfLife = 5, Search = search }, times);
        var found = new Neighbour[5];
        index.Find(x.AsSpan(0, 4), found, 500);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var q = 0; q < 100; q++)
        {
            index.Find(x.AsSpan(4 * q, 4), found, 500);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void BuildAndFind_WrongInputs_NameFeatureAndRow()
    {
        var missing = Assert.Throws<ArgumentException>(() => NeighbourIndex.Build(["a", "b"], [1, 2, 3, double.NaN], [0, 1], Plain)).Message;
        Assert.Contains("'b'", missing, StringComparison.Ordinal);
        Assert.Contains("row 1", missing, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => NeighbourIndex.Build(One, [1, 2], [0], Plain));
        Assert.Throws<ArgumentException>(() => NeighbourIndex.Build(One, [], [], Plain));
        Assert.Throws<ArgumentException>(() => NeighbourIndex.Build(One, [1], [double.NaN], Plain));
        Assert.Throws<ArgumentException>(() => NeighbourIndex.Build(One, [1], [0], Plain with { OnlyPast = true }));
        Assert.Throws<ArgumentException>(() => NeighbourIndex.Build(One, [1], [0], Plain with { ExcludeSameGroup = true }));
        Assert.Throws<ArgumentException>(() => NeighbourIndex.Build(One, [1], [0], Plain, times: [double.NaN]));
        Assert.Throws<ArgumentException>(() => NeighbourIndex.Build(One, [1], [0], Plain, weights: [0]));
        var index = NeighbourIndex.Build(One, [1], [0], Plain with { HalfLife = 2 }, times: [1]);
        var found = new Neighbour[5];
        Assert.Contains("'velocity'", Assert.Throws<ArgumentException>(() => index.Find([double.NaN], found, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => index.Find([1], found));
        Assert.Throws<ArgumentException>(() => index.Find([1], found.AsSpan(0, 4), 1));
        Assert.Throws<ArgumentException>(() => index.Find([1, 2], found, 1));
    }

    [Fact]
    public void Options_Bounds_AreHeld()
    {
        new NeighbourOptions { Neighbours = 1 }.Validate();
        new NeighbourOptions { Neighbours = 1024, HalfLife = double.Epsilon }.Validate();
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourOptions { Neighbours = 0 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourOptions { Neighbours = 1025 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourOptions { HalfLife = 0 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourOptions { HalfLife = double.NaN }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourOptions { Scaling = (FeatureScaling)9 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourOptions { Vote = (NeighbourVote)9 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourOptions { Search = (SearchMethod)9 }.Validate());
    }
}
