using Ratchet.Learning.Linear;
using Ratchet.Numerics.Distributions;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Learning.Tests.Linear;

public class LogisticRegressionTests
{
    [Fact]
    public void Fit_OneBinaryColumnNoPenalty_EqualsTheOddsByHand()
    {
        // At x = 0 one of four is 1, at x = 1 three of four: intercept ln(1/3), slope ln 9.
        double[] x = [0, 0, 0, 0, 1, 1, 1, 1];
        double[] y = [1, 0, 0, 0, 1, 1, 1, 0];
        var model = LogisticRegression.Fit(x, 1, y, [], new LogisticOptions { L2 = 0 });

        Assert.Equal(Math.Log(1.0 / 3), model.Intercept, 1e-12);
        Assert.Equal(Math.Log(9), model.Weights[0], 1e-12);
        Assert.Equal(0.75, model.Predict([1]), 1e-12);
        Assert.Equal(Math.Log(3), model.Decision([1]), 1e-12);
    }

    [Fact]
    public void Fit_AnyData_HasZeroGradientAtTheSolution()
    {
        var (x, y, w) = Draw(700, 5, 3);
        var model = LogisticRegression.Fit(x, 5, y, w, new LogisticOptions { L2 = 2.5 });

        var gradient = new double[6];
        for (var t = 0; t < 700; t++)
        {
            var row = x.AsSpan(5 * t, 5);
            var residual = w[t] * (model.Predict(row) - y[t]);
            for (var i = 0; i < 5; i++)
            {
                gradient[i] += residual * row[i];
            }

            gradient[5] += residual;
        }

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(0, gradient[i] + (2.5 * model.Weights[i]), 1e-8);
        }

        Assert.Equal(0, gradient[5], 1e-8);
    }

    [Fact]
    public void Fit_IntegerWeights_EqualRepeatedRows()
    {
        var (x, y, _) = Draw(60, 2, 4);
        double[] w = [.. Enumerable.Range(0, 60).Select(i => (double)(i % 3))];
        var repeated = Enumerable.Range(0, 60).SelectMany(i => Enumerable.Repeat(i, i % 3)).ToArray();
        var a = LogisticRegression.Fit(x, 2, y, w, new LogisticOptions());
        var b = LogisticRegression.Fit(
            repeated.SelectMany(i => x[(2 * i)..((2 * i) + 2)]).ToArray(), 2, repeated.Select(i => y[i]).ToArray(), [], new LogisticOptions());

        LinearCase.Near(b.Weights, a.Weights, 1e-9);
        Assert.Equal(b.Intercept, a.Intercept, 1e-9);
    }

    [Fact]
    public void Fit_ColumnsFarFromZero_GivesTheSameSlopes()
    {
        var (x, y, w) = Draw(400, 2, 5);
        var shifted = x.Select(v => v + 1e6).ToArray();
        var a = LogisticRegression.Fit(x, 2, y, w, new LogisticOptions());
        var b = LogisticRegression.Fit(shifted, 2, y, w, new LogisticOptions());

        LinearCase.Near(a.Weights, b.Weights, 1e-7);
    }

    [Theory]
    [InlineData(0, 0.0)]
    [InlineData(1, 1.0)]
    public void Fit_OneClass_IsCertainAndFinite(double label, double probability)
    {
        var model = LogisticRegression.Fit([1, 2, 3], 1, [label, label, label], [], new LogisticOptions());

        Assert.Equal(0, model.Weights[0]);
        Assert.True(double.IsFinite(model.Intercept));
        Assert.Equal(probability, model.Predict([2]), 1e-15);
    }

    [Fact]
    public void Fit_ConstantAndRepeatedColumnsNoPenalty_IsFinite()
    {
        var (x, y, w) = Draw(200, 3, 6);
        for (var t = 0; t < 200; t++)
        {
            x[3 * t] = 7;
            x[(3 * t) + 2] = x[(3 * t) + 1];
        }

        var model = LogisticRegression.Fit(x, 3, y, w, new LogisticOptions { L2 = 0 });
        Assert.Equal(0, model.Weights[0]);
        Assert.True(double.IsFinite(model.Weights[1]) && double.IsFinite(model.Weights[2]));
    }

    [Fact]
    public void Fit_SeparableClasses_StaysFinite()
    {
        var free = LogisticRegression.Fit([-2, -1, 1, 2], 1, [0, 0, 1, 1], [], new LogisticOptions { L2 = 0 });
        Assert.True(double.IsFinite(free.Weights[0]));
        Assert.True(free.Predict([1]) > 0.999);
        var held = LogisticRegression.Fit([-2, -1, 1, 2], 1, [0, 0, 1, 1], [], new LogisticOptions());
        Assert.True(held.Converged);
    }

    [Fact]
    public void Fit_WrongInputs_Throws()
    {
        var options = new LogisticOptions();
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([1, 2], 1, [0, 2], [], options));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([1, double.NaN], 1, [0, 1], [], options));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([1, 2, 3], 1, [0, 1], [], options));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([1, 2], 1, [0, 1], [0, 0], options));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([1, 2], 1, [0, 1], [1, -1], options));
        Assert.Throws<ArgumentException>(() => LogisticRegression.Fit([], 1, [], [], options));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticOptions { L2 = -1 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticOptions { MaxIterations = 0 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticOptions { MaxIterations = 1001 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogisticOptions { Tolerance = 0 }.Validate());
        new LogisticOptions { L2 = 0, MaxIterations = 1, Tolerance = 1 }.Validate();
    }

    internal static (double[] X, double[] Y, double[] W) Draw(int rows, int d, ulong seed)
    {
        var random = StreamKey.FromSeed(seed).Open();
        var x = new double[rows * d];
        var y = new double[rows];
        var w = new double[rows];
        for (var t = 0; t < rows; t++)
        {
            var z = 0.3;
            for (var i = 0; i < d; i++)
            {
                x[(t * d) + i] = random.NextNormal() * (i + 1);
                z += x[(t * d) + i] * (i % 2 == 0 ? 0.5 : -0.4);
            }

            y[t] = random.NextDouble() < LogisticFunction.Sigmoid(z) ? 1 : 0;
            w[t] = 0.5 + random.NextDouble();
        }

        return (x, y, w);
    }
}
