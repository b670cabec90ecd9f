using Ratchet.Features.Labels;
using Ratchet.Lifecycle.Datasets;
using Ratchet.Lifecycle.Experiments;
using Ratchet.Lifecycle.Training;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;
using Ratchet.Validation.Objectives;
using Ratchet.Validation.Splits;

namespace Ratchet.Lifecycle.Tests.Training;

public sealed class EnsembleTrainerTests
{
    private const int Border = 2700;
    private static readonly StudySettings Settings = TinyStudy.Settings;
    private static readonly TrialConfiguration Configuration = TinyStudy.Settings.Defaults;
    private static readonly Dataset Whole = TinyStudy.Dataset(TinyStudy.Market(), new(0, 1000));

    [Fact]
    public void Train_DevelopmentPart_TradesTheSealedPartAsItsOpeningDid()
    {
        var split = new HoldOut(new(0, Border), new(Border, Whole.Bars.Count));
        var runner = new HoldOutRunner(Whole, split, Settings, new CompositeObjective(Settings.Objective), 2);
        var opened = runner.Run(Configuration, TestContext.Current.CancellationToken);

        var signals = Predict(Train(Whole, 1, Settings.Seed).Model);
        var traded = runner.Scorer.ScoreAndKeep(signals, split.Sealed, Configuration.Trading);

        Assert.NotEmpty(traded.Trades!);
        Assert.Equal(opened.Run.Trades, traded.Trades);
        Assert.Equal(opened.Run.Equity, traded.Equity);
    }

    [Fact]
    public void Train_BarsAfterTheRangeChanged_NothingElseDoes()
    {
        var other = TinyStudy.Dataset(TinyStudy.ReplaceFrom(TinyStudy.Market(), Border, 5), new(0, 1000));
        var one = Train(Whole, 2);
        var two = Train(other, 1);
        Assert.Equal(one.Rows, two.Rows);
        Assert.NotEqual(one.Identity, two.Identity);
        Assert.Equal(Bits(Predict(one.Model)), Bits(Predict(two.Model)));
    }

    // The forests of a window: the same function on the same rows with the same stream.
    [Fact]
    public void Forest_RowsOfAWalkForwardWindow_PredictWhatTheWindowWasGiven()
    {
        var rows = Whole.Rows.ToArray();
        var targets = new TrainingTargets(TradeLabeller.Compute(Whole.Bars, Whole.Primary, Configuration.Labels));
        var test = rows.Where(r => r >= Border).ToArray();
        var train = EnsembleTrainer.RowsWithin(Whole, new(0, Border), Settings.Validation);
        var walked = new WalkForwardRunner(Whole, Settings, new CompositeObjective(Settings.Objective), 2)
            .Predict(Configuration, targets, [new DataSplit(3, train, test, [])], TestContext.Current.CancellationToken);
        var key = StreamKey.FromSeed(Settings.Seed).Derive("walk-forward").Derive(3);
        var forests = EnsembleOptions.Roles.Select(r => FinalFit.Forest(Whole, Configuration, targets, r, train, [], key, TestContext.Current.CancellationToken)).ToArray();
        var model = new EnsembleModel(forests, Train(Whole, 1).Model.Meta, 0.5);
        foreach (var role in EnsembleOptions.Roles)
        {
            var output = new double[test.Length];
            model[role].Predict(Whole.Matrix, test, output);
            Assert.Equal(test.Select(r => walked[role][r]), output);
        }
    }

    [Fact]
    public void Train_OneRowForm_IsTheBatchForm()
    {
        var model = Train(Whole, 1).Model;
        var signals = Predict(model);
        foreach (var row in Whole.Rows.ToArray())
        {
            var values = Whole.LearnedColumns.Select(c => c.Span[row]).ToArray();
            var said = model.Predict(values, Whole.Primary.Side[row], double.NaN, double.NaN);
            Assert.Equal(
                (signals.Confidence[row], signals.Size[row], signals.ExpectedR[row], signals.ExitProbability[row]),
                (said.Confidence, said.Size, said.ExpectedR, said.ExitProbability));
        }
    }

    [Fact]
    public void Train_Description_SaysWhatWasLearnedFrom()
    {
        var trained = Train(Whole, 1);
        var rows = EnsembleTrainer.RowsWithin(Whole, new(0, Border), Settings.Validation);
        Assert.Equal((rows.Length, Whole.ContentHash, Whole.Bars.OpenTime[0], 9UL), (trained.Rows, trained.DataHash, trained.FirstBar, trained.Seed));
        Assert.True(rows[^1] + Whole.LongestHorizon + 1 < Border);
        Assert.Equal(Whole.Bars.OpenTime[rows[^1] + 1], trained.Trained.To);
        Assert.Equal(8, trained.FeatureIdentities.Count);
        Assert.Same(Whole.Features.Identities, trained.FeatureIdentities);
        Assert.Equal(trained.Identity, Train(Whole, 2).Identity);
        var other = new EnsembleTrainer(Settings.Validation)
            .Train(Whole, new(0, Border), Configuration with { Trading = Configuration.Trading with { TargetFractions = [0.4, 0.4, 0.2] } }, 9, 1, TestContext.Current.CancellationToken);
        Assert.NotEqual(trained.Identity, other.Identity);
    }

    [Fact]
    public void Train_NothingToLearnFrom_IsRefused()
    {
        var trainer = new EnsembleTrainer(Settings.Validation);
        Assert.Throws<NotEnoughDataException>(() => trainer.Train(Whole, new(0, 100), Configuration, 1, 1, TestContext.Current.CancellationToken));
        Assert.Throws<SplitRefusedException>(() => trainer.Train(Whole, new(0, 300), Configuration, 1, 1, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => trainer.Train(Whole, new(0, Whole.Bars.Count + 1), Configuration, 1, 1, TestContext.Current.CancellationToken));
    }

    private static TrainedEnsemble Train(Dataset dataset, int threads, ulong seed = 9) => new EnsembleTrainer(Settings.Validation)
        .Train(dataset, new IndexRange(0, Border), Configuration, seed, threads, TestContext.Current.CancellationToken);

    private static EnsembleSignals Predict(EnsembleModel model)
    {
        var signals = new EnsembleSignals(Whole.Bars.Count);
        model.Predict(Whole.Matrix, Whole.Rows, Whole.Context, signals, 2, TestContext.Current.CancellationToken);
        return signals;
    }

    private static long[] Bits(EnsembleSignals signals) =>
        [.. signals.Confidence.Concat(signals.Size).Concat(signals.ExpectedR).Concat(signals.ExitProbability).Select(BitConverter.DoubleToInt64Bits)];
}
