using Ratchet.Learning.Calibration;
using Ratchet.Learning.Learners;
using Ratchet.Learning.Tests.Learners;
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

        public MissingValues MissingValues => MissingValues.Refused;

        public int OutputCount => 1;

        public IPredictor Learn(
            LearningData data, TrainingView training, TrainingView? validation, IProgress<LearningProgress>? progress, int threads, CancellationToken cancellationToken)
        {
            Seen.Add(training.Rows.ToArray());
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
