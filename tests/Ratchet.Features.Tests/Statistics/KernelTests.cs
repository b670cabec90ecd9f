using Ratchet.Features.Statistics;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;

namespace Ratchet.Features.Tests.Statistics;

/// <summary>Kernels against numbers worked out by hand, and against known laws.</summary>
public sealed class KernelTests
{
    [Fact]
    public void Skewness_ThreeZerosAndAFour_MatchesHandCalculation()
    {
        // Mean 1, deviations -1 -1 -1 3: m2 = 3, m3 = 6, m4 = 21.
        Assert.Equal(6 / Math.Pow(3, 1.5), Moments.Skewness([0, 0, 0, 4]), 1e-12);
        Assert.Equal((21.0 / 9) - 3, Moments.ExcessKurtosis([0, 0, 0, 4]), 1e-12);
    }

    [Fact]
    public void Deviation_OneTwoThree_IsOne() => Assert.Equal(1, Moments.Deviation([1, 2, 3]), 1e-15);

    [Fact]
    public void LastStandardised_OneTwoThree_IsOne() => Assert.Equal(1, Moments.LastStandardised([1, 2, 3]), 1e-15);

    [Fact]
    public void Autocorrelation_Alternating_MatchesHandCalculation()
    {
        // Mean 0: sum of neighbours' products -3, of squares 4.
        Assert.Equal(-0.75, Dependence.Autocorrelation([1, -1, 1, -1]), 1e-15);
    }

    [Fact]
    public void VarianceRatio_FourReturns_MatchesHandCalculation()
    {
        // Mean 0, one-bar variance 4 / 3; two-bar sums 0, 0, 0.
        Assert.Equal(0, Dependence.VarianceRatio([1, -1, 1, -1], 2), 1e-15);

        // Two-bar sums 2, 0, -2: 8 / (2 x 3 x (1 - 2 / 4)) = 8 / 3, over 4 / 3.
        Assert.Equal(2, Dependence.VarianceRatio([1, 1, -1, -1], 2), 1e-12);
    }

    [Fact]
    public void VarianceRatioAndHurst_RandomWalk_AreNearOneAndOneHalf()
    {
        var stream = StreamKey.FromSeed(4).Derive("walk").Open();
        var (ratio, hurst) = (0.0, 0.0);
        var returns = new double[128];
        var prices = new double[128];
        for (var run = 0; run < 400; run++)
        {
            for (var i = 0; i < returns.Length; i++)
            {
                returns[i] = 0.01 * stream.NextNormal();
                prices[i] = (i > 0 ? prices[i - 1] : 0) + returns[i];
            }

            ratio += Dependence.VarianceRatio(returns, 5) / 400;
            hurst += Dependence.Hurst(prices) / 400;
        }

        Assert.InRange(ratio, 0.95, 1.05);
        Assert.InRange(hurst, 0.42, 0.52);
    }

    [Fact]
    public void Hurst_Extremes_TellTrendFromReversal()
    {
        double[] zigzag = [.. Enumerable.Range(0, 64).Select(i => i % 2 == 0 ? 0.0 : 1e-3 * (1 + (i % 5)))];
        double[] wave = [.. Enumerable.Range(0, 128).Select(i => Math.Sin(i / 40.0))];
        Assert.True(Dependence.Hurst(zigzag) < 0.2);
        Assert.True(Dependence.Hurst(wave) > 0.9);
        Assert.Equal(0.5, Dependence.Hurst(new double[64]));
    }

    [Fact]
    public void Histogram_Extremes_AreZeroAndOne()
    {
        Assert.Equal(0, Entropy.Histogram([2, 2, 2]));
        Assert.Equal(1, Entropy.Histogram([0, 1, 2, 3, 4, 5, 6, 7]), 1e-12);

        // Half in the lowest bin, half in the highest: log 2 / log 8.
        Assert.Equal(1.0 / 3, Entropy.Histogram([0, 0, 1, 1]), 1e-12);
    }

    [Fact]
    public void KellySize_KnownOdds_MatchesHandCalculation()
    {
        // Three rises of 2 and one fall of 1: p = 3/4, b = 2, f = 3/4 - 1/8.
        Assert.Equal(0.625, TradeRisk.KellySize([2, 2, 2, -1, 0]), 1e-15);
        Assert.Equal(1, TradeRisk.KellySize([1, 0]));
        Assert.Equal(-1, TradeRisk.KellySize([-1, 0]));
        Assert.Equal(0, TradeRisk.KellySize([0, 0]));
        Assert.Equal(-1, TradeRisk.KellySize([0.1, -5, -5]));
    }

    [Fact]
    public void ShortfallScore_FortyReturns_AveragesTheWorstTwo()
    {
        double[] returns = [.. Enumerable.Range(1, 40).Select(i => (double)((i * 7) % 41))];
        // The worst two of 1 to 40 are 1 and 2; the sample variance of 1..n is n (n + 1) / 12.
        Assert.Equal(-1.5 / Math.Sqrt(40 * 41 / 12.0), TradeRisk.ShortfallScore(returns), 1e-12);
        Assert.Equal(0, TradeRisk.ShortfallScore(new double[100]));
    }

    [Fact]
    public void RangeVolatility_OneBar_MatchesHandCalculation()
    {
        var bar = new Bar(0, 100, 100 * Math.E, 100, 100 * Math.Sqrt(Math.E), 1);
        Assert.Equal(1 / (4 * Math.Log(2)), RangeVolatility.Parkinson(bar), 1e-12);
        Assert.Equal(0.5 - (((2 * Math.Log(2)) - 1) / 4), RangeVolatility.GarmanKlass(bar), 1e-12);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    public void Push_ManyNumbers_KeepsTheLastOnes(int capacity)
    {
        var window = new SlidingWindow(capacity);
        for (var i = 0; i < 50; i++)
        {
            window.Push(i);
            var expected = Enumerable.Range(0, i + 1).TakeLast(capacity).Select(v => (double)v).ToArray();
            Assert.Equal(expected, window.Values.ToArray());
            Assert.Equal(i + 1 >= capacity, window.IsFull);
        }
    }
}
