using Ratchet.Learning.Boosting;
using Ratchet.Learning.Calibration;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Tests.Learners;
using Ratchet.Numerics.Randomness;
using Ratchet.Numerics.Scores;

namespace Ratchet.Learning.Tests.Calibration;

public class CalibratedLearnerTests
{
    [Fact]
    public void Learn_OverconfidentScores_AreCalibratedOutOfFold()
    {
        var table = new ContractTable(ContractTask.Binary, 2000, 3);
        var fresh = new ContractTable(ContractTask.Binary, 2000, 3, 9);
        var model = new CalibratedLearner(new Crude(), new CalibratedLearnerOptions()).Learn(table.Data, table.View, null, null, 1, CancellationToken.None);
        var p = new double[2000];
        var crude = new double[2000];
        model.Predict(fresh.Data, fresh.Rows, p);
        ((CalibratedPredictor)model).Inner.Predict(fresh.Data, fresh.Rows, crude);
        Assert.True(ClassificationScores.ExpectedCalibrationError(p, fresh.Targets) < 0.5 * ClassificationScores.ExpectedCalibrationError(crude, fresh.Targets));
        Assert.Equal(ClassificationScores.Auc(crude, fresh.Targets), ClassificationScores.Auc(p, fresh.Targets), 1e-12);
    }

    [Fact]
    public void Learn_Folds_SeeNeitherTheirPartNorItsGaps()
    {
        var table = new ContractTable(ContractTask.Binary, 100, 2);
        var spy = new Crude();
        new CalibratedLearner(spy, new CalibratedLearnerOptions { Folds = 4, Gap = 3 }).Learn(table.Data, table.View, null, null, 1, CancellationToken.None);
        Assert.Equal(5, spy.Seen.Count);
        Assert.Equal(Enumerable.Range(28, 72), spy.Seen[0]);
        Assert.Equal([.. Enumerable.Range(0, 22), .. Enumerable.Range(53, 47)], spy.Seen[1]);
        Assert.Equal(Enumerable.Range(0, 100), spy.Seen[4]);
    }

    [Fact]
    public void Learn_BoosterWithEarlyStopping_StopsEveryFitByTheGivenValidation()
    {
        var table = new ContractTable(ContractTask.Binary, 1200, 3);
        var training = new TrainingView(table.Rows.AsMemory(0, 800), table.Targets, default);
        var validation = new TrainingView(table.Rows.AsMemory(800), table.Targets, default);
        var booster = new BoostedTreesLearner(new() { Rounds = 400, MaxDepth = 4, LearningRate = 0.5, EarlyStoppingRounds = 5 }, StreamKey.FromSeed(1));
        var model = new CalibratedLearner(booster, new CalibratedLearnerOptions { Folds = 3 }).Learn(table.Data, training, validation, null, 1, CancellationToken.None);

        var p = new double[400];
        model.Predict(table.Data, validation.Rows.Span, p);
        Assert.True(ClassificationScores.Auc(p, table.Targets.AsSpan(800)) > 0.9);

        var spy = new Crude();
        new CalibratedLearner(spy, new CalibratedLearnerOptions { Folds = 3 }).Learn(table.Data, training, validation, null, 1, CancellationToken.None);
        Assert.All(spy.Validations, v => Assert.Same(validation, v));
        Assert.Equal(4, spy.Validations.Count);
    }

    [Theory]
    [InlineData(CalibrationMethod.Platt, 1e-9)]
    [InlineData(CalibrationMethod.Platt, 1e9)]
    [InlineData(CalibrationMethod.Platt, 1e300)]
    [InlineData(CalibrationMethod.Isotonic, 1e-9)]
    public void Learn_WeightsTimesAFactor_GiveTheSameCurve(CalibrationMethod method, double factor)
    {
        var table = new ContractTable(ContractTask.Binary, 3000, 3);
        double[] weights = [.. table.Rows.Select(r => 0.5 + (r % 3 * 0.5))];
        var one = Predict(weights);
        var other = Predict([.. weights.Select(w => w * factor)]);
        for (var i = 0; i < one.Length; i++)
        {
            Assert.Equal(one[i], other[i], 1e-9);
        }

        Assert.True(one.Max() > 0.9 && one.Min() < 0.1);

        double[] Predict(double[] w)
        {
            var p = new double[3000];
            new CalibratedLearner(new Crude(), new CalibratedLearnerOptions { Method = method })
                .Learn(table.Data, new TrainingView(table.Rows, table.Targets, w), null, null, 1, CancellationToken.None).Predict(table.Data, table.Rows, p);
            return p;
        }
    }

    [Fact]
    public void Learn_ThreeClassesOrWrongOptions_Throw()
    {
        var table = new ContractTable(ContractTask.MultiClass, 50, 2);
        Assert.Throws<ArgumentException>(
            () => new CalibratedLearner(new Crude(), new CalibratedLearnerOptions()).Learn(table.Data, table.View, null, null, 1, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalibratedLearnerOptions { Folds = 1 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalibratedLearnerOptions { Folds = 101 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalibratedLearnerOptions { Gap = -1 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalibratedLearnerOptions { Method = (CalibrationMethod)5 }.Validate());
        new CalibratedLearnerOptions { Folds = 2 }.Validate();
        new CalibratedLearnerOptions { Folds = 100, Gap = 0 }.Validate();
    }

    /// <summary>Squeezes the first feature into [0.4, 0.6], whatever it was given, and remembers what that was.</summary>
    private sealed class Crude : ILearner, IPredictor
    {
        public List<int[]> Seen { get; } = [];

        public List<TrainingView?> Validations { get; } = [];

        public MissingValues MissingValues => MissingValues.Refused;

        public int OutputCount => 1;

        public IPredictor Learn(
            LearningData data, TrainingView training, TrainingView? validation, IProgress<LearningProgress>? progress, int threads, CancellationToken cancellationToken)
        {
            Seen.Add(training.Rows.ToArray());
            Validations.Add(validation);
            return this;
        }

        public void Predict(LearningData data, ReadOnlySpan<int> rows, Span<double> output)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                output[i] = 0.5 + (0.1 * Math.Tanh(data.Column(0)[rows[i]]));
            }
        }
    }
}
