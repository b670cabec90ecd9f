using System.Diagnostics;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Linear;
using Ratchet.Learning.Markov;
using Ratchet.Learning.Neighbours;
using Ratchet.Learning.Tests.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Forests;

/// <summary>
/// Cancellation at several times into large fits. Each time has its own bound, which the best of a few attempts must keep: a busy machine may delay any one
/// of them, but a step that cannot be interrupted delays all of those that fall into it. Runs while no other test does.
/// </summary>
[Collection(nameof(Alone))]
public sealed class CancellationTests
{
    private const int Rows = 1_000_000;
    private const int Attempts = 6;
    private const double Bound = 100;
    private const int LeastDelay = 60;
    private static readonly int[] Delays = [8, 25, 60, 120, 220, 400];

    private static readonly Lazy<LearningData> Table = new(() =>
    {
        var names = Enumerable.Range(0, 4).Select(f => $"f{f}").ToArray();
        var columns = names.Select((_, f) => (ReadOnlyMemory<double>)Values((ulong)f, Rows)).ToArray();
        return new(names, columns, BinnedMatrix.Build(names, columns, new(0, Rows), new(), 2, CancellationToken.None));
    });

    [Fact]
    public void Build_MillionRows_StopsWithinATenthOfASecond()
    {
        var names = Enumerable.Range(0, 4).Select(f => $"f{f}").ToArray();
        var columns = names.Select((_, f) => (ReadOnlyMemory<double>)Values((ulong)f, Rows)).ToArray();
        AssertQuick([5, 15, 40, 60], token => BinnedMatrix.Build(names, columns, new(0, Rows), new(), 1, token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Forest_MillionRows_StopsWithinATenthOfASecond(int threads)
    {
        var view = new TrainingView(Enumerable.Range(0, Rows).ToArray(), Values(9, Rows), default);
        var learner = new ForestLearner(new() { Task = ForestTask.Regression, Trees = 1000, MaxDepth = 0, MaxFeatures = MaxFeatures.All }, StreamKey.FromSeed(1));
        AssertQuick(Delays, token => learner.Learn(Table.Value, view, null, null, threads, token));
    }

    [Fact]
    public void Forest_AfterItsFirstTree_StopsWithinATenthOfASecond()
    {
        var view = new TrainingView(Enumerable.Range(0, Rows).ToArray(), Values(9, Rows), default);
        var stumps = new ForestLearner(new() { Task = ForestTask.Regression, Trees = 1000, MaxDepth = 1 }, StreamKey.FromSeed(1));
        var best = double.PositiveInfinity;
        for (var i = 0; i < Attempts && best >= Bound; i++)
        {
            using var source = new CancellationTokenSource();
            var first = new FirstReport(source);
            Assert.ThrowsAny<OperationCanceledException>(() => stumps.Learn(Table.Value, view, null, first, 1, source.Token));
            best = Math.Min(best, Stopwatch.GetElapsedTime(first.At).TotalMilliseconds);
        }

        Assert.True(best < Bound, $"it took {best:F0} ms at best");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Boosting_MillionRows_StopsWithinATenthOfASecond(int threads)
    {
        const int Features = 20;
        string[] names = [.. Enumerable.Range(0, Features).Select(f => $"f{f}")];
        var columns = names.Select((_, f) => (ReadOnlyMemory<double>)Values((ulong)f, Rows)).ToArray();
        var x = BinnedMatrix.Build(names, columns, new(0, Rows), new(), 2, CancellationToken.None);
        var view = new TrainingView(Enumerable.Range(0, Rows).ToArray(), Values(99, Rows), default);
        var learner = new BoostedTreesLearner(new() { Objective = BoostingObjective.SquaredError, Rounds = 1000, MaxDepth = 6 }, StreamKey.FromSeed(1));
        AssertQuick(Delays, token => learner.Learn(x, view, null, null, threads, token));
    }

    // Three states are a lane each; six take the recursions of any number of states.
    [Theory]
    [InlineData(3, 4, Rows)]
    [InlineData(6, 8, Rows)]
    public void HiddenMarkov_ManyRows_StopsWithinATenthOfASecond(int states, int dimensions, int rows)
    {
        var x = Values(3, rows * dimensions);
        var options = new HmmOptions { States = states, Covariance = HmmCovariance.Full, Restarts = 3, Iterations = 100, Tolerance = 0 };
        AssertQuick(Delays, token => HmmLearner.Fit(x, dimensions, options, StreamKey.FromSeed(1), token));

        // From a model: the steps without the search for starts.
        var start = HmmLearner.Learn(x.AsSpan(0, 1000 * dimensions), dimensions, options with { Iterations = 3 }, StreamKey.FromSeed(1), CancellationToken.None);
        AssertQuick([60, 120, 180, 240, 300, 360, 420], token => HmmLearner.Learn(x, start, 1000, options, token));
    }

    [Fact]
    public void Jump_TwoMillionRows_StopsWithinATenthOfASecond()
    {
        var x = Values(4, 2 * Rows * 4);
        var options = new JumpOptions { States = 6, Penalty = 0.01, Restarts = 10 };
        AssertQuick(Delays, token => JumpLearner.Fit(x, 4, options, StreamKey.FromSeed(1), token));
    }

    [Fact]
    public void Neighbours_ManyQueries_StopWithinATenthOfASecond()
    {
        const int Events = 200_000;
        string[] names = [.. Enumerable.Range(0, 8).Select(f => $"f{f}")];
        var index = NeighbourIndex.Build(names, Values(5, Events * 8), Values(6, Events), new() { Search = SearchMethod.Brute });
        var queries = Values(7, 100_000 * 8);
        var found = new Neighbour[100_000 * index.Neighbours];
        AssertQuick(Delays, token => index.FindAll(queries, found, new int[100_000], default, default, 2, token));
    }

    [Fact]
    public void Logistic_LargeTable_StopsWithinATenthOfASecond()
    {
        const int Features = 16;
        const int Size = Rows;
        string[] names = [.. Enumerable.Range(0, Features).Select(f => $"f{f}")];
        var columns = names.Select((_, f) => (ReadOnlyMemory<double>)Values((ulong)f, Size)).ToArray();
        var noise = Values(99, Size);
        double[] targets = [.. noise.Select((n, i) => n < 0.2 + (0.6 * columns[0].Span[i]) ? 1.0 : 0.0)];
        var data = new LearningData(names, columns, BinnedMatrix.Build(names, columns, new(0, 1000), new(), 2, CancellationToken.None));
        var view = new TrainingView(Enumerable.Range(0, Size).ToArray(), targets, default);
        var learner = new LogisticLearner(new());
        AssertQuick(Delays, token => learner.Learn(data, view, null, null, 1, token));
    }

    private static void AssertQuick(int[] delays, Action<CancellationToken> work)
    {
        foreach (var delay in delays)
        {
            var best = double.PositiveInfinity;
            for (var i = 0; i < Attempts && best >= Bound; i++)
            {
                best = Math.Min(best, TimedCancellation.Latency(TimeSpan.FromMilliseconds(delay), work, out var done));
                if (done < TimeSpan.MaxValue)
                {
                    // A fast machine need not wait for the later ones.
                    Assert.True(delay > LeastDelay, $"the work was done in {done.TotalMilliseconds:F0} ms, before it was cancelled after {delay}");
                    return;
                }
            }

            Assert.True(best < Bound, $"cancelled after {delay} ms it took {best:F0} ms at best");
        }
    }

    private static double[] Values(ulong seed, int count)
    {
        var stream = StreamKey.FromSeed(seed).Open();
        var values = new double[count];
        foreach (ref var value in values.AsSpan())
        {
            value = stream.NextDouble();
        }

        return values;
    }

    private sealed class FirstReport(CancellationTokenSource source) : IProgress<LearningProgress>
    {
        public long At { get; private set; }

        public void Report(LearningProgress value)
        {
            if (At == 0)
            {
                At = Stopwatch.GetTimestamp();
                source.Cancel();
            }
        }
    }
}
