using Ratchet.Learning.Forests;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Forests;

public sealed class RandomForestTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(21);

    [Theory]
    [InlineData(ForestTask.Classification)]
    [InlineData(ForestTask.Regression)]
    public void Predict_RawRow_AgreesWithTheBinnedPredictionBitForBit(ForestTask task)
    {
        var data = ForestData.Make(800, 7, 1, 0.1);
        var x = data.Bin(48);
        var forest = new ForestLearner(new() { Trees = 13, Task = task }, Key).Learn(
            x, data.View(task == ForestTask.Regression ? data.Numbers : data.Labels, [.. Enumerable.Range(0, 500)]), 1, CancellationToken.None);
        var batch = new double[800];
        forest.Predict(x, data.AllRows, batch);
        Assert.Equal(batch, data.AllRows.Select(r => forest.Predict(data.Row(r))));
        var threaded = new double[800];
        forest.Predict(x, data.AllRows, threaded, 3, CancellationToken.None);
        Assert.Equal(batch, threaded);
    }

    [Fact]
    public void Predict_AnyNumberOfRows_GivesEachRowTheSame()
    {
        var data = ForestData.Make(600, 5, 2);
        var x = data.Bin(32);
        var forest = new ForestLearner(new() { Trees = 6 }, Key).Learn(x, data.View(data.Labels), 1, CancellationToken.None);
        var all = new double[600];
        forest.Predict(x, data.AllRows, all);
        for (var count = 0; count < 40; count++)
        {
            var output = new double[count];
            forest.Predict(x, data.AllRows.AsSpan(100, count), output);
            Assert.Equal(all.AsSpan(100, count).ToArray(), output);
        }
    }

    [Fact]
    public void Predict_LeafByLeaf_IsTheMeanOverTrees()
    {
        var data = ForestData.Make(300, 5, 2, 0.1);
        var x = data.Bin(32);
        var forest = new ForestLearner(new() { Trees = 9, Task = ForestTask.Regression }, Key).Learn(x, data.View(data.Numbers), 1, CancellationToken.None);
        foreach (var row in new[] { 0, 17, 299 })
        {
            var sum = 0.0;
            for (var t = 0; t < forest.TreeCount; t++)
            {
                var at = forest.Trees.Starts[t];
                while (!forest.Trees.Nodes[at].IsLeaf)
                {
                    var node = forest.Trees.Nodes[at];
                    var value = data.Columns[node.Feature][row];
                    var thresholds = forest.Bins.Thresholds(node.Feature);
                    var left = double.IsNaN(value) ? node.MissingGoesLeft : node.Bin == thresholds.Length || (float)value < thresholds[node.Bin];
                    at = left ? node.Left : node.Left + 1;
                }

                sum += forest.Trees.Values[at];
            }

            Assert.Equal(sum / 9, forest.Predict(data.Row(row)));
        }
    }

    [Fact]
    public void Predict_OneRow_AllocatesNothing()
    {
        var data = ForestData.Make(300, 5, 2);
        var forest = new ForestLearner(new() { Trees = 9 }, Key).Learn(data.Bin(32), data.View(data.Labels), 1, CancellationToken.None);
        var row = data.Row(4);
        forest.Predict(row);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            forest.Predict(row);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void PredictClasses_ThreeClasses_SumToOneAndFollowTheSignal()
    {
        var data = ForestData.Make(1500, 5, 3);
        var x = data.Bin(64);
        var forest = new ForestLearner(new() { Trees = 15 }, Key).Learn(x, data.View(data.ThreeClasses, [.. Enumerable.Range(0, 1000)]), 1, CancellationToken.None);
        int[] test = [.. Enumerable.Range(1000, 500)];
        var output = new double[1500];
        forest.PredictClasses(x, test, output);
        var hits = 0;
        for (var i = 0; i < 500; i++)
        {
            var classes = output.AsSpan(i * 3, 3).ToArray();
            Assert.Equal(1, classes.Sum(), 1e-12);
            hits += Array.IndexOf(classes, classes.Max()) == data.ThreeClasses[test[i]] ? 1 : 0;
        }

        Assert.True(hits > 300, $"{hits} of 500");
        Assert.Throws<InvalidOperationException>(() => forest.Predict(data.Row(0)));
        Assert.Throws<InvalidOperationException>(() => forest.AddPredictions(x, [0], new double[1]));
    }

    [Fact]
    public void PredictClasses_TwoClasses_AreTheProbabilityAndItsComplement()
    {
        var data = ForestData.Make(333, 5, 3);
        var x = data.Bin(64);
        var forest = new ForestLearner(new() { Trees = 5 }, Key).Learn(x, data.View(data.Labels), 1, CancellationToken.None);
        var one = new double[333];
        var two = new double[666];
        forest.Predict(x, data.AllRows, one);
        forest.PredictClasses(x, data.AllRows, two);
        Assert.Equal(one.SelectMany(p => new[] { 1 - p, p }), two);
    }

    [Fact]
    public void Predict_MatrixOfOtherBins_IsRefused()
    {
        var data = ForestData.Make(100, 5, 3);
        var forest = new ForestLearner(new() { Trees = 2 }, Key).Learn(data.Bin(16), data.View(data.Labels), 1, CancellationToken.None);
        Assert.Throws<ArgumentException>(() => forest.Predict(data.Bin(8), [1], new double[1]));
        forest.Predict(data.Bin(16), [1], new double[1]);
        Assert.Throws<ArgumentException>(() => forest.Predict(data.Bin(16), [100], new double[1]));
        Assert.Throws<ArgumentException>(() => forest.Predict(data.Bin(16), [1], new double[2]));
        Assert.Throws<ArgumentException>(() => forest.Predict([1, 2]));
        Assert.Throws<ArgumentException>(() => forest.PredictClasses(data.Bin(16), [1], new double[1]));
    }

    [Fact]
    public void ImpurityImportance_PlantedSignal_IsHighestThereAndSumsToOne()
    {
        var data = ForestData.Make(2000, 10, 4);
        var importance = new ForestLearner(new() { Trees = 20 }, Key).Learn(data.Bin(64), data.View(data.Numbers.Select(v => v > 0 ? 1.0 : 0).ToArray()), 1, CancellationToken.None).ImpurityImportance();
        Assert.Equal(1, importance.Sum(), 1e-12);
        Assert.True(importance.Take(3).Min() > importance.Skip(3).Max());
    }
}
