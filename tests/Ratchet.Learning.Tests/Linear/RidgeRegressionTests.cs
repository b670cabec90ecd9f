using Ratchet.Learning.Linear;

namespace Ratchet.Learning.Tests.Linear;

public class RidgeRegressionTests
{
    [Fact]
    public void Fit_OneColumn_EqualsHandCalculation()
    {
        // Centred x = -1 0 1, y = -2 0 2 about 3: Sxy = 4, Sxx = 2, so b = 4 / (2 + 2) = 1 and b0 = 3 - 1 * 2.
        var model = RidgeRegression.Fit([1, 2, 3], 1, [1, 3, 5], [], 2);
        Assert.Equal(1, model.Weights[0], 1e-14);
        Assert.Equal(1, model.Intercept, 1e-14);
        Assert.Equal(5, model.Predict([4]), 1e-14);
    }

    [Fact]
    public void Fit_NoPenalty_PassesThroughALine()
    {
        var model = RidgeRegression.Fit([1, 0, 2, 1, 3, 5, 4, 2], 2, [4, 3, -7, 4], [1, 2, 1, 3], 0);
        LinearCase.Near([2, -3], model.Weights, 1e-12);
        Assert.Equal(2, model.Intercept, 1e-12);
    }

    [Fact]
    public void Fit_ConstantColumnNoPenalty_GivesItNoWeight()
    {
        var model = RidgeRegression.Fit([1, 0.1, 2, 0.1, 3, 0.1], 2, [1, 3, 5], [], 0);
        LinearCase.Near([2, 0], model.Weights, 1e-12);
    }

    [Fact]
    public void Fit_WrongInputs_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => RidgeRegression.Fit([1, 2], 1, [1, 2], [], -1));
        Assert.Throws<ArgumentException>(() => RidgeRegression.Fit([1, 2], 1, [1, double.NaN], [], 1));
        Assert.Throws<ArgumentException>(() => RidgeRegression.Fit([1, 2], 2, [1, 2], [], 1));
    }

    [Fact]
    public void Scaler_ConstantColumn_IsOnlyCentred()
    {
        var scaler = StandardScaler.Fit([1, 0.1, 3, 0.1, 5, 0.1], 2);
        Assert.Equal([3, 0.1], scaler.Means.ToArray());
        Assert.Equal(1, scaler.Scales[1]);
        double[] rows = [3, 0.1, double.NaN, 1.1];
        scaler.Transform(rows);
        Assert.Equal(0, rows[0]);
        Assert.Equal(0, rows[1]);
        Assert.True(double.IsNaN(rows[2]));
        Assert.Equal(1, rows[3], 1e-15);
        Assert.Throws<ArgumentException>(() => scaler.Transform(new double[3]));
        Assert.Throws<ArgumentException>(() => StandardScaler.Fit([1, 2, 3], 2));
    }
}
