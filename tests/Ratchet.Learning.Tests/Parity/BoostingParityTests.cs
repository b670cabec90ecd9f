using Ratchet.Learning.Boosting;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Scores;

namespace Ratchet.Learning.Tests.Parity;

/// <summary>The mean score of ten seeds lies within the spread of ten seeds of XGBoost's: it is a matter of the sampled rows which is better.</summary>
public sealed class BoostingParityTests
{
    private static readonly BoostingOptions Options = new() { Rounds = 100, MaxDepth = 4, LearningRate = 0.1, Subsample = 0.8, BaseScore = 0.5 };

    [Fact]
    public void Regression_OnFriedmansFunction_ScoresLikeThePeer()
    {
        var sample = ParitySample.Friedman();
        var all = Predictions(sample, BoostingObjective.SquaredError);
        new PeerSpread(0.921356, 0.928648).RequireMeanWithin(Array.ConvertAll(all, p => RegressionScores.R2(p, sample.Truth)));
    }

    [Fact]
    public void Classification_OnAnExclusiveOr_ScoresLikeThePeer()
    {
        var sample = ParitySample.Checkers();
        var all = Predictions(sample, BoostingObjective.BinaryLogistic);
        new PeerSpread(0.774528, 0.779579).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Auc(p, sample.Truth)));
        new PeerSpread(0.186488, 0.188374).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Brier(p, sample.Truth)));
    }

    [Fact]
    public void Softmax_OfThreeClasses_ScoresLikeThePeer()
    {
        var sample = ParitySample.Rings();
        var labels = Array.ConvertAll(sample.Truth, t => (int)t);
        var all = Predictions(sample, BoostingObjective.Softmax);
        new PeerSpread(0.668609, 0.674238).RequireMeanWithin(Array.ConvertAll(all, p => MultiClassScores.LogLoss(p, 3, labels)));
    }

    [Fact]
    public void Classification_OfARareClassWithMissingValues_ScoresLikeThePeer()
    {
        var sample = ParitySample.Rare();
        Assert.Equal((512, 9269), (sample.Targets.Sum(), sample.Columns.Sum(c => c.Count(double.IsNaN))));
        var all = Predictions(sample, BoostingObjective.BinaryLogistic);
        new PeerSpread(0.731919, 0.742192).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Auc(p, sample.Truth)));
        new PeerSpread(0.052634, 0.053299).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Brier(p, sample.Truth)));
    }

    [Fact]
    public void Classification_OnRealHours_ScoresLikeThePeer()
    {
        var sample = HourlyBars.Read();
        var all = Predictions(sample, BoostingObjective.BinaryLogistic);
        new PeerSpread(0.681693, 0.693802).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Auc(p, sample.Truth)));
        new PeerSpread(0.192459, 0.195559).RequireMeanWithin(Array.ConvertAll(all, p => ClassificationScores.Brier(p, sample.Truth)));
    }

    private static double[][] Predictions(ParitySample sample, BoostingObjective objective)
    {
        var x = sample.Binned();
        var rows = sample.TestRows;
        var all = new double[PeerSpread.Seeds][];
        for (var seed = 0; seed < all.Length; seed++)
        {
            var model = new BoostedTreesLearner(Options with { Objective = objective }, StreamKey.FromSeed((ulong)seed))
                .Learn(x, sample.View(), null, null, 2, TestContext.Current.CancellationToken);
            var predictions = new double[rows.Length * model.OutputCount];
            model.Predict(x, rows, predictions);
            all[seed] = predictions;
        }

        return all;
    }
}
