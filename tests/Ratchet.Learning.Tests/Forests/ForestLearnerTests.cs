using System.Diagnostics;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Binning;
using Ratchet.Learning.Forests;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Forests;

public sealed class ForestLearnerTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(11);

    public static TheoryData<string> Kinds => ["two", "three", "number", "weighted"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Learn_AnyThreads_GivesTheSameForest(string kind)
    {
        var (x, view, options) = Problem(kind);
        var one = new ForestLearner(options, Key).Learn(x, view, 1, CancellationToken.None);
        foreach (var threads in new[] { 2, 4 })
        {
            AssertSame(one, new ForestLearner(options, Key).Learn(x, view, threads, CancellationToken.None));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Extend_TenToThirty_IsTheForestOfThirty(string kind)
    {
        var (x, view, options) = Problem(kind);
        var learner = new ForestLearner(options with { Trees = 30 }, Key);
        var whole = learner.Learn(x, view, 2, CancellationToken.None);
        var ten = new ForestLearner(options with { Trees = 10 }, Key).Learn(x, view, 1, CancellationToken.None);
        AssertSame(whole, learner.Extend(ten, x, view, 30, 2, CancellationToken.None));
        Assert.Same(ten, learner.Extend(ten, x, view, 10, 2, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => learner.Extend(ten, x, view, 9, 1, CancellationToken.None));
    }

    [Fact]
    public void Grow_Ranges_AddUpToTheBitsOfTheWhole()
    {
        var (x, view, options) = Problem("number");
        var learner = new ForestLearner(options with { Trees = 30 }, Key);
        var rows = Enumerable.Range(0, x.RowCount).ToArray();
        var whole = new double[rows.Length];
        var parts = new double[rows.Length];
        learner.Learn(x, view, 1, CancellationToken.None).AddPredictions(x, rows, whole);
        learner.Grow(x, view, 0, 10, 1, CancellationToken.None).AddPredictions(x, rows, parts);
        learner.Grow(x, view, 10, 30, 2, CancellationToken.None).AddPredictions(x, rows, parts);
        Assert.Equal(whole, parts);
    }

    [Fact]
    public void Learn_OtherKey_GivesAnotherForest()
    {
        var (x, view, options) = Problem("two");
        var a = new ForestLearner(options, Key).Learn(x, view, 1, CancellationToken.None);
        var b = new ForestLearner(options, Key.Derive(1)).Learn(x, view, 1, CancellationToken.None);
        Assert.False(a.Trees.Nodes.AsSpan().SequenceEqual(b.Trees.Nodes));
    }

    [Fact]
    public void Learn_PlantedSignal_IsFoundOnNewRows()
    {
        var data = ForestData.Make(6000, 12, 5);
        var x = data.Bin(64);
        int[] train = [.. Enumerable.Range(0, 4000)];
        int[] test = [.. Enumerable.Range(4000, 2000)];
        var output = new double[test.Length];
        var options = new ForestOptions { Trees = 60, MinSamplesLeaf = 5 };
        new ForestLearner(options, Key).Learn(x, data.View(data.Labels, train), 2, CancellationToken.None).Predict(x, test, output);
        double pairs = 0;
        double right = 0;
        for (var i = 0; i < test.Length; i += 3)
        {
            for (var j = 0; j < test.Length; j += 3)
            {
                if (data.Labels[test[i]] > data.Labels[test[j]])
                {
                    pairs++;
                    right += output[i] > output[j] ? 1 : output[i] == output[j] ? 0.5 : 0;
                }
            }
        }

        Assert.True(right / pairs > 0.85, $"AUC {right / pairs}");

        new ForestLearner(options with { Task = ForestTask.Regression, MaxFeatures = MaxFeatures.All }, Key).Learn(x, data.View(data.Numbers, train), 2, CancellationToken.None).Predict(x, test, output);
        var mean = test.Average(r => data.Numbers[r]);
        var r2 = 1 - (test.Select((r, i) => Math.Pow(data.Numbers[r] - output[i], 2)).Sum() / test.Sum(r => Math.Pow(data.Numbers[r] - mean, 2)));
        Assert.True(r2 > 0.7, $"R2 {r2}");
    }

    [Fact]
    public void Learn_OneClass_PredictsIt()
    {
        var data = ForestData.Make(50, 4, 1);
        var x = data.Bin(16);
        var zeros = Learn(x, data.View(new double[50]));
        Assert.Equal(2, zeros.ClassCount);
        Assert.Equal(0, zeros.Predict(data.Row(3)));
        Assert.Equal(1, Learn(x, data.View([.. Enumerable.Repeat(1.0, 50)])).Predict(data.Row(3)));
        Assert.Equal(new double[4], zeros.ImpurityImportance());
    }

    [Fact]
    public void Learn_ConstantFeatures_GivesLeavesOnly()
    {
        var data = ForestData.Make(50, 3, 1);
        foreach (var column in data.Columns)
        {
            Array.Fill(column, 2.5);
        }

        var forest = Learn(data.Bin(16), data.View(data.Labels));
        Assert.Equal(forest.TreeCount, forest.NodeCount);
        Assert.InRange(forest.Predict([2.5, 2.5, 2.5]), 0, 1);
    }

    [Fact]
    public void Learn_OneRow_PredictsItsTarget()
    {
        var data = ForestData.Make(20, 3, 1);
        var forest = new ForestLearner(new() { Trees = 3, Task = ForestTask.Regression }, Key).Learn(data.Bin(16), data.View(data.Numbers, [7]), 1, CancellationToken.None);
        Assert.Equal(data.Numbers[7], forest.Predict(data.Row(0)), 1e-15);
    }

    [Fact]
    public void Learn_SampleOfZeroWeightRowsOnly_FallsBackToTheMean()
    {
        var data = ForestData.Make(200, 3, 1);
        var weights = new double[200];
        weights[5] = 1;
        var forest = new ForestLearner(new() { Trees = 20, Task = ForestTask.Regression }, Key).Learn(data.Bin(16), data.View(data.Numbers, null, weights), 1, CancellationToken.None);
        Assert.Equal(data.Numbers[5], forest.Predict(data.Row(0)), 1e-12);
    }

    [Fact]
    public void Learn_EqualWeights_GiveTheUnweightedForest()
    {
        var data = ForestData.Make(300, 6, 2);
        var x = data.Bin(32);
        AssertSame(Learn(x, data.View(data.Labels)), Learn(x, data.View(data.Labels, null, [.. Enumerable.Repeat(0.25, 300)])));
    }

    [Fact]
    public void Learn_WeightedStatisticsWithNearlyEqualWeights_AgreeWithTheFastPath()
    {
        var data = ForestData.Make(300, 6, 2);
        var x = data.Bin(32);
        var weights = Enumerable.Repeat(1.0, 301).ToArray();
        weights[0] = 1 + 1e-12;
        foreach (var (targets, task) in new[] { (data.Labels, ForestTask.Classification), (data.Numbers, ForestTask.Regression) })
        {
            var learner = new ForestLearner(new() { Trees = 5, Task = task, MinSamplesLeaf = 10 }, Key);
            var fast = learner.Learn(x, data.View(targets), 1, CancellationToken.None);
            var slow = learner.Learn(x, data.View(targets, null, weights[..300]), 1, CancellationToken.None);
            Assert.Equal(fast.Trees.Nodes.Select(n => (n.IsLeaf, n.Feature, n.Bin, n.Left)), slow.Trees.Nodes.Select(n => (n.IsLeaf, n.Feature, n.Bin, n.Left)));
        }
    }

    [Fact]
    public void Learn_BalancedClasses_WeighTheRareClassUp()
    {
        var data = ForestData.Make(1000, 4, 3);
        double[] rare = [.. data.Labels.Select((y, i) => y > 0 && i % 8 == 0 ? 1.0 : 0)];
        var x = data.Bin(32);
        var output = new double[1000];
        var options = new ForestOptions { Trees = 20, MaxDepth = 3, MinSamplesLeaf = 20 };
        new ForestLearner(options, Key).Learn(x, data.View(rare), 1, CancellationToken.None).Predict(x, data.AllRows, output);
        Assert.Equal(rare.Average(), output.Average(), 0.02);
        new ForestLearner(options with { ClassWeight = ClassWeighting.Balanced }, Key).Learn(x, data.View(rare), 1, CancellationToken.None).Predict(x, data.AllRows, output);
        Assert.InRange(output.Average(), 0.3, 0.7);
    }

    [Fact]
    public void OutOfBag_PlantedSignal_ScoresBetweenChanceAndTheTrainingScore()
    {
        var data = ForestData.Make(1500, 8, 4);
        var x = data.Bin(64);
        foreach (var (targets, task, low) in new[] { (data.Labels, ForestTask.Classification, 0.7), (data.ThreeClasses, ForestTask.Classification, 0.55), (data.Numbers, ForestTask.Regression, 0.5) })
        {
            var learner = new ForestLearner(new() { Trees = 40, Task = task }, Key);
            var view = data.View(targets);
            var forest = learner.Learn(x, view, 2, CancellationToken.None);
            var one = learner.OutOfBag(forest, x, view, 1, CancellationToken.None);
            var two = learner.OutOfBag(forest, x, view, 2, CancellationToken.None);
            Assert.Equal(one.Predictions, two.Predictions);
            Assert.Equal(1500, one.Covered);
            Assert.InRange(one.Score, low, 0.95);
        }
    }

    [Fact]
    public void OutOfBag_OneTree_LeavesRowsOfTheBagUnpredicted()
    {
        var data = ForestData.Make(1000, 4, 4);
        var x = data.Bin(64);
        var learner = new ForestLearner(new() { Trees = 1 }, Key);
        var result = learner.OutOfBag(learner.Learn(x, data.View(data.Labels), 1, CancellationToken.None), x, data.View(data.Labels), 1, CancellationToken.None);
        Assert.InRange(result.Covered, 320, 420);
        Assert.Equal(1000 - result.Covered, result.Predictions.Count(double.IsNaN));
        var whole = new ForestLearner(new() { Bootstrap = false, Trees = 1 }, Key);
        Assert.Throws<InvalidOperationException>(() => whole.OutOfBag(whole.Learn(x, data.View(data.Labels), 1, CancellationToken.None), x, data.View(data.Labels), 1, CancellationToken.None));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Learn_CancelledOnTheWay_StopsWithinATree(int threads)
    {
        var data = ForestData.Make(60_000, 10, 6);
        var x = data.Bin(255);
        var view = data.View(data.Numbers);
        using var source = new CancellationTokenSource();
        var learner = new ForestLearner(new() { Task = ForestTask.Regression, Trees = 100_000, MaxDepth = 0, MaxFeatures = MaxFeatures.All }, Key);
        source.CancelAfter(50);
        var start = Stopwatch.GetTimestamp();
        Assert.ThrowsAny<OperationCanceledException>(() => learner.Learn(x, view, threads, source.Token));
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(2), "cancellation took longer than any tree should");
    }

    [Fact]
    public void Learn_ShapesOrLabelsThatDoNotFit_NameWhatIsWrong()
    {
        var data = ForestData.Make(30, 3, 1);
        var x = data.Bin(16);
        double[] spoiled = [.. data.Labels];
        spoiled[9] = double.NaN;
        Assert.Contains("row 9", Assert.Throws<ArgumentException>(() => data.View(spoiled)).Message, StringComparison.Ordinal);
        Assert.NotNull(data.View(spoiled, [1, 2, 3]));
        spoiled[9] = 0.5;
        Assert.Contains("row 9", Assert.Throws<ArgumentException>(() => Learn(x, data.View(spoiled))).Message, StringComparison.Ordinal);
        spoiled[9] = -1;
        Assert.Contains("row 9", Assert.Throws<ArgumentException>(() => Learn(x, data.View(spoiled))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Learn(x, new(new[] { 0 }, new double[29], default)));
        Assert.Throws<ArgumentException>(() => data.View(data.Labels, []));
        Assert.Contains("30", Assert.Throws<ArgumentException>(() => data.View(data.Labels, [3, 30])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => data.View(data.Labels, null, new double[30]));
        Assert.Throws<ArgumentException>(() => data.View(data.Labels, null, new double[29]));
        Assert.Contains("row 0", Assert.Throws<ArgumentException>(() => data.View(data.Labels, null, [-1, .. new double[29]])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ForestLearner(new(), Key).Learn(x, data.View(data.Labels), 0, CancellationToken.None));
    }

    [Fact]
    public void Extend_ForestOfOtherClasses_IsRefused()
    {
        var data = ForestData.Make(100, 3, 1);
        var x = data.Bin(16);
        var learner = new ForestLearner(new() { Trees = 2 }, Key);
        var forest = learner.Learn(x, data.View(data.Labels), 1, CancellationToken.None);
        Assert.Throws<ArgumentException>(() => learner.Extend(forest, x, data.View(data.ThreeClasses), 4, 1, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => learner.Extend(forest, data.Bin(4), data.View(data.Labels), 4, 1, CancellationToken.None));
    }

    internal static (BinnedMatrix X, TrainingView View, ForestOptions Options) Problem(string kind)
    {
        var data = ForestData.Make(700, 9, 8, 0.05);
        var targets = kind == "three" ? data.ThreeClasses : kind == "number" ? data.Numbers : data.Labels;
        int[] rows = [.. Enumerable.Range(0, 700).Where(r => r % 6 != 0)];
        var options = new ForestOptions { Trees = 12, MinSamplesLeaf = 3, Task = kind == "number" ? ForestTask.Regression : ForestTask.Classification, MaxSamples = 0.8 };
        return (data.Bin(64), data.View(targets, rows, kind == "weighted" ? data.Weights : null), options);
    }

    private static RandomForest Learn(BinnedMatrix x, TrainingView view) =>
        new ForestLearner(new() { Trees = 5 }, Key).Learn(x, view, 1, CancellationToken.None);

    private static void AssertSame(RandomForest expected, RandomForest actual)
    {
        Assert.Equal(expected.TreeCount, actual.TreeCount);
        Assert.Equal(expected.Trees.Nodes, actual.Trees.Nodes);
        Assert.Equal(expected.Trees.Values, actual.Trees.Values);
        Assert.Equal(expected.Trees.Gains, actual.Trees.Gains);
        Assert.Equal(expected.Trees.Starts, actual.Trees.Starts);
        Assert.Equal(expected.Trees.Depths, actual.Trees.Depths);
    }
}
