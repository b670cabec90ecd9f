using Ratchet.Learning.Linear;

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
    public void Scaler_EqualsScikitLearn(string name)
    {
        var golden = new LinearCase(name);
        var scaler = StandardScaler.Fit(golden.Input("X"), golden.Dimensions);
        LinearCase.Near(golden.Expected("standard_scaler", "mean"), scaler.Means, 1e-12);
        LinearCase.Near(golden.Expected("standard_scaler", "scale"), scaler.Scales, 1e-12);
    }
}
