using Ratchet.Features.Statistics;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Features.Tests.Statistics;

public sealed class AugmentedDickeyFullerTests
{
    /// <summary>Statistics by least squares with an explicit inverse (numpy.linalg), on the same series.</summary>
    [Theory]
    [InlineData(0.9, 0, -3.8935056506896273)]
    [InlineData(0.9, 1, -3.756327530022274)]
    [InlineData(0.9, 4, -2.8775985695529656)]
    [InlineData(1.0, 0, -2.126594781766968)]
    [InlineData(1.0, 4, -1.7142717352974166)]
    [InlineData(0.5, 1, -8.227932426820434)]
    public void Test_FixedLags_IsThePlainRegression(double memory, int lags, double expected)
    {
        var test = AugmentedDickeyFuller.Test(Series(200, memory), lags);
        Assert.Equal(expected, test.Statistic, 1e-9);
        Assert.Equal((lags, 199 - lags), (test.Lags, test.Observations));
    }

    [Theory]
    [InlineData(0.9, -3.8935056506896273, true)]
    [InlineData(1.0, -2.126594781766968, false)]
    public void Test_LagsByCriterion_IsThePlainSearch(double memory, double expected, bool rejects)
    {
        var test = AugmentedDickeyFuller.Test(Series(200, memory));
        Assert.Equal(0, test.Lags);
        Assert.Equal(expected, test.Statistic, 1e-9);
        Assert.Equal(rejects, test.Rejects(5));
    }

    [Fact]
    public void Test_ChangesThatRemember_TakesLags()
    {
        // dy[t] = 0.6 dy[t-1] + e[t] has one lagged change.
        var noise = StreamKey.FromSeed(3).Open();
        var values = new double[600];
        var change = 0.0;
        for (var i = 1; i < values.Length; i++)
        {
            change = (0.6 * change) + noise.NextNormal();
            values[i] = values[i - 1] + change;
        }

        var test = AugmentedDickeyFuller.Test(values);
        Assert.True(test.Lags >= 1);
        Assert.False(test.Rejects(5));
    }

    [Fact]
    public void Critical_LargeSample_IsThePublishedLimit()
    {
        var test = new UnitRootTest(0, 0, 100_000_000);
        Assert.Equal([-3.43035, -2.86154, -2.56677], new[] { 1, 5, 10 }.Select(test.Critical), (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Throws<ArgumentOutOfRangeException>(() => test.Critical(2));

        // b0 + b1 / 100 + b2 / 100^2 + b3 / 100^3 by hand.
        Assert.Equal(-2.86154 - 0.028903 - 0.0004234 - 0.00004004, new UnitRootTest(0, 0, 100).Critical(5), 1e-12);
    }

    [Fact]
    public void Test_RandomWalks_AreRejectedAboutAsOftenAsTheLevelSays()
    {
        var rejected = 0;
        for (ulong seed = 0; seed < 400; seed++)
        {
            var noise = StreamKey.FromSeed(seed).Derive("walk").Open();
            var values = new double[250];
            for (var i = 1; i < values.Length; i++)
            {
                values[i] = values[i - 1] + noise.NextNormal();
            }

            rejected += AugmentedDickeyFuller.Test(values, 1).Rejects(5) ? 1 : 0;
        }

        Assert.InRange(rejected, 8, 35);
    }

    [Fact]
    public void Test_Unusual_SaysSo()
    {
        Assert.True(double.IsNaN(AugmentedDickeyFuller.Test(new double[100]).Statistic));
        Assert.False(AugmentedDickeyFuller.Test(new double[100]).Rejects(10));
        Assert.Throws<ArgumentException>(() => AugmentedDickeyFuller.Test(new double[11], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => AugmentedDickeyFuller.Test(new double[100], -1));
    }

    private static double[] Series(int count, double memory)
    {
        ulong state = 12345;
        var values = new double[count];
        for (var i = 1; i < count; i++)
        {
            state = (state * 6364136223846793005UL) + 1442695040888963407UL;
            values[i] = (memory * values[i - 1]) + (((state >> 11) / 9007199254740992.0) - 0.5);
        }

        return values;
    }
}
