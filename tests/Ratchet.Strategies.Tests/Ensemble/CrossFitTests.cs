using Ratchet.Strategies.Ensemble;

namespace Ratchet.Strategies.Tests.Ensemble;

public sealed class CrossFitTests
{
    private const int Bars = 1500;
    private const int Gap = 12;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Run_OwnOutcomesReplacedByRandomNumbers_SignalsOfTheFoldStayAsTheyWere(int fold)
    {
        var folds = Folds(3);
        var before = Run(new(Bars, 31), folds);
        var changed = new PlantedEnsemble(Bars, 31);
        changed.Scramble(folds[fold].TestRows, 99);
        var after = Run(changed, folds);
        for (var other = 0; other < folds.Length; other++)
        {
            var rows = folds[other].TestRows;
            var same = PlantedEnsemble.Values(before, rows).SequenceEqual(PlantedEnsemble.Values(after, rows));
            Assert.Equal(other == fold, same);
        }
    }

    [Fact]
    public void Run_OutcomesInThePurgedGap_ChangeNothingInTheFoldBesideThem()
    {
        var folds = Folds(3);
        var before = Run(new(Bars, 32), folds);
        var changed = new PlantedEnsemble(Bars, 32);
        changed.Scramble(PlantedEnsemble.Range(folds[1].TestRows[0] - Gap, folds[1].TestRows[0]), 98);
        var after = Run(changed, folds);
        Assert.Equal(PlantedEnsemble.Values(before, folds[1].TestRows), PlantedEnsemble.Values(after, folds[1].TestRows));
        Assert.NotEqual(PlantedEnsemble.Values(before, folds[2].TestRows), PlantedEnsemble.Values(after, folds[2].TestRows));
    }

    [Fact]
    public void Run_Noise_ConfidenceKnowsNothingOfTheOutcome()
    {
        // A layer that saw its own rows would lean towards their outcomes; without that the correlation is that of chance.
        var folds = Folds(5);
        var sample = new PlantedEnsemble(Bars, 33, slope: 0);
        var signals = Run(sample, folds);
        var rows = folds.SelectMany(f => f.TestRows).ToArray();
        var pays = rows.Select(r => sample.Profit[r] > 0 ? 1.0 : 0.0).ToArray();
        var auc = Numerics.Scores.ClassificationScores.Auc([.. rows.Select(r => signals.Confidence[r])], pays);
        Assert.InRange(auc, 0.40, 0.54);
    }

    [Fact]
    public void Run_RowsThatNoFoldTests_StaySilent()
    {
        var signals = Run(new(Bars, 34), Folds(3)[..2]);
        Assert.All(Folds(3)[2].TestRows, r => Assert.True(double.IsNaN(signals.Confidence[r])));
        Assert.All(Folds(3)[0].TestRows, r => Assert.True(double.IsFinite(signals.Confidence[r])));
    }

    private static EnsembleSignals Run(PlantedEnsemble sample, (int[] TrainRows, int[] TestRows)[] folds) =>
        CrossFit.Run(sample.Predictions, sample.Context, sample.Targets, folds, new());

    private static (int[] TrainRows, int[] TestRows)[] Folds(int count)
    {
        var size = Bars / count;
        return
        [
            .. Enumerable.Range(0, count).Select(f =>
            {
                var from = f * size;
                var to = from + size;
                return (PlantedEnsemble.Range(0, Bars).Where(r => r < from - Gap || r >= to + Gap).ToArray(), PlantedEnsemble.Range(from, to));
            }),
        ];
    }
}
