using Ratchet.Numerics.Scores;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Strategies.Tests.Ensemble;

public sealed class MetaLayerTests
{
    private static readonly int[] Learned = PlantedEnsemble.Range(0, 6000);
    private static readonly int[] Fresh = PlantedEnsemble.Range(6000, 12_000);

    [Fact]
    public void Learn_PlantedRelation_RanksFreshRowsAlmostAsTheTruthDoes()
    {
        var sample = new PlantedEnsemble(12_000, 1);
        var signals = sample.LearnAndApply(Learned, Fresh);
        var pays = Fresh.Select(r => sample.Profit[r] > 0 ? 1.0 : 0.0).ToArray();
        var truth = ClassificationScores.Auc([.. Fresh.Select(r => sample.Probability[r])], pays);
        var learned = ClassificationScores.Auc([.. Fresh.Select(r => signals.Confidence[r])], pays);
        Assert.True(truth > 0.75, $"the sample must carry a relation, AUC {truth}");
        Assert.InRange(learned, truth - 0.01, 1);
    }

    [Fact]
    public void Learn_UnderconfidentModels_GivesCalibratedConfidence()
    {
        var sample = new PlantedEnsemble(12_000, 2);
        var signals = sample.LearnAndApply(Learned, Fresh);
        foreach (var bin in Fresh.GroupBy(r => (int)(signals.Confidence[r] * 5)).Where(g => g.Count() >= 300))
        {
            var rows = bin.ToArray();
            Assert.Equal(rows.Average(r => signals.Confidence[r]), rows.Average(r => sample.Profit[r] > 0 ? 1.0 : 0.0), 0.06);
        }

        var error = Fresh.Average(r => Math.Abs(signals.Confidence[r] - sample.Probability[r]));
        var raw = Fresh.Average(r => Math.Abs(sample.Predictions[EnsembleRole.Entry][r] - sample.Probability[r]));
        Assert.True(error < 0.03, $"mean distance from the true probability is {error}");
        Assert.True(raw > 0.1, $"the raw model must be badly calibrated for this to mean anything, {raw}");
    }

    [Fact]
    public void Learn_Noise_ConfidenceStaysAtTheBaseRate()
    {
        var sample = new PlantedEnsemble(12_000, 3, slope: 0);
        var signals = sample.LearnAndApply(Learned, Fresh);
        var rate = Learned.Average(r => sample.Profit[r] > 0 ? 1.0 : 0.0);
        Assert.All(Fresh, r => Assert.Equal(rate, signals.Confidence[r], 0.1));
        Assert.Equal(rate, Fresh.Average(r => signals.Confidence[r]), 0.01);
    }

    [Fact]
    public void Learn_PlantedOutcome_ExpectedRFollowsTheMeanOutcome()
    {
        var sample = new PlantedEnsemble(12_000, 4);
        var signals = sample.LearnAndApply(Learned, Fresh);
        var ordered = Fresh.OrderBy(r => signals.ExpectedR[r]).ToArray();
        Assert.True(ordered[..1000].Average(r => sample.Profit[r]) < -0.3);
        Assert.True(ordered[^1000..].Average(r => sample.Profit[r]) > 0.3);
        Assert.Equal(Fresh.Average(r => sample.Profit[r]), Fresh.Average(r => signals.ExpectedR[r]), 0.05);
    }

    [Fact]
    public void Apply_ExitModel_IsCalibratedByItself()
    {
        var sample = new PlantedEnsemble(12_000, 5);
        var signals = sample.LearnAndApply(Learned, Fresh);
        var error = Fresh.Average(r => Math.Abs(signals.ExitProbability[r] - sample.Predictions[EnsembleRole.Exit][r]));
        Assert.True(error < 0.03, $"an exit model that is right must stay as it is; it moved by {error}");
    }

    [Fact]
    public void Apply_AnyRow_StaysWithinItsRanges()
    {
        var sample = new PlantedEnsemble(12_000, 6);
        var signals = sample.LearnAndApply(Learned, Fresh);
        Assert.All(Fresh, r =>
        {
            Assert.InRange(signals.Confidence[r], 0, 1);
            Assert.InRange(signals.ExitProbability[r], 0, 1);
            Assert.Equal(Math.Clamp(sample.Predictions[EnsembleRole.Position][r], 0, 1), signals.Size[r]);
        });
        Assert.All(Learned, r => Assert.True(double.IsNaN(signals.Confidence[r]) && double.IsNaN(signals.Size[r])));
    }

    [Fact]
    public void Apply_UnknownRegime_CountsAsOneThirdEach()
    {
        var sample = new PlantedEnsemble(1000, 7);
        var layer = MetaLayer.Learn(sample.Predictions, sample.Context, sample.Targets, PlantedEnsemble.Range(0, 800), new());
        var third = new EnsembleSignals(1000);
        var unknown = new EnsembleSignals(1000);
        (sample.Bull[900], sample.Bear[900]) = (1.0 / 3, 1.0 / 3);
        layer.Apply(sample.Predictions, sample.Context, [900], third);
        (sample.Bull[900], sample.Bear[900]) = (double.NaN, double.NaN);
        layer.Apply(sample.Predictions, sample.Context, [900], unknown);
        Assert.Equal(third.Confidence[900], unknown.Confidence[900]);
        Assert.True(double.IsFinite(unknown.Confidence[900]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(99)]
    public void Learn_TooFewRows_AnswersTheSmoothedBaseRates(int rows)
    {
        var sample = new PlantedEnsemble(400, 8);
        var learned = PlantedEnsemble.Range(0, rows);
        var layer = MetaLayer.Learn(sample.Predictions, sample.Context, sample.Targets, learned, new() { MinimumRows = 100 });
        var signals = new EnsembleSignals(400);
        layer.Apply(sample.Predictions, sample.Context, [300], signals);
        Assert.False(layer.IsFitted);
        Assert.Equal((learned.Count(r => sample.Profit[r] > 0) + 1.0) / (rows + 2), signals.Confidence[300], 1e-12);
        Assert.Equal((learned.Count(r => sample.Exit[r] == 1) + 1.0) / (rows + 2), signals.ExitProbability[300], 1e-12);
        Assert.Equal(rows == 0 ? 0 : learned.Average(r => sample.Profit[r]), signals.ExpectedR[300], 1e-12);
    }

    [Fact]
    public void Learn_ExactlyTheMinimum_IsFitted()
    {
        var sample = new PlantedEnsemble(400, 9);
        Assert.True(MetaLayer.Learn(
            sample.Predictions, sample.Context, sample.Targets, PlantedEnsemble.Range(0, 100), new() { MinimumRows = 100 }).IsFitted);
    }

    [Theory]
    [InlineData(1.0, 201.0 / 202)]
    [InlineData(-1.0, 1.0 / 202)]
    public void Learn_OneClass_AnswersTheSmoothedBaseRate(double outcome, double confidence)
    {
        var sample = new PlantedEnsemble(400, 10);
        Array.Fill(sample.Profit, outcome);
        var signals = sample.LearnAndApply(PlantedEnsemble.Range(0, 200), [300]);
        Assert.Equal(confidence, signals.Confidence[300], 1e-12);
        Assert.Equal(outcome, signals.ExpectedR[300], 1e-12);
    }

    [Fact]
    public void Learn_ExitOfOneClass_AnswersItsBaseRateAndFitsTheRest()
    {
        var sample = new PlantedEnsemble(400, 11);
        Array.Fill(sample.Exit, 0);
        var layer = MetaLayer.Learn(sample.Predictions, sample.Context, sample.Targets, PlantedEnsemble.Range(0, 200), new());
        var signals = new EnsembleSignals(400);
        layer.Apply(sample.Predictions, sample.Context, [300], signals);
        Assert.True(layer.IsFitted);
        Assert.Equal(1.0 / 202, signals.ExitProbability[300], 1e-12);
    }

    [Fact]
    public void Learn_WeightsScaled_ChangesNothing()
    {
        var sample = new PlantedEnsemble(1000, 12);
        var before = sample.LearnAndApply(PlantedEnsemble.Range(0, 800), PlantedEnsemble.Range(800, 1000));
        for (var i = 0; i < 1000; i++)
        {
            sample.Weight[i] *= 8;
        }

        var after = sample.LearnAndApply(PlantedEnsemble.Range(0, 800), PlantedEnsemble.Range(800, 1000));
        Assert.Equal(
            PlantedEnsemble.Values(before, PlantedEnsemble.Range(800, 1000)),
            PlantedEnsemble.Values(after, PlantedEnsemble.Range(800, 1000)));
    }
}
