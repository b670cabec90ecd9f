using Ratchet.Features.Statistics;
using Ratchet.Features.Tests.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Statistics;

/// <summary>Columns against plain formulas over the same bars.</summary>
public sealed class StatisticalFeatureTests
{
    private static readonly BarSeries Bars = RandomBars.Create(400, 41, TimeFrame.Hour1);

    private static double[] Column(string name)
    {
        var family = StatisticalFeatures.All.Single(f => f.Features[0].Name == name);
        var column = new double[Bars.Count];
        family.Compute(Bars, [column], TestContext.Current.CancellationToken);
        return column;
    }

    private static double[] Returns(int end, int count) =>
        [.. Enumerable.Range(end - count + 1, count).Select(i => Math.Log(Bars.Close[i] / Bars.Close[i - 1]))];

    [Theory]
    [InlineData("ret_1", 1)]
    [InlineData("ret_5", 5)]
    [InlineData("ret_20", 20)]
    public void Compute_Return_IsTheLogOfTheRatio(string name, int bars)
    {
        var column = Column(name);
        for (var t = bars; t < Bars.Count; t++)
        {
            Assert.Equal(Math.Log(Bars.Close[t] / Bars.Close[t - bars]), column[t], 1e-12);
        }
    }

    [Theory]
    [InlineData("realized_vol_20", 20)]
    [InlineData("realized_vol_60", 60)]
    public void Compute_RealizedVolatility_IsTheSampleDeviation(string name, int bars)
    {
        var column = Column(name);
        for (var t = bars; t < Bars.Count; t += 17)
        {
            var returns = Returns(t, bars);
            var mean = returns.Average();
            Assert.Equal(Math.Sqrt(returns.Sum(r => (r - mean) * (r - mean)) / (bars - 1)), column[t], 1e-14);
        }
    }

    [Fact]
    public void Compute_VolatilityOfVolatility_IsTheRelativeDeviationOfTheOtherColumn()
    {
        var volatility = Column("realized_vol_20");
        var column = Column("vol_of_vol_60");
        for (var t = 79; t < Bars.Count; t += 13)
        {
            var window = volatility[(t - 59)..(t + 1)];
            var mean = window.Average();
            Assert.Equal(Math.Sqrt(window.Sum(v => (v - mean) * (v - mean)) / 59) / mean, column[t], 1e-12);
        }
    }

    [Fact]
    public void Compute_FractionalDifference_IsThatOfLogPriceLessItsWindowMean()
    {
        var weights = FractionalDifference.Weights(0.4, 1e-4, 512);
        var column = Column("fractional_diff_price");
        for (var t = weights.Length - 1; t < Bars.Count; t += 7)
        {
            var logs = Enumerable.Range(0, weights.Length).Select(k => Math.Log(Bars.Close[t - k])).ToArray();
            var mean = logs.Average();
            Assert.Equal(logs.Select((x, k) => weights[k] * (x - mean)).Sum(), column[t], 1e-11);
        }
    }

    [Fact]
    public void Compute_ParkinsonAndGarmanKlass_AreNearTheReturnsVolatility()
    {
        var parkinson = Column("parkinson_vol_20");
        var expected = Math.Sqrt(Enumerable.Range(81, 20).Average(i => Math.Pow(Math.Log(Bars.High[i] / Bars.Low[i]), 2)) / (4 * Math.Log(2)));
        Assert.Equal(expected, parkinson[100], 1e-14);
        Assert.InRange(Column("garman_klass_vol_20")[100] / parkinson[100], 0.5, 2);
    }
}
