using System.Text.Json;
using Ratchet.Features.Statistics;
using Ratchet.Numerics.Reductions;
using Ratchet.Testing;

namespace Ratchet.Features.Tests.Statistics;

public sealed class FractionalDifferenceTests
{
    [Fact]
    public void Weights_OrderOne_IsTheFirstDifference() => Assert.Equal([1.0, -1.0], FractionalDifference.Weights(1, 1e-4, 100));

    [Fact]
    public void Weights_OrderHalf_MatchesHandCalculation() =>
        Assert.Equal([1, -0.5, -0.125, -0.0625], FractionalDifference.Weights(0.5, 0.05, 100));

    [Fact]
    public void Apply_OrderHalf_MatchesHandCalculation()
    {
        var result = FractionalDifference.Apply([1, 2, 4, 8], [1, -0.5, -0.125]);
        Assert.True(double.IsNaN(result[1]));
        Assert.Equal(4 - 1 - 0.125, result[2]);
        Assert.Equal(8 - 2 - 0.25, result[3]);
    }

    [Fact]
    public void LevelFree_Weights_AddUpToNothing()
    {
        var weights = FractionalDifference.LevelFree(0.4, 1e-4, 512);
        Assert.Equal(282, weights.Length);
        Assert.Equal(0, LaneReduction.Sum(weights), 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Apply_GoldenCase_Agrees(int index)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("golden/fracdiff.json")));
        var golden = document.RootElement.GetProperty("cases")[index];
        double[] x = [.. golden.GetProperty("x").EnumerateArray().Select(v => v.GetDouble())];
        var weights = FractionalDifference.Weights(golden.GetProperty("d").GetDouble(), golden.GetProperty("threshold").GetDouble(), x.Length);
        Assert.Equal(golden.GetProperty("n_weights").GetInt32(), weights.Length);
        var first = golden.GetProperty("weights_lag0_first50");
        for (var i = 0; i < first.GetArrayLength(); i++)
        {
            Assert.Equal(first[i].GetDouble(), weights[i], 1e-14);
        }

        var checksum = golden.GetProperty("weights_checksum_lag0_first");
        Assert.Equal(checksum.GetProperty("sum").GetDouble(), weights.Sum(), 1e-12);
        Assert.Equal(checksum.GetProperty("sumsq").GetDouble(), weights.Sum(w => w * w), 1e-12);
        Assert.Equal(checksum.GetProperty("weighted").GetDouble(), weights.Select((w, i) => (i + 1) * w).Sum(), 1e-10);

        var result = FractionalDifference.Apply(x, weights);
        var expected = golden.GetProperty("ffd");
        for (var t = 0; t < x.Length; t++)
        {
            if (expected[t].ValueKind == JsonValueKind.Null)
            {
                Assert.True(double.IsNaN(result[t]));
            }
            else
            {
                Assert.Equal(expected[t].GetDouble(), result[t], 1e-10 * Math.Max(1, Math.Abs(x[t])));
            }
        }
    }
}
