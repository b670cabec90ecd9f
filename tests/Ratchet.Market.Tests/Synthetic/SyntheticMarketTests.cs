using Ratchet.Market.Bars;
using Ratchet.Market.Synthetic;
using Ratchet.Market.Time;

namespace Ratchet.Market.Tests.Synthetic;

public sealed class SyntheticMarketTests
{
    private static readonly SyntheticSeries Default = SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = 60_000 });

    [Fact]
    public void Generate_SameOptions_RepeatsBitForBit()
    {
        var options = new SyntheticMarketOptions { Seed = 9, Bars = 2_000 };
        var first = SyntheticMarket.Generate(options);
        var again = SyntheticMarket.Generate(options);
        var other = SyntheticMarket.Generate(options with { Seed = 10 });
        Assert.Equal(BarContentHash.Compute(first.Bars), BarContentHash.Compute(again.Bars));
        Assert.Equal(first.PlantedSignal, again.PlantedSignal);
        Assert.NotEqual(BarContentHash.Compute(first.Bars), BarContentHash.Compute(other.Bars));
    }

    [Fact]
    public void Generate_FewerBars_GivesThePrefix()
    {
        var whole = SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = 3_000 }).Bars;
        var part = SyntheticMarket.Generate(new SyntheticMarketOptions { Bars = 1_000 }).Bars;
        Assert.Equal(BarContentHash.Compute(part), BarContentHash.Compute(whole.Slice(new(0, 1_000))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    [InlineData(-0.1)]
    public void Generate_StatedInformationCoefficient_IsMeasuredWithinSamplingError(double coefficient)
    {
        const int Seeds = 20;
        const int Bars = 8_000;
        double sum = 0;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var market = SyntheticMarket.Generate(new SyntheticMarketOptions { Seed = seed, Bars = Bars, InformationCoefficient = coefficient });
            sum += market.MeasuredInformationCoefficient;
        }

        Assert.InRange(sum / Seeds, coefficient - (4 / Math.Sqrt(Seeds * Bars)), coefficient + (4 / Math.Sqrt(Seeds * Bars)));
    }

    [Fact]
    public void PlantedSignal_RecomputedFromCloses_IsTheSame()
    {
        var closes = Default.Bars.Close;
        double mass = 500, energy = 500;
        for (var t = 239; t < 5_000; t++)
        {
            var returns = new double[240];
            for (var age = 0; age < 240; age++)
            {
                var before = t - age == 0 ? 100.0 : closes[t - age - 1];
                returns[age] = (closes[t - age] / before) - 1;
            }

            var momentum = returns.Take(24).Sum() / Math.Sqrt(returns.Take(24).Sum(r => r * r));
            var isCalm = returns.Take(48).Average(Math.Abs) <= returns.Average(Math.Abs);
            mass++;
            energy += momentum * momentum;
            Assert.Equal((isCalm ? momentum : -momentum) / Math.Sqrt(energy / mass), Default.PlantedSignal[t], 9);
        }

        Assert.True(double.IsNaN(Default.PlantedSignal[238]));
    }

    [Fact]
    public void PlantedSignal_LongSeries_IsStandardisedAndUsesBothSigns()
    {
        var z = Default.PlantedSignal.Where(v => !double.IsNaN(v)).ToArray();
        Assert.InRange(z.Average(), -0.08, 0.08);
        Assert.InRange(z.Average(v => v * v), 0.95, 1.05);
        var closes = Default.Bars.Close;
        var calm = 0;
        for (var t = 240; t < z.Length; t++)
        {
            var momentum = (closes[t] / closes[t - 24]) - 1;
            calm += momentum * Default.PlantedSignal[t] > 0 ? 1 : 0;
        }

        Assert.InRange((double)calm / z.Length, 0.4, 0.75);
    }

    [Fact]
    public void Generate_LongSeries_HasFatTailsAndClusteredVolatility()
    {
        var returns = Returns(Default.Bars);
        var variance = returns.Average(r => r * r);
        var kurtosis = returns.Average(r => r * r * r * r) / (variance * variance);
        Assert.True(kurtosis > 5, $"kurtosis {kurtosis}");
        var sizes = returns.Select(Math.Abs).ToArray();
        Assert.True(Autocorrelation(sizes, 1) > 0.15);
        Assert.True(Autocorrelation(sizes, 24) > 0.08);
        Assert.InRange(Math.Sqrt(variance * 8760), 0.5, 0.7);
    }

    [Fact]
    public void Generate_LongSeries_HasVolumeBySeasonAndByVolatility()
    {
        var bars = Default.Bars;
        var byHour = new double[24];
        for (var i = 0; i < bars.Count; i++)
        {
            byHour[bars.OpenTime[i] / 3_600_000 % 24] += bars.Volume[i] / (bars.Count / 24.0);
        }

        Assert.InRange(Array.IndexOf(byHour, byHour.Max()), 12, 18);
        Assert.True(byHour.Max() > 1.8 * byHour.Min());
        var sizes = Returns(bars).Select(Math.Abs).ToArray();
        Assert.True(Correlation(sizes, bars.Volume[1..].ToArray()) > 0.3);
    }

    [Fact]
    public void Generate_EveryBar_IsCoherent()
    {
        var bars = SyntheticMarket.Generate(new SyntheticMarketOptions
        {
            Bars = 30_000,
            TimeFrame = TimeFrame.Day1,
            StartTime = 0,
            AnnualVolatility = 3,
            TurbulentVolatilityRatio = 10,
            TailDegreesOfFreedom = 2.1,
        }).Bars;
        for (var i = 0; i < bars.Count; i++)
        {
            var bar = bars[i];
            Assert.True(bar.Low > 0 && bar.Low <= Math.Min(bar.Open, bar.Close) && bar.High >= Math.Max(bar.Open, bar.Close) && double.IsFinite(bar.High), $"{bar}");
            Assert.True(bar.Volume > 0 && bar.TradeCount >= 1 && bar.TakerBuyVolume > 0 && bar.TakerBuyVolume < bar.Volume, $"{bar}");
            Assert.Equal(i * UtcTime.MillisecondsPerDay, bar.OpenTime);
            Assert.True(i == 0 || bar.Open.Equals(bars.Close[i - 1]));
        }
    }

    [Fact]
    public void Generate_PureNoise_HasNoMomentum()
    {
        double oneBar = 0, day = 0, drift = 0;
        const int Seeds = 20;
        for (ulong seed = 1; seed <= Seeds; seed++)
        {
            var bars = SyntheticMarket.Generate(new SyntheticMarketOptions { Seed = seed, Bars = 6_000, InformationCoefficient = 0 }).Bars;
            var signs = Returns(bars).Select(r => (double)Math.Sign(r)).ToArray();
            oneBar += Autocorrelation(signs, 1) / Seeds;
            drift += signs.Average() / Seeds;
            var momentum = new double[signs.Length - 24];
            for (var t = 0; t < momentum.Length; t++)
            {
                momentum[t] = Math.Sign(bars.Close[t + 24] - bars.Close[t]);
            }

            day += Correlation(momentum, signs[24..]) / Seeds;
        }

        Assert.InRange(oneBar, -0.012, 0.012);
        Assert.InRange(day, -0.012, 0.012);
        Assert.InRange(drift, -0.012, 0.012);
    }

    [Theory]
    [InlineData(0.51)]
    [InlineData(double.NaN)]
    public void Generate_CoefficientOutOfRange_Throws(double coefficient) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SyntheticMarket.Generate(new SyntheticMarketOptions { InformationCoefficient = coefficient }));

    [Fact]
    public void Validate_Bounds_AcceptInsideAndRefuseOutside()
    {
        new SyntheticMarketOptions { InformationCoefficient = 0.5, AnnualVolatility = 3, Bars = 2 }.Validate();
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticMarketOptions { Bars = 1 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticMarketOptions { AnnualVolatility = 3.01 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticMarketOptions { StartTime = 1 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticMarketOptions { ShockWeight = 0.2, Persistence = 0.9 }.Validate());
    }

    private static double[] Returns(BarSeries bars)
    {
        var returns = new double[bars.Count - 1];
        for (var i = 0; i < returns.Length; i++)
        {
            returns[i] = Math.Log(bars.Close[i + 1] / bars.Close[i]);
        }

        return returns;
    }

    private static double Autocorrelation(double[] values, int lag) => Correlation(values[..^lag], values[lag..]);

    private static double Correlation(double[] x, double[] y)
    {
        var meanX = x.Average();
        var meanY = y.Average();
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }

        return xy / Math.Sqrt(xx * yy);
    }
}
