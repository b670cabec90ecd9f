using Ratchet.Learning.Binning;
using Ratchet.Learning.Boosting;
using Ratchet.Learning.Exchange;
using Ratchet.Learning.Learners;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Boosting;

/// <summary>Numbers at and beyond the limits of a tree.</summary>
public sealed class BoostingLimitsTests
{
    private const int PerGroup = 10;

    // Ten weights of 0.1 sum to a little less than 1, and their integers to a little more or less.
    [Theory]
    [InlineData(0.1, 17, false)]
    [InlineData(0.1, 40, true)]
    [InlineData(0.2, 400, false)]
    [InlineData(0.3, 11, true)]
    [InlineData(0.7, 12, false)]
    [InlineData(0.7, 500, false)]
    [InlineData(0.7, 23, true)]
    public void Learn_ChildrenOfExactlyMinChildWeight_AreMadeAndKeepTheirWeights(double weight, int groups, bool wide)
    {
        var values = Groups(groups, PerGroup);
        double[] targets = [.. values.Select(v => (v % 2 == 0 ? 1 : -1) * (1 + (0.01 * v)))];
        var options = new BoostingOptions
        {
            Objective = BoostingObjective.SquaredError,
            Rounds = 1,
            LearningRate = 1,
            Lambda = 0,
            MinChildWeight = PerGroup * weight,
            MaxDepth = 0,
            MaxLeaves = 1000,
            BaseScore = 0,
        };
        double[] weights = [.. values.Select(_ => weight)];
        var x = Bin(values);
        if (groups > 200)
        {
            // Bins hold several groups then; no leaf may be empty of weight all the same.
            Assert.DoesNotContain(0.0, Leaves(Learn(options, x, targets, weights, wide)));
            return;
        }

        var model = Learn(options, x, targets, weights, wide);
        Assert.Equal(groups, Leaves(model).Count());
        for (var i = 0; i < values.Length; i++)
        {
            Assert.Equal(targets[i], model.Predict([values[i]]), 1e-5);
        }
    }

    // Nine rows of hessian 2 x 1/3 x 2/3 are 4.
    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    [InlineData(30)]
    [InlineData(100)]
    public void Learn_SoftmaxChildrenOfExactlyMinChildWeight_KeepTheirWeights(int groups)
    {
        var values = Groups(groups, 9);
        double[] targets = [.. values.Select(v => v % 3)];
        var options = new BoostingOptions
        {
            Objective = BoostingObjective.Softmax,
            Rounds = 1,
            LearningRate = 1,
            MinChildWeight = 4,
            MaxDepth = 0,
            MaxLeaves = 1000,
        };
        var model = Learn(options, Bin(values), targets, default, false);
        var leaves = Leaves(model).ToArray();
        Assert.DoesNotContain(0.0, leaves);
        Assert.True(leaves.Length > 2 * groups, $"{leaves.Length} leaves");
        Assert.Equal(1, Enumerable.Range(0, values.Length).Average(i => Largest(model, values[i]) == (int)targets[i] ? 1 : 0));
    }

    [Fact]
    public void Learn_MinChildWeightATrifleAboveAllChildren_IsNotSplit()
    {
        var values = Groups(2, PerGroup);
        var options = new BoostingOptions { Objective = BoostingObjective.SquaredError, Rounds = 1, MinChildWeight = 1.0001, BaseScore = 0 };
        Assert.Single(Learn(options, Bin(values), values, [.. values.Select(_ => 0.1)], false).Trees.Nodes);
    }

    [Fact]
    public void Learn_AllRowsBelowMinChildWeight_PredictsTheBaseScoreAsXgboost()
    {
        var values = Groups(2, PerGroup);
        var options = new BoostingOptions { Objective = BoostingObjective.SquaredError, Rounds = 1, MinChildWeight = 21, BaseScore = 0.25 };
        Assert.Equal(0.25, Learn(options, Bin(values), values, default, false).Predict([1]));
        Assert.NotEqual(0.25, Learn(options with { MinChildWeight = 20 }, Bin(values), values, default, false).Predict([1]));
    }

    [Theory]
    [InlineData(1e39)]
    [InlineData(-1e39)]
    [InlineData(1e300)]
    public void Learn_TargetBeyondFloat_NamesTheRow(double target)
    {
        double[] targets = [.. Enumerable.Range(0, 20).Select(i => i == 13 ? target : i)];
        var options = new BoostingOptions { Objective = BoostingObjective.SquaredError, Rounds = 2 };
        var x = Bin(Groups(2, PerGroup));
        var error = Assert.Throws<ArgumentException>(() => Learn(options, x, targets, default, false));
        Assert.Contains("row 13", error.Message, StringComparison.Ordinal);
        var view = new TrainingView(Enumerable.Range(0, 13).ToArray(), targets, default);
        error = Assert.Throws<ArgumentException>(() => new BoostedTreesLearner(options, StreamKey.FromSeed(1)).Learn(
            x, view, new(Enumerable.Range(0, 20).ToArray(), targets, default), null, 1, CancellationToken.None));
        Assert.Contains("row 13 of the validation view", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e300, 1)]
    [InlineData(1e307, 1)]
    [InlineData(1e20, 1e30)]
    public void Learn_WeightBeyondFloat_NamesTheRow(double weight, double positive)
    {
        double[] targets = [.. Enumerable.Range(0, 20).Select(i => i % 3 == 0 ? 1.0 : 0)];
        double[] weights = [.. targets.Select((_, i) => i == 12 ? weight : 1)];
        var error = Assert.Throws<ArgumentException>(
            () => Learn(new() { Rounds = 2, ScalePositiveWeight = positive }, Bin(Groups(2, PerGroup)), targets, weights, false));
        Assert.Contains("row 12", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e38)]
    [InlineData(1e-300)]
    [InlineData(1e-310)]
    public void Learn_TargetsAtTheEnds_GiveFinitePredictions(double size)
    {
        var values = Groups(10, PerGroup);
        double[] targets = [.. values.Select((v, i) => (i % 2 == 0 ? 1 : -1) * size * (v + 1) / 10)];
        var model = Learn(new() { Objective = BoostingObjective.SquaredError, Rounds = 5 }, Bin(values), targets, default, false);
        Assert.All(values, v => Assert.True(double.IsFinite(model.Predict([v]))));
    }

    [Theory]
    [InlineData(1e38)]
    [InlineData(1e-305)]
    [InlineData(1e-310)]
    public void Learn_WeightsAtTheEnds_GiveFinitePredictions(double weight)
    {
        var values = Groups(10, PerGroup);
        double[] targets = [.. values.Select(v => v > 4 ? 1.0 : 0)];
        var model = Learn(new() { Rounds = 5, MinChildWeight = 0, Lambda = 0 }, Bin(values), targets, [.. values.Select(_ => weight)], false);
        Assert.All(values, v => Assert.InRange(model.Predict([v]), 0, 1));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0)]
    public void Learn_MissingIsTheSignal_IsFoundUnderAnyConstraint(int order)
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => i % 2 == 0 ? double.NaN : 5 + (i % 3))];
        foreach (var (missing, known) in new[] { (0.0, 10.0), (10.0, 0.0) })
        {
            double[] targets = [.. values.Select(v => double.IsNaN(v) ? missing : known)];
            var options = new BoostingOptions { Objective = BoostingObjective.SquaredError, Rounds = 60, MonotoneConstraints = [order] };
            var model = Learn(options, Bin(values), targets, default, false);
            Assert.Equal(missing, model.Predict([double.NaN]), 0.01);
            Assert.Equal(known, model.Predict([6]), 0.01);
            var output = new float[1];
            TreeEnsemble.From(model).Predict([double.NaN], output);
            Assert.Equal(missing, output[0], 0.01);
        }
    }

    [Fact]
    public void Learn_ConstraintsAndInformativeMissing_HoldOnAGrid()
    {
        for (ulong seed = 1; seed < 9; seed++)
        {
            var data = BoostingData.Make(800, 3, seed, 0.25, 20, 2);
            var options = new BoostingOptions
            {
                Objective = BoostingObjective.SquaredError,
                Rounds = 20,
                MonotoneConstraints = [1, -1, 1],
                Subsample = 0.7,
                MinChildWeight = 0,
                Lambda = 0.1,
            };
            var model = data.Learn(options);
            double[] others = [double.NaN, 0, 3, 7, 19];
            for (var a = 0; a < 19; a++)
            {
                foreach (var b in others)
                {
                    foreach (var c in others)
                    {
                        Assert.True(model.Predict([a, b, c]) <= model.Predict([a + 1, b, c]));
                        Assert.True(model.Predict([b, a, c]) >= model.Predict([b, a + 1, c]));
                        Assert.True(model.Predict([b, c, a]) <= model.Predict([b, c, a + 1]));
                    }
                }
            }
        }
    }

    private static double[] Groups(int groups, int each) => [.. Enumerable.Range(0, groups * each).Select(i => (double)(i / each))];

    private static BinnedMatrix Bin(double[] values) => BinnedMatrix.Build(["a"], [values], new(0, values.Length), new(), 1, CancellationToken.None);

    private static BoostedTrees Learn(BoostingOptions options, BinnedMatrix x, double[] targets, double[]? weights, bool wide) =>
        new BoostedTreesLearner(options, StreamKey.FromSeed(1)).Learn(
            x, new TrainingView(Enumerable.Range(0, targets.Length).ToArray(), targets, weights), null, null, 1, wide, CancellationToken.None);

    private static IEnumerable<double> Leaves(BoostedTrees model) =>
        Enumerable.Range(0, model.Trees.Nodes.Length).Where(n => model.Trees.Nodes[n].IsLeaf).Select(n => model.Trees.Values[n]);

    private static int Largest(BoostedTrees model, double value)
    {
        var output = new double[3];
        model.Predict([value], output);
        return Array.IndexOf(output, output.Max());
    }
}
