using Ratchet.Learning.Forests;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Scores;

namespace Ratchet.Learning.Tests.Parity;

/// <summary>The mean score of ten forests lies within the spread of ten of scikit-learn's: it is a matter of the seed which is better.</summary>
public sealed class ForestParityTests
{
    private static readonly ForestOptions Options = new() { Trees = 100, MaxDepth = 10, MinSamplesSplit = 10, MinSamplesLeaf = 5 };

    [Fact]
    public void Regressor_OnFriedmansFunction_ScoresLikeThePeer()
    {
        var sample = ParitySample.Friedman();
        Assert.Equal(56831.381120, sample.Targets.Sum(), 1e-5);
        var all = Predictions(sample, Options with { Task = ForestTask.Regression });
        new PeerSpread(0.822585, 0.830096).RequireMeanWithin(Array.ConvertAll(all, p => RegressionScores.R2(p, sample.Truth)));
    }

    [Fact]
    public void Classifier_OnAnExclusiveOr_ScoresLikeThePeer()
    {
        var sample = ParitySample.Checkers();
        Assert.Equal(2865, sample.Targets.Sum());
        var all = Predictions(sample, Options);
        new PeerSpread(0.755739, 0.778366).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Auc(p, sample.Truth)));
        new PeerSpread(0.205374, 0.213924).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Brier(p, sample.Truth)));
    }

    [Fact]
    public void Classifier_OfThreeClasses_ScoresLikeThePeer()
    {
        var sample = ParitySample.Rings();
        Assert.Equal(1983 + (2 * 2139), sample.Targets.Sum());
        var labels = Array.ConvertAll(sample.Truth, t => (int)t);
        var all = Predictions(sample, Options, 3);
        new PeerSpread(0.703435, 0.716720).RequireMeanWithin(Array.ConvertAll(all, p => MultiClassScores.LogLoss(p, 3, labels)));
    }

    [Fact]
    public void Classifier_OfARareClassWithFilledValues_ScoresLikeThePeer()
    {
        var sample = ParitySample.Rare().Filled();
        var all = Predictions(sample, Options);
        new PeerSpread(0.715354, 0.725290).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Auc(p, sample.Truth)));
        new PeerSpread(0.050866, 0.051241).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Brier(p, sample.Truth)));
    }

    [Fact]
    public void Classifier_OnRealHours_ScoresLikeThePeer()
    {
        var sample = HourlyBars.Read();
        Assert.Equal(3975, sample.Targets.Sum());
        var all = Predictions(sample, Options);
        new PeerSpread(0.698750, 0.707656).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Auc(p, sample.Truth)));
        new PeerSpread(0.192214, 0.194274).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Brier(p, sample.Truth)));
    }

    private static double[][] Predictions(ParitySample sample, ForestOptions options, int outputs = 1)
    {
        var x = sample.Binned();
        var rows = sample.TestRows;
        var all = new double[PeerSpread.Seeds][];
        for (var seed = 0; seed < all.Length; seed++)
        {
            var forest = new ForestLearner(options, StreamKey.FromSeed((ulong)seed)).Learn(x, sample.View(), 2, TestContext.Current.CancellationToken);
            var predictions = new double[rows.Length * outputs];
            if (outputs > 1)
            {
                forest.PredictClasses(x, rows, predictions);
            }
            else
            {
                forest.Predict(x, rows, predictions);
            }

            all[seed] = predictions;
        }

        return all;
    }
}
