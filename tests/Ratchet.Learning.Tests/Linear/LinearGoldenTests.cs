using Ratchet.Learning.Linear;
using Ratchet.Numerics.Matrices;

namespace Ratchet.Learning.Tests.Linear;

public class LinearGoldenTests
{
    [Theory]
    [InlineData("linear_calibration_n80")]
    [InlineData("linear_calibration_n200")]
    public void Ridge_EqualsScikitLearn(string name)
    {
        var golden = new LinearCase(name);
        foreach (var (group, weights) in new[] { ("ridge", Array.Empty<double>()), ("ridge_weighted", golden.Input("w")) })
        {
            var model = RidgeRegression.Fit(golden.Input("X"), golden.Dimensions, golden.Input("t"), weights, golden.Parameter("ridge_alpha"));
            LinearCase.Near(golden.Expected(group, "coef"), model.Weights, 1e-10);
            LinearCase.Near(golden.Expected(group, "intercept"), [model.Intercept], 1e-10);
        }
    }

    [Theory]
    [InlineData("linear_calibration_n80")]
    [InlineData("linear_calibration_n200")]
    public void Logistic_EqualsScikitLearn(string name)
    {
        var golden = new LinearCase(name);
        var labels = golden.Input("yc");
        var positive = labels.Sum();
        double[] balanced = [.. labels.Select(y => labels.Length / (2 * (y == 1 ? positive : labels.Length - positive)))];
        var options = new LogisticOptions { L2 = 1 / golden.Parameter("logistic_C") };
        foreach (var (group, weights) in new[]
                 {
                     ("logistic", Array.Empty<double>()), ("logistic_weighted", golden.Input("w")), ("logistic_balanced", balanced),
                 })
        {
            var model = LogisticRegression.Fit(golden.Input("X"), golden.Dimensions, labels, weights, options);
            Assert.True(model.Converged);
            LinearCase.Near(golden.Expected(group, "coef"), model.Weights, 1e-8);
            LinearCase.Near(golden.Expected(group, "intercept"), [model.Intercept], 1e-8);
            if (group == "logistic")
            {
                var rows = golden.Input("X");
                double[] p = [.. Enumerable.Range(0, 10).Select(i => model.Predict(rows.AsSpan(i * golden.Dimensions, golden.Dimensions)))];
                LinearCase.Near(golden.Expected(group, "proba_first10"), p, 1e-8);
            }
        }
    }

    [Theory]
    [InlineData("linear_calibration_n80")]
    [InlineData("linear_calibration_n200")]
    public void NoIntercept_EqualsScikitLearn(string name)
    {
        var golden = new LinearCase(name);
        var ridge = RidgeRegression.Fit(golden.Input("X"), golden.Dimensions, golden.Input("t"), [], golden.Parameter("ridge_alpha"), intercept: false);
        LinearCase.Near(golden.Expected("ridge_no_intercept", "coef"), ridge.Weights, 1e-10);
        Assert.Equal(0, ridge.Intercept);

        var options = new LogisticOptions { L2 = 1 / golden.Parameter("logistic_C"), Intercept = false };
        var logistic = LogisticRegression.Fit(golden.Input("X"), golden.Dimensions, golden.Input("yc"), [], options);
        LinearCase.Near(golden.Expected("logistic_no_intercept", "coef"), logistic.Weights, 1e-8);
        Assert.Equal(0, logistic.Intercept);
    }

    /// <summary>
    /// The reference stopped early, where its largest derivative was the one that its file records. So three things are held: the objective has that derivative
    /// at the reference's solution; one Newton step leads from there to ours; and ours is as near to the reference as such a derivative allows.
    /// </summary>
    [Theory]
    [InlineData("linear_calibration_n80")]
    [InlineData("linear_calibration_n200")]
    public void Multinomial_EqualsScikitLearnUpToItsRemainingGradient(string name)
    {
        var golden = new LinearCase(name);
        var d = golden.Dimensions;
        var x = golden.Input("X");
        int[] labels = [.. golden.Input("y3").Select(v => (int)v)];
        var options = new LogisticOptions { L2 = 1 / golden.Parameter("logistic_C") };
        var model = MultinomialRegression.Fit(x, d, labels, 3, [], options);
        Assert.True(model.Converged);

        var coefficients = golden.Expected("logistic_multinomial", "coef");
        var intercepts = golden.Expected("logistic_multinomial", "intercept");
        double[] point = [.. Enumerable.Range(0, 3).SelectMany(k => (double[])[.. coefficients[(k * d)..((k + 1) * d)], intercepts[k]])];
        var raw = new DesignColumns(x, d, new double[labels.Length], [], centre: false);
        var objective = new MultinomialObjective(raw, labels, 3, options.L2, true);
        objective.Evaluate(point, CancellationToken.None);
        Assert.Equal(golden.Parameter("multinomial_gradient_max_at_solution"), objective.Gradient.Max(Math.Abs), 1e-6);

        var step = objective.Gradient.ToArray();
        Cholesky.FactorWithFloor(objective.Hessian, point.Length, RidgeRegression.PivotFloors(objective.Hessian, point.Length));
        Cholesky.Solve(objective.Hessian, point.Length, step);
        for (var k = 0; k < 3; k++)
        {
            double[] moved = [.. Enumerable.Range(0, d + 1).Select(i => point[(k * (d + 1)) + i] - step[(k * (d + 1)) + i])];
            LinearCase.Near(moved.AsSpan(0, d), model.Weights.Slice(k * d, d), 1e-6);
            Assert.Equal(moved[d], model.Intercepts[k], 1e-6);
        }

        LinearCase.Near(coefficients, model.Weights, 3e-4);
        LinearCase.Near(intercepts, model.Intercepts, 3e-4);
        var p = new double[30];
        for (var i = 0; i < 10; i++)
        {
            model.Predict(x.AsSpan(i * d, d), p.AsSpan(3 * i, 3));
        }

        LinearCase.Near(golden.Expected("logistic_multinomial", "proba_first10"), p, 3e-4);
    }

    [Theory]
    [InlineData("linear_calibration_n80")]
    [InlineData("linear_calibration_n200")]
    public void Scaler_EqualsScikitLearn(string name)
    {
        var golden = new LinearCase(name);
        var scaler = StandardScaler.Fit(golden.Input("X"), golden.Dimensions);
        LinearCase.Near(golden.Expected("standard_scaler", "mean"), scaler.Means, 1e-12);
        LinearCase.Near(golden.Expected("standard_scaler", "scale"), scaler.Scales, 1e-12);
    }
}
