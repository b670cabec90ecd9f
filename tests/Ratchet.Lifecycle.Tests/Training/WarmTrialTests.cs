using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Lifecycle.Tests.Training;

public sealed class WarmTrialTests
{
    private const int Maximum = 9;
    private static readonly Dataset Data = TinyStudy.Dataset(TinyStudy.Market(2200));

    [Theory]
    [InlineData(9, 1, 9, 1)]
    [InlineData(9, 3, 9, 3)]
    [InlineData(10, 1, 9, 2)]
    [InlineData(10, 3, 9, 4)]
    [InlineData(10, 9, 9, 10)]
    [InlineData(100, 1, 81, 2)]
    [InlineData(100, 81, 81, 100)]
    [InlineData(200, 27, 81, 67)]
    [InlineData(1, 1, 81, 1)]
    public void TreesAt_Resource_IsTheShareRoundedUp(int estimators, double resource, int maximum, int trees) =>
        Assert.Equal(trees, WarmTrial.TreesAt(estimators, resource, maximum));

    [Theory]
    [InlineData(ImbalanceHandling.None)]
    [InlineData(ImbalanceHandling.ClassWeights)]
    [InlineData(ImbalanceHandling.Smote)]
    public void Grow_OneThenThreeThenNine_EqualsNineAtOnceBitForBit(ImbalanceHandling handling)
    {
        var steps = Trial(handling);
        Grow(steps, 1);
        var first = steps.PredictionsOf(EnsembleRole.Profit);
        Grow(steps, 3);
        Grow(steps, 9);
        var once = Trial(handling);
        Grow(once, 9);
        foreach (var role in EnsembleOptions.Roles)
        {
            Assert.Equal(once.PredictionsOf(role), steps.PredictionsOf(role));
        }

        Assert.NotEqual(first, once.PredictionsOf(EnsembleRole.Profit));
        Assert.Equal(Signals(once), Signals(steps));
    }

    [Fact]
    public void Grow_ResourceReachedAlready_GrowsNothing()
    {
        var trial = Trial();
        Assert.True(Grow(trial, 3) > 0);
        var before = trial.PredictionsOf(EnsembleRole.Entry);
        Assert.Equal(0, Grow(trial, 3));
        Assert.Equal(0, Grow(trial, 1));
        Assert.Equal(before, trial.PredictionsOf(EnsembleRole.Entry));
    }

    [Theory]
    [InlineData(0, ImbalanceHandling.None)]
    [InlineData(1, ImbalanceHandling.None)]
    [InlineData(2, ImbalanceHandling.None)]
    [InlineData(1, ImbalanceHandling.Smote)]
    public void Predictions_OwnLabelsReplacedByRandomNumbers_StayAsTheyWere(int fold, ImbalanceHandling handling)
    {
        var before = Trial(handling);
        Grow(before, 9);
        var changed = Trial(handling);
        Scramble(changed, changed.Folds[fold].TestRows);
        Grow(changed, 9);
        for (var other = 0; other < changed.Folds.Count; other++)
        {
            var rows = changed.Folds[other].TestRows;
            foreach (var role in EnsembleOptions.Roles)
            {
                var same = Pick(before.PredictionsOf(role), rows).SequenceEqual(Pick(changed.PredictionsOf(role), rows));
                Assert.Equal(other == fold, same);
            }
        }
    }

    [Fact]
    public void Folds_TrainingLabels_NeverReachTheTestBlock()
    {
        var trial = Trial();
        var ends = trial.Targets.LabelEnd;
        var purge = TinyStudy.Settings.Validation.Purge(Data.Bars.TimeFrame);
        Assert.Equal(Data.Rows.ToArray(), trial.Folds.SelectMany(f => f.TestRows));
        foreach (var fold in trial.Folds)
        {
            var (from, to) = (fold.TestRows[0], fold.TestRows.Max(r => ends[r]));
            Assert.All(fold.TrainRows, r => Assert.True(
                (r < from - purge.PurgeBars && ends[r] <= from) || r >= to + purge.EmbargoBars,
                $"row {r} with its label to {ends[r]} is trained on beside the test block [{from}, {to})"));
        }
    }

    [Fact]
    public void Predictions_RowsOutsideTheDataset_AreNotSpokenOf()
    {
        var trial = Trial();
        Grow(trial, 9);
        var rows = Data.Rows.ToArray().ToHashSet();
        var predictions = trial.PredictionsOf(EnsembleRole.Position);
        for (var i = 0; i < predictions.Length; i++)
        {
            Assert.Equal(rows.Contains(i), !double.IsNaN(predictions[i]));
        }
    }

    [Fact]
    public void Grow_Imbalance_ChangesTheClassifiersAlone()
    {
        var plain = Trial();
        Grow(plain, 9);
        foreach (var handling in new[] { ImbalanceHandling.ClassWeights, ImbalanceHandling.Smote })
        {
            var handled = Trial(handling);
            Grow(handled, 9);
            foreach (var role in EnsembleOptions.Roles)
            {
                var same = plain.PredictionsOf(role).SequenceEqual(handled.PredictionsOf(role));
                Assert.Equal(role is EnsembleRole.Position or EnsembleRole.Profit, same);
            }
        }
    }

    [Fact]
    public void FoldForest_ATrainingRowHeldOut_IsRefused()
    {
        var trial = Trial();
        var (train, test) = (trial.Folds[0].TrainRows, trial.Folds[0].TestRows);
        void Grow(int[] heldOut) => FoldForest.Grow(
            Data,
            TinyStudy.Settings.Ensemble.Entry,
            new() { Handling = ImbalanceHandling.Smote },
            new(train, trial.Targets[EnsembleRole.Entry], default),
            heldOut,
            StreamKey.FromSeed(1),
            0,
            1,
            TestContext.Current.CancellationToken);
        Grow(test);
        Assert.Contains($"Row {train[4]} ", Assert.Throws<InvalidOperationException>(() => Grow([.. test, train[4]])).Message, StringComparison.Ordinal);
    }

    private static WarmTrial Trial(ImbalanceHandling handling = ImbalanceHandling.None) =>
        new(Data, Data.Rows.ToArray(), TinyStudy.Settings.Defaults with { Imbalance = new() { Handling = handling } }, TinyStudy.Settings.Validation, 3, StreamKey.FromSeed(3));

    private static int Grow(WarmTrial trial, double resource)
    {
        var grown = Enumerable.Range(0, trial.Pieces).Sum(p => trial.Grow(p, resource, Maximum, TestContext.Current.CancellationToken).Grown);
        trial.Reach(resource, Maximum);
        return grown;
    }

    private static double[] Signals(WarmTrial trial) => trial.Signals(trial.Predictions()).Confidence;

    private static void Scramble(WarmTrial trial, int[] rows)
    {
        var stream = StreamKey.FromSeed(8).Derive("scramble").Open();
        foreach (var row in rows)
        {
            trial.Targets[EnsembleRole.Entry][row] = stream.NextInt(2);
            trial.Targets[EnsembleRole.Exit][row] = stream.NextInt(2);
            trial.Targets[EnsembleRole.Position][row] = stream.NextDouble();
            trial.Targets[EnsembleRole.Profit][row] = 3 * stream.NextNormal();
        }
    }

    private static double[] Pick(double[] column, int[] rows) => Array.ConvertAll(rows, r => column[r]);
}
