using Ratchet.Learning.Calibration;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Calibration;

public class CalibratorTests
{
    [Fact]
    public void Isotonic_OneViolation_PoolsByHand()
    {
        // Labels 0 1 0 1 at 1 2 3 4: the middle pair pools to 0.5.
        var curve = IsotonicCalibrator.Fit([4, 2, 3, 1], [1, 1, 0, 0], []);
        Assert.Equal([1, 2, 3, 4], curve.Scores.ToArray());
        Assert.Equal([0, 0.5, 0.5, 1], curve.Probabilities.ToArray());
        Assert.Equal(0.25, curve.Apply(1.5));
        Assert.Equal(0, curve.Apply(double.NegativeInfinity));
        Assert.Equal(1, curve.Apply(9));
        Assert.True(double.IsNaN(curve.Apply(double.NaN)));
    }

    [Fact]
    public void Isotonic_TiesAndZeroWeights_CountAsOnePointOrNotAtAll()
    {
        var curve = IsotonicCalibrator.Fit([1, 1, 2, 0], [0, 1, 1, 1], [3, 1, 1, 0]);
        Assert.Equal([1, 2], curve.Scores.ToArray());
        Assert.Equal([0.25, 1], curve.Probabilities.ToArray());
    }

    [Fact]
    public void Isotonic_AnyData_NeverFallsAndKeepsTheMean()
    {
        for (var seed = 0UL; seed < 30; seed++)
        {
            var random = StreamKey.FromSeed(seed).Open();
            var scores = new double[200];
            var labels = new double[200];
            for (var i = 0; i < 200; i++)
            {
                scores[i] = random.NextInt(60);
                labels[i] = random.NextDouble() * 60 < scores[i] ? 1 : 0;
            }

            var curve = IsotonicCalibrator.Fit(scores, labels, []);
            var last = double.NegativeInfinity;
            for (var s = -1.0; s < 61; s += 0.25)
            {
                Assert.InRange(curve.Apply(s), Math.Max(0, last), 1);
                last = curve.Apply(s);
            }

            Assert.Equal(labels.Average(), scores.Average(curve.Apply), 1e-12);
        }
    }

    [Fact]
    public void Isotonic_OneScore_IsFlat() => Assert.Equal(0.5, IsotonicCalibrator.Fit([2, 2], [0, 1], []).Apply(-7));

    [Fact]
    public void Platt_OneClassOrOneScore_IsFlatAtTheSmoothedShare()
    {
        var oneClass = PlattCalibrator.Fit([1, 2, 3], [1, 1, 1], []);
        Assert.Equal(0.8, oneClass.Apply(2), 1e-9);
        Assert.Equal(0, oneClass.A, 1e-6);
        var oneScore = PlattCalibrator.Fit([0.3, 0.3, 0.3], [1, 0, 1], []);
        Assert.Equal(0, oneScore.A, 1e-12);
        Assert.Equal(((2 * 0.75) + (1.0 / 3)) / 3, oneScore.Apply(0.3), 1e-9);
    }

    [Fact]
    public void Platt_SeparatedClasses_StaysFinite()
    {
        var curve = PlattCalibrator.Fit([-2, -1, 1, 2], [0, 0, 1, 1], []);
        Assert.True(curve.A < 0 && double.IsFinite(curve.A));
        Assert.True(double.IsNaN(curve.Apply(double.NaN)));
        Assert.InRange(curve.Apply(1e9), 0.75, 1);
    }

    [Fact]
    public void Fit_WrongInputs_Throws()
    {
        Assert.Throws<ArgumentException>(() => PlattCalibrator.Fit([], [], []));
        Assert.Throws<ArgumentException>(() => PlattCalibrator.Fit([1, 2], [0, 0.5], []));
        Assert.Throws<ArgumentException>(() => PlattCalibrator.Fit([1, 2], [0, 1], [0, 0]));
        Assert.Throws<ArgumentException>(() => IsotonicCalibrator.Fit([1, double.NaN], [0, 1], []));
        Assert.Throws<ArgumentException>(() => IsotonicCalibrator.Fit([1, 2], [0], []));
        Assert.Throws<ArgumentException>(() => new IsotonicCalibration([1, 1], [0, 1]));
        Assert.Throws<ArgumentException>(() => new IsotonicCalibration([1, 2], [1, 0]));
    }
}
