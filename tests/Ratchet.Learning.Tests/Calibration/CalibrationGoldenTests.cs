using Ratchet.Learning.Calibration;
using Ratchet.Learning.Tests.Linear;

namespace Ratchet.Learning.Tests.Calibration;

public class CalibrationGoldenTests
{
    [Theory]
    [InlineData("linear_calibration_n80")]
    [InlineData("linear_calibration_n200")]
    public void Isotonic_EqualsScikitLearn(string name)
    {
        var golden = new LinearCase(name);
        var f = golden.Input("f");
        foreach (var (group, weights) in new[] { ("isotonic", Array.Empty<double>()), ("isotonic_weighted", golden.Input("w")) })
        {
            var curve = IsotonicCalibrator.Fit(f, golden.Input("y"), weights);
            LinearCase.Near(golden.Expected(group, "x_thresholds"), curve.Scores, 0);
            LinearCase.Near(golden.Expected(group, "y_thresholds"), curve.Probabilities, 1e-14);
            LinearCase.Near(golden.Expected(group, "query"), [.. golden.Input("query").Select(curve.Apply)], 1e-13);
            if (group == "isotonic")
            {
                LinearCase.Near(golden.Expected(group, "fitted"), [.. f.Select(curve.Apply)], 1e-13);
            }
        }
    }

    /// <summary>A falling curve is the rising curve of the negated labels, negated; outside its knots the reference was told to give NaN.</summary>
    [Theory]
    [InlineData("linear_calibration_n80")]
    [InlineData("linear_calibration_n200")]
    public void Isotonic_OfNegatedLabels_EqualsTheFallingCurve(string name)
    {
        var golden = new LinearCase(name);
        var curve = IsotonicCalibrator.Fit(golden.Input("f"), golden.Input("y"), []);
        var expected = golden.Expected("isotonic_decreasing_nan_outside", "query");
        var query = golden.Input("query");
        for (var i = 0; i < query.Length; i++)
        {
            var outside = query[i] < curve.Scores[0] || query[i] > curve.Scores[^1];
            Assert.Equal(double.IsNaN(expected[i]), outside);
            Assert.True(outside || Math.Abs(expected[i] + curve.Apply(query[i])) <= 1e-13, $"at {query[i]}");
        }
    }

    [Theory]
    [InlineData("linear_calibration_n80")]
    [InlineData("linear_calibration_n200")]
    public void Platt_EqualsTheExactMinimum(string name)
    {
        var golden = new LinearCase(name);
        foreach (var (group, weights) in new[] { ("platt", Array.Empty<double>()), ("platt_weighted", golden.Input("w")) })
        {
            var curve = PlattCalibrator.Fit(golden.Input("f"), golden.Input("y"), weights);
            LinearCase.Near(golden.Expected(group + "_exact", "a"), [curve.A], 1e-9);
            LinearCase.Near(golden.Expected(group + "_exact", "b"), [curve.B], 1e-9);
            LinearCase.Near(golden.Expected(group, "query"), [.. golden.Input("query").Select(curve.Apply)], 1e-5);
        }
    }
}
