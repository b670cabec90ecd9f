using Ratchet.Learning.Binning;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Exchange;
using Ratchet.Learning.Learners;

namespace Ratchet.Learning.Tests.Exchange;

public sealed class TreeEnsembleTests
{
    [Theory]
    [InlineData(0.5, -3, 0.5)]
    [InlineData(0.5, -2, -0.25)]
    [InlineData(0.5, double.NaN, 0.5)]
    [InlineData(1, -3, 0.75)]
    [InlineData(double.NaN, -3, 0.75)]
    [InlineData(0.99999999999, -3, 0.75)]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, -0.25)]
    public void PredictMargins_OneTree_TakesTheWayOfFloat32(double first, double second, double leaf)
    {
        var model = new TreeEnsemble(SmallEnsembles.Definition(SmallEnsembles.Tree()));
        var margin = new float[1];
        model.PredictMargins([first, second], margin);
        Assert.Equal(0.25f + (float)leaf, margin[0]);
    }

    [Fact]
    public void PredictMargins_ManyLeaves_AddsInFloat32InTreeOrder()
    {
        var leaves = new[] { 1e8f, 1, 1, 1, -1e8f, 1 };
        var model = new TreeEnsemble(SmallEnsembles.Definition([.. leaves.Select(v => new EnsembleTree(0, [EnsembleNode.Leaf(v, 1, v)]))]));
        var margin = new float[1];
        model.PredictMargins([0, 0], margin);
        Assert.Equal(1f, margin[0]);
        model.PredictMargins([0, 0], new(1, 4), margin);
        Assert.Equal(3.25f, margin[0]);
        model.PredictMargins([0, 0], new(2, 2), margin);
        Assert.Equal(0.25f, margin[0]);
    }

    [Fact]
    public void Predict_EachObjective_AppliesItsLink()
    {
        static EnsembleTree Leaf(int group, float value) => new(group, [EnsembleNode.Leaf(value, 1, 0)]);
        float[] Run(EnsembleObjective objective, float baseScore, params float[] leaves)
        {
            var model = new TreeEnsemble(new()
            {
                Objective = objective,
                FeatureCount = 1,
                Groups = leaves.Length,
                BaseScores = [baseScore],
                Trees = [.. leaves.Select((v, g) => Leaf(g, v))],
            });
            var output = new float[model.OutputCount];
            model.Predict([0], output);
            return output;
        }

        Assert.Equal([1.75f], Run(EnsembleObjective.SquaredError, 0.25f, 1.5f));
        Assert.Equal([1.75f], Run(EnsembleObjective.RawLogistic, 0.25f, 1.5f));
        Assert.Equal(1 / (1 + (3 * Math.Exp(-1.5))), Run(EnsembleObjective.BinaryLogistic, 0.25f, 1.5f)[0], 1e-6);
        Assert.Equal(1 / (1 + (3 * Math.Exp(-1.5))), Run(EnsembleObjective.RegressionLogistic, 0.25f, 1.5f)[0], 1e-6);
        Assert.InRange(Run(EnsembleObjective.BinaryLogistic, 0.5f, -1000)[0], 0, 1e-37);
        Assert.Equal(1f, Run(EnsembleObjective.BinaryLogistic, 0.5f, 1000)[0]);
        var total = Math.Exp(1) + Math.Exp(3) + Math.Exp(2);
        var soft = Run(EnsembleObjective.SoftProbability, 0.5f, 1, 3, 2);
        Assert.Equal(Math.Exp(1) / total, soft[0], 1e-6);
        Assert.Equal(Math.Exp(3) / total, soft[1], 1e-6);
        Assert.Equal([1f], Run(EnsembleObjective.SoftMax, 0.5f, 1, 3, 2));
        Assert.Equal([1f], Run(EnsembleObjective.SoftMax, 0.5f, 1, 3, 3));
    }

    [Theory]
    [InlineData(EnsembleObjective.SoftProbability, 3)]
    [InlineData(EnsembleObjective.SoftMax, 4)]
    [InlineData(EnsembleObjective.BinaryLogistic, 1)]
    public void Predict_Batch_EqualsTheSingleRowsAtAnyNumberOfThreads(EnsembleObjective objective, int groups)
    {
        const int Rows = 301;
        var model = SmallEnsembles.Random(1, 5, 12, groups, objective);
        var x = SmallEnsembles.Rows(2, Rows, 5);
        var rounds = new Ratchet.Numerics.Windows.IndexRange(2, 11);
        foreach (var threads in new[] { 1, 2, 4 })
        {
            var output = new float[Rows * model.OutputCount];
            var margins = new float[Rows * groups];
            model.Predict(x, rounds, output, threads, CancellationToken.None);
            model.PredictMargins(x, rounds, margins, threads, CancellationToken.None);
            var one = new float[model.OutputCount];
            var margin = new float[groups];
            for (var i = 0; i < Rows; i++)
            {
                var row = x.AsSpan(i * 5, 5);
                model.Predict(row, rounds, one);
                model.PredictMargins(row, rounds, margin);
                Assert.Equal(one, output.AsSpan(i * one.Length, one.Length).ToArray());
                Assert.Equal(margin, margins.AsSpan(i * groups, groups).ToArray());
            }
        }
    }

    [Fact]
    public void PredictLeaves_EachTree_NamesTheNodeWhoseValueIsAdded()
    {
        var model = SmallEnsembles.Random(3, 4, 9, 2, EnsembleObjective.SquaredError);
        var x = SmallEnsembles.Rows(4, 50, 4);
        var leaves = new int[model.Trees.Count];
        for (var i = 0; i < 50; i++)
        {
            model.PredictLeaves(x.AsSpan(i * 4, 4), leaves);
            var sums = new[] { 0.3f, 0.3f };
            for (var t = 0; t < leaves.Length; t++)
            {
                Assert.True(model.Trees[t].Nodes[leaves[t]].IsLeaf);
                sums[model.Trees[t].Group] += model.Trees[t].Nodes[leaves[t]].Value;
            }

            var margins = new float[2];
            model.PredictMargins(x.AsSpan(i * 4, 4), margins);
            Assert.Equal(sums, margins);
        }
    }

    [Fact]
    public void Predict_SingleRow_AllocatesNothing()
    {
        var model = SmallEnsembles.Random(5, 4, 20, 3, EnsembleObjective.SoftProbability);
        var row = SmallEnsembles.Rows(6, 1, 4);
        var output = new float[3];
        var leaves = new int[60];
        model.Predict(row, output);
        model.PredictLeaves(row, leaves);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            model.Predict(row, output);
            model.PredictLeaves(row, leaves);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Importance_HandMadeTrees_CountsSplits()
    {
        var model = new TreeEnsemble(SmallEnsembles.Definition(SmallEnsembles.Tree(), SmallEnsembles.Tree()) with { FeatureCount = 3 });
        Assert.Equal([2, 2, 0], model.Importance(ImportanceKind.Frequency));
        Assert.Equal([8, 4, 0], model.Importance(ImportanceKind.TotalGain));
        Assert.Equal([4, 2, 0], model.Importance(ImportanceKind.Gain));
        Assert.Equal([20, 12, 0], model.Importance(ImportanceKind.TotalCover));
        Assert.Equal([10, 6, 0], model.Importance(ImportanceKind.Cover));
    }

    [Theory]
    [InlineData("7", 8)]
    [InlineData("0", 1)]
    [InlineData("12", 12)]
    [InlineData("-1", 12)]
    [InlineData("often", 12)]
    public void BestRounds_Attribute_NamesTheLastRound(string text, int end)
    {
        var trees = Enumerable.Range(0, 12).Select(_ => SmallEnsembles.Tree()).ToArray();
        var model = new TreeEnsemble(SmallEnsembles.Definition(trees) with { Attributes = new Dictionary<string, string> { ["best_iteration"] = text } });
        Assert.Equal(new(0, end), model.BestRounds);
    }

    [Fact]
    public void Predict_Table_ReadsRawColumnsAndComparesNames()
    {
        var model = SmallEnsembles.Random(7, 3, 10, 2, EnsembleObjective.SoftProbability);
        var x = SmallEnsembles.Rows(8, 40, 3);
        ReadOnlyMemory<double>[] columns = [.. Enumerable.Range(0, 3).Select(f => (ReadOnlyMemory<double>)Enumerable.Range(0, 40).Select(i => x[(i * 3) + f]).ToArray())];
        string[] names = ["a", "b", "c"];
        var data = new LearningData(names, columns, BinnedMatrix.Build(names, columns, new(0, 40), new(), 1, CancellationToken.None));
        IPredictor predictor = model;
        var output = new double[2];
        predictor.Predict(data, [31, 4], output);
        Assert.Equal(1, predictor.OutputCount);
        var both = new float[2];
        model.Predict(x.AsSpan(31 * 3, 3), both);
        Assert.Equal(both[1], output[0]);
        model.Predict(x.AsSpan(4 * 3, 3), both);
        Assert.Equal(both[1], output[1]);
        Assert.Throws<ArgumentException>(() => predictor.Predict(data, [40], new double[1]));
        Assert.Throws<ArgumentException>(() => predictor.Predict(data, [1], new double[2]));
        IPredictor named = new TreeEnsemble(SmallEnsembles.Definition(SmallEnsembles.Tree()) with { FeatureCount = 3, FeatureNames = ["a", "c", "b"] });
        Assert.Contains("a, c, b", Assert.Throws<ArgumentException>(() => named.Predict(data, [1], new double[1])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_WrongShapes_AreRefusedByName()
    {
        var model = new TreeEnsemble(SmallEnsembles.Definition(SmallEnsembles.Tree()));
        var output = new float[1];
        Assert.Throws<ArgumentException>(() => model.Predict([1], output));
        Assert.Throws<ArgumentException>(() => model.Predict([1, 2], new float[2]));
        Assert.Throws<ArgumentException>(() => model.PredictMargins([1, 2], new(0, 2), output));
        Assert.Throws<ArgumentException>(() => model.PredictMargins([1, 2], new(-1, 1), output));
        Assert.Throws<ArgumentException>(() => model.PredictLeaves([1, 2], new int[2]));
        Assert.Throws<ArgumentException>(() => model.Predict(new double[3], model.AllRounds, output, 1, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => model.Contributions([1, 2], new double[2]));
        Assert.Throws<ArgumentOutOfRangeException>(() => model.Predict(new double[2], model.AllRounds, output, 0, CancellationToken.None));
    }
}
