using Ratchet.Learning.Binning;
using Ratchet.Learning.Calibration;
using Ratchet.Learning.Linear;
using Ratchet.Numerics.Windows;
using Ratchet.Strategies.Ensemble;

namespace Ratchet.Strategies.Tests.Ensemble;

public sealed class EnsembleModelTests
{
    private static readonly TrainedEnsemble Trained = new();

    [Fact]
    public void Predict_OneRow_IsTheBitsOfForestsThenLayer()
    {
        var expected = Reference(Trained);
        Assert.True(Trained.Layer.IsFitted);
        foreach (var row in Trained.Rows)
        {
            AssertSame(expected, row, One(Trained, row));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Predict_Batch_IsTheBitsOfForestsThenLayer(int threads)
    {
        var big = new TrainedEnsemble(bars: 2500);
        var expected = Reference(big);
        var actual = new EnsembleSignals(big.Rows.Length);
        var rows = big.Rows.Where(r => r % 3 != 0).Reverse().ToArray();
        big.Model.Predict(big.Matrix, rows, big.Planted.Context, actual, threads, CancellationToken.None);
        foreach (var row in big.Rows)
        {
            if (row % 3 == 0)
            {
                Assert.True(double.IsNaN(actual.Confidence[row]));
                continue;
            }

            Assert.Equal(expected.Confidence[row], actual.Confidence[row]);
            Assert.Equal(expected.Size[row], actual.Size[row]);
            Assert.Equal(expected.ExpectedR[row], actual.ExpectedR[row]);
            Assert.Equal(expected.ExitProbability[row], actual.ExitProbability[row]);
        }
    }

    [Fact]
    public void Predict_UnfittedLayer_AnswersBaseRatesInBothForms()
    {
        var small = new TrainedEnsemble(bars: 120, minimumRows: 1000);
        var expected = Reference(small);
        Assert.False(small.Layer.IsFitted);
        AssertSame(expected, 5, One(small, 5));
    }

    [Fact]
    public void Predict_UnknownRegime_CountsAsOneThird()
    {
        var row = Trained.Row(4);
        Assert.Equal(Trained.Model.Predict(row, 1, 1.0 / 3, 1.0 / 3), Trained.Model.Predict(row, 1, double.NaN, double.NaN));
    }

    [Fact]
    public void Predict_OneRow_AllocatesNothing()
    {
        var row = Trained.Row(9);
        Trained.Model.Predict(row, 1, 0.5, 0.2);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Trained.Model.Predict(row, 1, 0.5, 0.2);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Predict_WrongShapes_NameTheProblem()
    {
        var model = Trained.Model;
        Assert.Contains("5 values", Assert.Throws<ArgumentException>(() => model.Predict(new double[5], 1, 0, 0)).Message, StringComparison.Ordinal);
        var short1 = Assert.Throws<ArgumentException>(
            () => model.Predict(Trained.Matrix, Trained.Rows, Trained.Planted.Context, new(10), 1, CancellationToken.None));
        Assert.Contains("10 bars", short1.Message, StringComparison.Ordinal);
        var outside = Assert.Throws<ArgumentException>(
            () => model.Predict(Trained.Matrix, new[] { 600 }, Trained.Planted.Context, new(600), 2, CancellationToken.None));
        Assert.Contains("600", outside.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_OtherBins_AreRefused()
    {
        var columns = Enumerable.Range(0, 6).Select(_ => (ReadOnlyMemory<double>)new double[600]).ToArray();
        var other = BinnedMatrix.Build(["a", "b", "c", "d", "e", "f"], columns, new IndexRange(0, 600), new(), 1, CancellationToken.None);
        Assert.Throws<ArgumentException>(() => Trained.Model.Predict(other, Trained.Rows, Trained.Planted.Context, new(600), 1, CancellationToken.None));
        var mixed = Trained.Forests.ToArray();
        mixed[2] = Trained.Learn(EnsembleRole.Exit, other);
        Assert.Contains("Exit", Assert.Throws<ArgumentException>(() => new EnsembleModel(mixed, Trained.Layer, 0.5)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_WrongParts_AreRefused()
    {
        var forests = Trained.Forests;
        Assert.Throws<ArgumentException>(() => new EnsembleModel(forests[..3], Trained.Layer, 0.5));
        var swapped = Assert.Throws<ArgumentException>(() => new EnsembleModel([forests[1], forests[0], forests[2], forests[3]], Trained.Layer, 0.5));
        Assert.Contains("Entry", swapped.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new EnsembleModel(forests, Trained.Layer, 1.01));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EnsembleModel(forests, Trained.Layer, double.NaN));
    }

    [Fact]
    public void Follows_NeedsDirectionAndConfidence()
    {
        Assert.True(Trained.Model.Follows(new(1, 0.55, 1, 0, 0)));
        Assert.False(Trained.Model.Follows(new(1, 0.5499, 1, 0, 0)));
        Assert.False(Trained.Model.Follows(new(0, 0.9, 1, 0, 0)));
        Assert.False(Trained.Model.Follows(new(1, double.NaN, 1, 0, 0)));
    }

    [Fact]
    public void MetaLayer_PartsThereAndBack_GiveTheSameBits()
    {
        var copy = MetaLayer.FromParts(Trained.Layer.ToParts());
        Assert.Equal(Trained.Layer.Weigh(0.7, 0.4, 0.2, 0.3, -1, 0.6, 0.1), copy.Weigh(0.7, 0.4, 0.2, 0.3, -1, 0.6, 0.1));
    }

    [Fact]
    public void MetaLayer_HalfOfTheParts_AreRefused()
    {
        var parts = Trained.Layer.ToParts();
        Assert.Throws<ArgumentException>(() => MetaLayer.FromParts(parts with { Scaler = null }));
        Assert.Throws<ArgumentException>(() => MetaLayer.FromParts(parts with { Expected = new LinearModel([1.0], 0) }));
        Assert.Throws<ArgumentException>(() => MetaLayer.FromParts(parts with { ExitRate = 1.5 }));
        Assert.Throws<ArgumentException>(() => MetaLayer.FromParts(new(0.5, 0, 0.5, null, null, new PlattCalibration(-1, 0), null, null)));
    }

    private static EnsembleSignals Reference(TrainedEnsemble trained)
    {
        var signals = new EnsembleSignals(trained.Rows.Length);
        trained.Layer.Apply(trained.Predictions, trained.Planted.Context, trained.Rows, signals);
        return signals;
    }

    private static EnsembleSignal One(TrainedEnsemble trained, int row) =>
        trained.Model.Predict(trained.Row(row), trained.Planted.Side[row], trained.Planted.Bull[row], trained.Planted.Bear[row]);

    private static void AssertSame(EnsembleSignals expected, int row, EnsembleSignal actual)
    {
        Assert.Equal(expected.Confidence[row], actual.Confidence);
        Assert.Equal(expected.Size[row], actual.Size);
        Assert.Equal(expected.ExpectedR[row], actual.ExpectedR);
        Assert.Equal(expected.ExitProbability[row], actual.ExitProbability);
    }
}
