using Ratchet.Learning.Markov;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Markov;

public class HmmLearnerTests
{
    private static readonly StreamKey Key = StreamKey.FromSeed(7);

    [Theory]
    [InlineData(HmmCovariance.Diagonal)]
    [InlineData(HmmCovariance.Full)]
    public void Learn_DrawnRegimes_RecoversTheModel(HmmCovariance shape)
    {
        var truth = RegimeSample.Truth(shape);
        var (x, states) = RegimeSample.Draw(truth, 5000, 11);

        var model = HmmLearner.Learn(x, 2, new HmmOptions { Covariance = shape }, Key, CancellationToken.None);

        Assert.True(model.LogLikelihood(x) >= truth.LogLikelihood(x));
        var order = new int[3];
        for (var k = 0; k < 3; k++)
        {
            for (var j = 1; j < 3; j++)
            {
                order[k] = Distance(model, j, truth, k) < Distance(model, order[k], truth, k) ? j : order[k];
            }
        }

        model = model.Reorder(order);
        for (var i = 0; i < 6; i++)
        {
            Assert.Equal(truth.Means[i], model.Means[i], 0.1);
        }

        for (var k = 0; k < 3; k++)
        {
            Assert.Equal(truth.Transitions[4 * k], model.Transitions[4 * k], 0.02);
        }

        var path = model.Viterbi(x);
        Assert.True(path.Values.ToArray().Zip(states).Count(p => p.First == p.Second) > 4800);
    }

    [Fact]
    public void Learn_Twice_IsBitIdentical()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Full), 800, 2);
        var options = new HmmOptions { Covariance = HmmCovariance.Full };
        var one = HmmLearner.Learn(x, 2, options, Key, CancellationToken.None);
        var two = HmmLearner.Learn(x, 2, options, Key, CancellationToken.None);

        Assert.Equal(one.Covariances.ToArray(), two.Covariances.ToArray());
        Assert.Equal(one.Transitions.ToArray(), two.Transitions.ToArray());
    }

    [Fact]
    public void Learn_EachStep_RaisesTheLikelihood()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Full), 600, 6);
        var start = new HmmModel(
            HmmCovariance.Full, 2, [0.5, 0.5], [0.6, 0.4, 0.4, 0.6], [0, 0, 0.5, 0.5], [1, 0, 0, 1, 2, 0, 0, 2]);
        var history = new double[30];
        HmmLearner.Learn(x, [600], start, 30, new HmmOptions(), history, CancellationToken.None);

        for (var i = 1; i < history.Length; i++)
        {
            Assert.True(history[i] >= history[i - 1] - 1e-9, $"step {i}: {history[i - 1]:R} then {history[i]:R}");
        }
    }

    [Fact]
    public void Learn_MoreRestarts_NeverLowersTheLikelihood()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Diagonal), 400, 8);
        var one = HmmLearner.Learn(x, 2, new HmmOptions { States = 4, Restarts = 1 }, Key, CancellationToken.None);
        var many = HmmLearner.Learn(x, 2, new HmmOptions { States = 4, Restarts = 5 }, Key, CancellationToken.None);

        Assert.True(many.LogLikelihood(x) >= one.LogLikelihood(x));
    }

    [Theory]
    [InlineData(HmmCovariance.Diagonal)]
    [InlineData(HmmCovariance.Full)]
    [InlineData(HmmCovariance.Spherical)]
    [InlineData(HmmCovariance.Tied)]
    public void Learn_ConstantAndRepeatedColumns_StaysAboveTheFloor(HmmCovariance shape)
    {
        // The second column repeats the first, the third never moves: every covariance is singular.
        var random = Key.Open();
        var x = new double[300 * 3];
        for (var t = 0; t < 300; t++)
        {
            x[3 * t] = random.NextNormal();
            x[(3 * t) + 1] = x[3 * t];
            x[(3 * t) + 2] = 5;
        }

        var model = HmmLearner.Learn(x, 3, new HmmOptions { Covariance = shape, States = 2 }, Key, CancellationToken.None);

        Assert.All(model.Smooth(x).Values.ToArray(), p => Assert.InRange(p, 0, 1));
        Assert.All(model.Covariances.ToArray(), c => Assert.True(double.IsFinite(c)));
    }

    [Fact]
    public void Learn_MostRowsEqual_DoesNotCollapse()
    {
        var x = new double[100];
        x[3] = 1;
        x[50] = -2;
        var model = HmmLearner.Learn(x, 1, new HmmOptions { States = 6 }, Key, CancellationToken.None);

        Assert.True(double.IsFinite(model.LogLikelihood(x)));
        Assert.All(model.Covariances.ToArray(), c => Assert.True(c > 0));
    }

    [Fact]
    public void Learn_LargeSeriesWithOutlier_IsFinite()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Full), 100_000, 12);
        x[1234] = 50;
        var options = new HmmOptions { Covariance = HmmCovariance.Full, Iterations = 3, Restarts = 1 };
        var model = HmmLearner.Learn(x, 2, options, Key, CancellationToken.None);

        Assert.True(double.IsFinite(model.LogLikelihood(x)));
    }

    [Fact]
    public void Fit_SeveralStarts_KeepsWhatEachReached()
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Diagonal), 400, 8);
        var fit = HmmLearner.Fit(x, 2, new HmmOptions { States = 4, Restarts = 5 }, Key, CancellationToken.None);

        Assert.Equal(5, fit.Starts.Count);
        Assert.Equal(fit.Starts.Max(s => s.LogLikelihood), fit.LogLikelihood);
        Assert.Equal(fit.Model.LogLikelihood(x), fit.LogLikelihood, 1e-7);
        Assert.All(fit.Starts, s => Assert.InRange(s.Steps, 1, 50));
        Assert.True(fit.Starts.Select(s => s.LogLikelihood).Distinct().Count() > 1, "five starts of four states on three found one peak");
    }

    [Theory]
    [InlineData(HmmCovariance.Spherical)]
    [InlineData(HmmCovariance.Tied)]
    public void Learn_EachStepOfASharedShape_RaisesTheLikelihood(HmmCovariance shape)
    {
        var (x, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Full), 600, 6);
        double[] covariances = shape == HmmCovariance.Tied ? [1, 0, 0, 1] : [1, 2];
        var start = new HmmModel(shape, 2, [0.5, 0.5], [0.6, 0.4, 0.4, 0.6], [0, 0, 0.5, 0.5], covariances);
        var history = new double[30];
        HmmLearner.Learn(x, [600], start, 30, new HmmOptions(), history, CancellationToken.None);

        for (var i = 1; i < history.Length; i++)
        {
            Assert.True(history[i] >= history[i - 1] - 1e-9, $"step {i}: {history[i - 1]:R} then {history[i]:R}");
        }
    }

    [Fact]
    public void Learn_Stickiness_SwitchesLess()
    {
        // The first column alone: the states overlap, so the chain has a say.
        var (rows, _) = RegimeSample.Draw(RegimeSample.Truth(HmmCovariance.Diagonal), 2000, 14);
        var x = rows.Where((_, i) => i % 2 == 0).ToArray();
        var plain = HmmLearner.Learn(x, 1, new HmmOptions { Restarts = 1 }, Key, CancellationToken.None);
        var sticky = HmmLearner.Learn(x, 1, new HmmOptions { Restarts = 1, Stickiness = 5000 }, Key, CancellationToken.None);

        Assert.True(sticky.Transitions[0] > plain.Transitions[0] && sticky.Transitions[8] > plain.Transitions[8]);
        var (few, many) = (Dwells.Switches(sticky.Viterbi(x).Values), Dwells.Switches(plain.Viterbi(x).Values));
        Assert.True(few < many, $"{few} switches, {many} without stickiness");
    }

    [Fact]
    public void Learn_OneStepWithStickiness_AddsItToTheDiagonal()
    {
        // Two states that nothing tells apart: the expected transitions are those of the chain, two rows make one transition.
        var start = new HmmModel(HmmCovariance.Diagonal, 1, [0.5, 0.5], [0.5, 0.5, 0.5, 0.5], [0, 0], [1, 1]);
        var model = HmmLearner.Learn([0.5, -0.5], start, 1, new HmmOptions { Stickiness = 3 }, CancellationToken.None);

        // Counts 0.25 each; 0.25 + 3 of 3.5 stay.
        Assert.Equal([3.25 / 3.5, 0.25 / 3.5, 0.25 / 3.5, 3.25 / 3.5], model.Transitions.ToArray());
    }

    [Fact]
    public void Learn_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => HmmLearner.Learn(new double[100], 1, new HmmOptions(), Key, source.Token));
    }

    [Fact]
    public void Learn_WrongInputs_Throws()
    {
        var options = new HmmOptions();
        Assert.Throws<ArgumentException>(() => HmmLearner.Learn(new double[5], 1, options, Key, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => HmmLearner.Learn(new double[101], 2, options, Key, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => HmmLearner.Learn([1, 2, double.NaN, 4, 5, 6, 7], 1, options, Key, CancellationToken.None));
        var model = new HmmModel(HmmCovariance.Diagonal, 1, [1], [1], [0], [1]);
        Assert.Throws<ArgumentException>(() => HmmLearner.Learn([1, 2, 3], [2], model, 1, options, [], CancellationToken.None));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void Validate_States_KeepsToTheRange(int states, bool valid) => Check(new HmmOptions { States = states }, valid, "States");

    [Theory]
    [InlineData(1e-13, false)]
    [InlineData(1e-12, true)]
    [InlineData(0.99, true)]
    [InlineData(1.0, false)]
    [InlineData(double.NaN, false)]
    public void Validate_Floor_KeepsToTheRange(double floor, bool valid) =>
        Check(new HmmOptions { CovarianceFloor = floor }, valid, "CovarianceFloor");

    [Fact]
    public void Validate_OtherFields_KeepToTheirRanges()
    {
        Check(new HmmOptions { Iterations = 0 }, false, "Iterations");
        Check(new HmmOptions { Iterations = 10_001 }, false, "Iterations");
        Check(new HmmOptions { Iterations = 1 }, true, "Iterations");
        Check(new HmmOptions { Tolerance = -1e-9 }, false, "Tolerance");
        Check(new HmmOptions { Tolerance = 0 }, true, "Tolerance");
        Check(new HmmOptions { Restarts = 0 }, false, "Restarts");
        Check(new HmmOptions { Restarts = 101 }, false, "Restarts");
        Check(new HmmOptions { Restarts = 100 }, true, "Restarts");
        Check(new HmmOptions { CovariancePrior = -1 }, false, "CovariancePrior");
        Check(new HmmOptions { CovarianceWeight = double.NaN }, false, "CovarianceWeight");
        Check(new HmmOptions { StartPrior = -0.1 }, false, "StartPrior");
        Check(new HmmOptions { TransitionPrior = -0.1 }, false, "TransitionPrior");
        Check(new HmmOptions { Stickiness = -0.1 }, false, "Stickiness");
        Check(new HmmOptions { Stickiness = 1e6 }, true, "Stickiness");
        Check(new HmmOptions { InitialPersistence = 1 }, false, "InitialPersistence");
        Check(new HmmOptions { Covariance = (HmmCovariance)9 }, false, "Covariance");
    }

    private static void Check(HmmOptions options, bool valid, string name)
    {
        if (valid)
        {
            options.Validate();
            return;
        }

        Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(options.Validate).ParamName);
    }

    private static double Distance(HmmModel left, int i, HmmModel right, int j) =>
        Math.Abs(left.Means[2 * i] - right.Means[2 * j]) + Math.Abs(left.Means[(2 * i) + 1] - right.Means[(2 * j) + 1]);
}
