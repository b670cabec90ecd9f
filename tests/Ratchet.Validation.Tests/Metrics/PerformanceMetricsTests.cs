using Ratchet.Numerics.Randomness;
using Ratchet.Validation.Metrics;

namespace Ratchet.Validation.Tests.Metrics;

public sealed class PerformanceMetricsTests
{
    [Fact]
    public void Compute_FourBars_MatchesTheHandCalculation()
    {
        // 100 -> 110 -> 99 -> 99 -> 118.8: returns 0.1, -0.1, 0, 0.2; mean 0.05, squared deviations 0.0025 + 0.0225 + 0.0025 + 0.0225 = 0.05.
        var m = Compute([110, 99, 99, 118.8], [], [0.5, 0, 0, 1]);
        Assert.Equal(0.188, m.TotalReturn, 12);
        Assert.Equal(0.188, m.AnnualReturn, 12);
        Assert.Equal(Math.Sqrt(0.05 / 3) * 2, m.Volatility, 12);
        Assert.Equal(0.05 / Math.Sqrt(0.05 / 3) * 2, m.Sharpe, 12);
        Assert.Equal(0.05 / Math.Sqrt(0.01 / 4) * 2, m.Sortino, 12);
        Assert.Equal(1.88, m.Calmar, 12);
        Assert.Equal(3, m.Omega, 12);
        Assert.Equal(0.1, m.MaximumDrawdown, 12);
        Assert.Equal(2, m.DrawdownDuration);
        Assert.Equal(2, m.DrawdownRecovery);
        Assert.Equal(Math.Sqrt(0.02 / 4), m.UlcerIndex, 12);
        Assert.Equal(-0.1, m.ConditionalValueAtRisk, 12);
        Assert.Equal(0, m.Skewness, 12);
        Assert.Equal(((2 * Math.Pow(0.05, 4)) + (2 * Math.Pow(0.15, 4))) / 4 / Math.Pow(0.05 / 4, 2), m.Kurtosis, 12);
        Assert.Equal(0.5, m.TimeInMarket, 12);
        Assert.Equal(0.375, m.Exposure, 12);
    }

    [Fact]
    public void Compute_FourTrades_MatchesTheHandCalculation()
    {
        // Profits 30, -10, -10, 10 on risks 10, 10, 20, 10: R 3, -1, -0.5, 1.
        ClosedTrade[] trades =
        [
            new(0, 0, 1, 100, 103, 10, 30, 1, 10, ExitReason.Target),
            new(1, 1, 1, 100, 99, 10, -10, 1, 10, ExitReason.StopLoss),
            new(2, 2, -1, 100, 101, 10, -10, 1, 20, ExitReason.StopLoss),
            new(3, 3, 1, 100, 101, 10, 10, 1, 10, ExitReason.Target),
        ];
        var m = Compute([130, 120, 110, 120], trades);
        Assert.Equal(4, m.Trades);
        Assert.Equal(4, m.TradesPerYear, 12);
        Assert.Equal(0.5, m.WinRate, 12);
        Assert.Equal(2, m.ProfitFactor, 12);
        Assert.Equal(5, m.Expectancy, 12);
        Assert.Equal(0.5, m.ExpectancyR, 12);
        Assert.Equal(2, m.PayoffRatio, 12);
        Assert.Equal(0.625, m.AverageR, 12);
        var deviation = Math.Sqrt(((2.375 * 2.375) + (1.625 * 1.625) + (1.125 * 1.125) + (0.375 * 0.375)) / 3);
        Assert.Equal(2 * 0.625 / deviation, m.SystemQuality, 12);
        Assert.Equal(0.25, m.KellyFraction, 12);
        Assert.Equal(2, m.LongestLosingRun);
        Assert.Equal(4, m.FeesPaid, 12);
        Assert.Equal(10 * (800 + 4.0) / 120, m.Turnover, 12);
        Assert.Equal(1, m.TimeInMarket, 12);
        Assert.Equal(10, m.Exposure, 12);
        Assert.Equal(0.5 * 4 / 200, m.TradeEfficiency, 12);
    }

    [Fact]
    public void Compute_NoTradesFlatCurve_IsZeroEverywhere()
    {
        var m = Compute([100, 100, 100], []);
        Assert.Equal(
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [
                m.TotalReturn, m.AnnualReturn, m.Volatility, m.Sharpe, m.Sortino, m.Calmar, m.Omega, m.MaximumDrawdown, m.DrawdownRecovery, m.ConditionalValueAtRisk,
                m.ProfitFactor, m.KellyFraction, m.AlphaPersistence, m.TradeEfficiency,
            ]);
        Assert.Equal(3, m.Kurtosis);
    }

    [Fact]
    public void Compute_NoBars_IsZeroEverywhere()
    {
        var m = Compute([], []);
        Assert.Equal((0, 100, 0, 0, 0), (m.Bars, m.FinalEquity, m.TotalReturn, m.Sharpe, m.Turnover));
    }

    [Fact]
    public void Compute_OneBar_HasAReturnAndNoVariance()
    {
        var m = Compute([101], []);
        Assert.Equal(0.01, m.TotalReturn, 12);
        Assert.Equal(Math.Pow(1.01, 4) - 1, m.AnnualReturn, 12);
        Assert.Equal((0, 0), (m.Volatility, m.Sharpe));
        Assert.Equal(1000, m.Calmar);
    }

    [Fact]
    public void Compute_NoLosers_ProfitFactorIsTheCap()
    {
        ClosedTrade[] trades = [new(0, 0, 1, 100, 101, 1, 1, 0, 1, ExitReason.Target), new(1, 1, 1, 100, 101, 1, 1, 0, 1, ExitReason.Target)];
        var m = Compute([101, 102], trades);
        Assert.Equal((100, 100, 1, 1), (m.ProfitFactor, m.PayoffRatio, m.KellyFraction, m.WinRate));
        Assert.Equal((0, 1000), (m.MaximumDrawdown, m.SystemQuality));
    }

    [Fact]
    public void Compute_OnlyLosers_IsDefined()
    {
        ClosedTrade[] trades = [new(0, 0, 1, 100, 99, 1, -1, 0, 1, ExitReason.StopLoss)];
        var m = Compute([99], trades);
        Assert.Equal((0, 0, -1, 0), (m.ProfitFactor, m.PayoffRatio, m.KellyFraction, m.WinRate));
        Assert.Equal((-1, -1), (m.Expectancy, m.AverageR));
    }

    [Fact]
    public void Compute_Ruin_LosesEverythingOnce()
    {
        var m = Compute([50, -10, -20, -20], []);
        Assert.Equal(-1, m.AnnualReturn);
        Assert.Equal(1, m.MaximumDrawdown);
        Assert.True(double.IsNaN(m.DrawdownRecovery));
        Assert.True(double.IsFinite(m.Sharpe));
    }

    [Fact]
    public void Compute_ExplosiveGrowth_IsCapped() => Assert.Equal(1e6, Compute([1e9], []).AnnualReturn);

    [Fact]
    public void Compute_RiskFreeAndAcceptableReturn_ShiftTheirRatios()
    {
        var options = new MetricOptions { RiskFreePerPeriod = 0.05, MinimumAcceptableReturnPerPeriod = 0.1 };
        var m = PerformanceMetrics.Compute(new(100, new double[] { 110, 99, 99, 118.8 }, 4), [], options);
        Assert.Equal(0, m.Sharpe, 12);

        // Excess over 0.1: 0, -0.2, -0.1, 0.1.
        Assert.Equal(-0.05 / Math.Sqrt(0.05 / 4) * 2, m.Sortino, 10);
        Assert.Equal(0.1 / 0.3, m.Omega, 10);
    }

    [Fact]
    public void Compute_EquityNotFinite_Throws() =>
        Assert.Contains("equity[1]", Assert.Throws<ArgumentException>(() => Compute([100, double.NaN], [])).Message, StringComparison.Ordinal);

    [Fact]
    public void Curve_BadInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EquityCurve(0, default, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EquityCurve(1, default, 0));
        Assert.Throws<ArgumentException>(() => new EquityCurve(1, new double[2], 1, new double[1]));
    }

    [Fact]
    public void ConditionalValueAtRisk_MostlyFlatCurves_AgreesWithSorting()
    {
        for (var seed = 0UL; seed < 40; seed++)
        {
            var random = StreamKey.FromSeed(seed).Open();
            var losers = seed / 40.0;
            var returns = Enumerable.Range(0, 500).Select(_ => random.NextDouble() < losers ? random.NextNormal() * 0.01 : 0).ToArray();
            var equity = new double[500];
            var value = 100.0;
            for (var i = 0; i < 500; i++)
            {
                equity[i] = value *= 1 + returns[i];
            }

            var m = PerformanceMetrics.Compute(new(100, equity, 8760), [], new() { TailConfidence = 0.95 });
            Assert.Equal(returns.Order().Take(25).Average(), m.ConditionalValueAtRisk, 1e-12);
        }
    }

    private static PerformanceMetrics Compute(double[] equity, ClosedTrade[] trades, double[]? exposure = null) =>
        PerformanceMetrics.Compute(new(100, equity, 4, exposure), trades, MetricOptions.Default);
}
