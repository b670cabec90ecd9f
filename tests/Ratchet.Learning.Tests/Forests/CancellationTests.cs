using System.Diagnostics;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Forests;

/// <summary>
/// Cancellation on a million rows. The bound holds for the best of a few attempts: a busy machine may delay any one of them, but an uninterruptible step
/// would delay all. Runs while no other test does.
/// </summary>
[Collection(nameof(Alone))]
public sealed class CancellationTests
{
    private const int Rows = 1_000_000;
    private const int Attempts = 20;
    private static readonly TimeSpan Bound = TimeSpan.FromMilliseconds(100);

    [Fact]
    public void LearnAndBuild_MillionRows_StopWithinATenthOfASecond()
    {
        var names = Enumerable.Range(0, 4).Select(f => $"f{f}").ToArray();
        var columns = names.Select((_, f) => (ReadOnlyMemory<double>)Values((ulong)f)).ToArray();
        var targets = Values(9);

        // After the build has begun: at different times into it.
        AssertQuick(delay => Cancelled(delay, token => BinnedMatrix.Build(names, columns, new(0, Rows), new(), 1, token)));

        var x = BinnedMatrix.Build(names, columns, new(0, Rows), new(), 2, CancellationToken.None);
        var table = new LearningData(names, columns, x);
        var view = new TrainingView(Enumerable.Range(0, Rows).ToArray(), targets, default);
        var learner = new ForestLearner(new() { Task = ForestTask.Regression, Trees = 1000, MaxDepth = 0, MaxFeatures = MaxFeatures.All }, StreamKey.FromSeed(1));
        foreach (var threads in new[] { 1, 2 })
        {
            AssertQuick(delay => Cancelled(delay, token => learner.Learn(table, view, null, null, threads, token)));
        }

        // Once the fit has demonstrably begun: the first tree is done.
        var stumps = new ForestLearner(new() { Task = ForestTask.Regression, Trees = 1000, MaxDepth = 1 }, StreamKey.FromSeed(1));
        AssertQuick(_ =>
        {
            using var source = new CancellationTokenSource();
            var first = new FirstReport(source);
            Assert.ThrowsAny<OperationCanceledException>(() => stumps.Learn(table, view, null, first, 1, source.Token));
            return Stopwatch.GetElapsedTime(first.At);
        });
    }

    private static TimeSpan Cancelled(int delay, Action<CancellationToken> work)
    {
        using var source = new CancellationTokenSource();
        long at = 0;
        using var registration = source.Token.Register(() => at = Stopwatch.GetTimestamp());
        source.CancelAfter(delay);
        Assert.ThrowsAny<OperationCanceledException>(() => work(source.Token));
        return Stopwatch.GetElapsedTime(at);
    }

    private static void AssertQuick(Func<int, TimeSpan> attempt)
    {
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < Attempts && best >= Bound; i++)
        {
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, attempt(10 + (7 * i)).Ticks));
        }

        Assert.True(best < Bound, $"it took {best.TotalMilliseconds:F0} ms at best");
    }

    private static double[] Values(ulong seed)
    {
        var stream = StreamKey.FromSeed(seed).Open();
        var values = new double[Rows];
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
