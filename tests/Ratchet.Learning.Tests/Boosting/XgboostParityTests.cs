using System.Text.Json;
using Ratchet.Learning.Boosting;

namespace Ratchet.Learning.Tests.Boosting;

public sealed class XgboostParityTests(XgboostRun xgboost) : IClassFixture<XgboostRun>
{
    public static TheoryData<string> Names => [.. ParityCase.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Learn_SameBinsAndParameters_GivesXgboostsMargins(string name)
    {
        var expected = xgboost.Require(name).GetProperty("margins").EnumerateArray().Select(v => v.GetDouble()).ToArray();
        var parity = ParityCase.All.Single(c => c.Name == name);
        var data = parity.Data;
        var model = data.Learn(parity.Options, parity.Weighted);
        var margins = new double[expected.Length];
        model.PredictMargins(data.Bin(), data.AllRows, margins);
        var worst = expected.Zip(margins, (a, b) => Math.Abs(a - b)).Max();
        Assert.True(worst < 2e-5, $"margins differ by up to {worst}");
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: margins within {worst:G3}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Importance_SameTrees_IsXgboosts(string name)
    {
        var expected = xgboost.Require(name);
        var parity = ParityCase.All.Single(c => c.Name == name);
        var model = parity.Data.Learn(parity.Options, parity.Weighted);
        AssertClose(expected.GetProperty("gain"), model.Importance(ImportanceKind.TotalGain), 1e-3);
        AssertClose(expected.GetProperty("cover"), model.Importance(ImportanceKind.Cover), 1e-4);
        AssertClose(expected.GetProperty("weight"), model.Importance(ImportanceKind.Frequency), 0);
    }

    private static void AssertClose(JsonElement expected, double[] actual, double tolerance)
    {
        for (var f = 0; f < actual.Length; f++)
        {
            var value = expected.TryGetProperty($"f{f}", out var number) ? number.GetDouble() : 0;
            Assert.True(Math.Abs(value - actual[f]) <= tolerance * Math.Max(1, Math.Abs(value)), $"feature {f}: {actual[f]}, XGBoost has {value}");
        }
    }
}
