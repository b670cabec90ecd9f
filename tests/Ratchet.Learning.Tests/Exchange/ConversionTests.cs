using Ratchet.Learning.Boosting;
using Ratchet.Learning.Exchange;
using Ratchet.Learning.Forests;
using Ratchet.Learning.Tests.Forests;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Exchange;

public sealed class ConversionTests
{
    private const int Rows = 700;
    private static readonly StreamKey Key = StreamKey.FromSeed(9);
    private readonly ForestData data = ForestData.Make(Rows, 6, 11, 0.15);

    [Theory]
    [InlineData("binary")]
    [InlineData("classes")]
    [InlineData("numbers")]
    public void From_Forest_PredictsTheSameToRounding(string kind)
    {
        var x = data.Bin(64);
        var task = kind == "numbers" ? ForestTask.Regression : ForestTask.Classification;
        var targets = kind switch { "binary" => data.Labels, "classes" => data.ThreeClasses, _ => data.Numbers };
        var forest = new ForestLearner(new() { Trees = 40, Task = task, MaxDepth = 14 }, Key).Learn(x, data.View(targets), 1, CancellationToken.None);
        var ensemble = TreeEnsemble.From(forest);
        Assert.Equal(EnsembleObjective.SquaredError, ensemble.Objective);
        Assert.Equal(1, ensemble.RoundCount);
        Assert.Equal(new EnsembleOrigin("0.1.0", "forest", kind == "numbers" ? "regression" : "classification", forest.ClassCount), ensemble.Origin);
        Assert.Equal(forest.Bins.Names, ensemble.FeatureNames);
        var expected = new double[Rows * ensemble.Groups];
        if (ensemble.Groups > 1)
        {
            forest.PredictClasses(x, data.AllRows, expected);
        }
        else
        {
            forest.Predict(x, data.AllRows, expected);
        }

        AssertNear(expected, ensemble);
    }

    [Theory]
    [InlineData(BoostingObjective.BinaryLogistic)]
    [InlineData(BoostingObjective.Softmax)]
    [InlineData(BoostingObjective.SquaredError)]
    public void From_BoostedTrees_PredictsTheSameToRounding(BoostingObjective objective)
    {
        var x = data.Bin(64);
        var targets = objective switch { BoostingObjective.BinaryLogistic => data.Labels, BoostingObjective.Softmax => data.ThreeClasses, _ => data.Numbers };
        var model = new BoostedTreesLearner(new() { Objective = objective, Rounds = 25 }, Key).Learn(x, data.View(targets), null, null, 1, CancellationToken.None);
        var ensemble = TreeEnsemble.From(model);
        Assert.Equal(25, ensemble.RoundCount);
        Assert.Equal("boosted", ensemble.Origin!.Model);
        var expected = new double[Rows * model.OutputCount];
        model.Predict(x, data.AllRows, expected);
        AssertNear(expected, ensemble);
        model.Predict(x, data.AllRows, 10, expected);
        var part = new float[ensemble.OutputCount];
        ensemble.Predict(data.Row(3), new(0, 10), part);
        Assert.Equal(expected[3 * part.Length], part[0], 1e-6);
        var kinds = Enum.GetValues<ImportanceKind>();
        foreach (var kind in kinds)
        {
            var own = model.Importance(kind);
            var exported = ensemble.Importance(kind);
            for (var f = 0; f < own.Length; f++)
            {
                Assert.Equal(own[f], exported[f], 1e-4 * Math.Max(1, own[f]));
            }
        }
    }

    [Fact]
    public void From_SplitOnMissingOnly_SendsEveryNumberLeft()
    {
        var columns = new[] { Enumerable.Range(0, 60).Select(i => i < 30 ? double.NaN : 1.5).ToArray() };
        var x = Ratchet.Learning.Binning.BinnedMatrix.Build(["only"], [columns[0]], new(0, 60), new(), 1, CancellationToken.None);
        double[] targets = [.. Enumerable.Range(0, 60).Select(i => i < 30 ? 1.0 : 0)];
        var forest = new ForestLearner(new() { Trees = 5, Bootstrap = false }, Key).Learn(
            x, new(Enumerable.Range(0, 60).ToArray(), targets, ReadOnlyMemory<double>.Empty), 1, CancellationToken.None);
        var ensemble = TreeEnsemble.From(forest);
        var output = new float[1];
        foreach (var value in new[] { double.NaN, 1.5, -1e30, 1e30 })
        {
            ensemble.Predict([value], output);
            Assert.Equal(forest.Predict([value]), output[0], 1e-6);
            Assert.Equal(double.IsNaN(value) ? 1 : 0, output[0], 1e-6);
        }

        // Beyond float32 an exported split of this kind takes a value for a missing one, as documented; the bins do not.
        foreach (var value in new[] { double.PositiveInfinity, 1e39, float.MaxValue })
        {
            ensemble.Predict([value], output);
            Assert.Equal((0.0, 1f), (forest.Predict([value]), output[0]));
        }
    }

    [Fact]
    public void From_ForestForPredictionOnly_IsRefused()
    {
        var forest = new ForestLearner(new() { Trees = 2 }, Key).Learn(data.Bin(64), data.View(data.Labels), 1, CancellationToken.None);
        var bare = (ForestParts.Of(forest) with { Weights = default, Gains = default }).ToForest();
        Assert.True(bare.IsPredictionOnly);
        var error = Assert.Throws<InvalidOperationException>(() => TreeEnsemble.From(bare));
        Assert.Contains("prediction only", error.Message, StringComparison.Ordinal);
    }

    private void AssertNear(double[] expected, TreeEnsemble ensemble)
    {
        var width = ensemble.OutputCount;
        var output = new float[width];
        for (var i = 0; i < Rows; i++)
        {
            ensemble.Predict(data.Row(i), output);
            for (var k = 0; k < width; k++)
            {
                var value = expected[(i * width) + k];
                Assert.InRange(output[k], value - (1e-6 * Math.Max(1, Math.Abs(value))), value + (1e-6 * Math.Max(1, Math.Abs(value))));
            }
        }
    }
}
