using System.Text.Json;
using Ratchet.Testing;
using Ratchet.Validation.Metrics;
using Ratchet.Validation.Significance;

namespace Ratchet.Validation.Tests.Metrics;

/// <summary>Every figure of the reference file, recomputed through the public API.</summary>
public sealed class PerformanceGoldenTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Compute_ReferenceReturns_AgreesWithEveryFigure(int index)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedFiles.Require("golden/performance.json")));
        var item = file.RootElement.GetProperty("cases")[index];
        var returns = item.GetProperty("returns").EnumerateArray().Select(r => r.GetDouble()).ToArray();
        var given = item.GetProperty("params");
        var actual = Figures(returns, name => given.GetProperty(name).GetDouble());
        var compared = 0;
        foreach (var (name, value) in Expected(item.GetProperty("expected"), string.Empty))
        {
            Assert.True(actual.Remove(name, out var mine), $"no figure for {name}");
            Assert.True(
                double.IsNaN(value) ? double.IsNaN(mine) : Math.Abs(mine - value) <= 1e-10 * Math.Max(1, Math.Abs(value)),
                $"case {index} {name}: expected {value:R}, is {mine:R}");
            compared++;
        }

        Assert.True(compared >= 49, $"{compared} figures compared");
    }

    private static IEnumerable<(string Name, double Value)> Expected(JsonElement element, string prefix)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object)
            {
                foreach (var inner in Expected(property.Value, property.Name + "."))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return (prefix + property.Name, property.Value.ValueKind == JsonValueKind.Null ? double.NaN : property.Value.GetDouble());
            }
        }
    }

    private static Dictionary<string, double> Figures(double[] returns, Func<string, double> given)
    {
        var year = given("periods_per_year");
        var alpha = given("cvar_alpha");
        var benchmark = given("psr_benchmark_per_period");
        var equity = new double[returns.Length];
        var value = 1.0;
        for (var i = 0; i < returns.Length; i++)
        {
            equity[i] = value *= 1 + returns[i];
        }

        var options = new MetricOptions
        {
            RiskFreePerPeriod = given("risk_free_per_period"),
            MinimumAcceptableReturnPerPeriod = given("mar_per_period"),
            TailConfidence = alpha,
        };
        var m = PerformanceMetrics.Compute(new(1, equity, year), [], options);
        var moments = ReturnMoments.From(returns);
        var drawdown = DrawdownProfile.From(1, equity);

        // The peer's running maximum begins after the first return.
        var fromFirstClose = DrawdownProfile.From(equity[0], equity.AsSpan(1));
        var profits = ProfitSummary.From(returns);
        var n = returns.Length;
        var deflated = SharpeStatistics.Deflated(m.SharpePerPeriod, n, m.Skewness, m.Kurtosis, given("n_trials"), given("var_of_trial_sharpes"));
        var expectedMaximum = SharpeStatistics.ExpectedMaximum(given("n_trials"));
        var unbiased = SharpeStatistics.Probabilistic(m.SharpePerPeriod, 0, n, moments.UnbiasedSkewness, moments.UnbiasedKurtosis);
        return new()
        {
            ["n"] = m.Bars,
            ["mean"] = moments.Mean,
            ["std_ddof1"] = moments.StandardDeviation,
            ["skew_biased"] = m.Skewness,
            ["kurtosis_biased_nonexcess"] = m.Kurtosis,
            ["skew_unbiased"] = moments.UnbiasedSkewness,
            ["kurtosis_unbiased_nonexcess"] = moments.UnbiasedKurtosis,
            ["sharpe_per_period"] = m.SharpePerPeriod,
            ["sharpe_annual"] = m.Sharpe,
            ["downside_deviation"] = (moments.Mean - options.MinimumAcceptableReturnPerPeriod) * Math.Sqrt(year) / m.Sortino,
            ["sortino_per_period"] = m.Sortino / Math.Sqrt(year),
            ["sortino_annual"] = m.Sortino,
            ["max_drawdown"] = -m.MaximumDrawdown,
            ["max_drawdown_trough_index"] = drawdown.TroughIndex,
            ["max_drawdown_peak_index"] = drawdown.PeakIndex,
            ["longest_underwater_periods"] = m.DrawdownDuration,
            ["total_return"] = m.TotalReturn,
            ["cagr"] = m.AnnualReturn,
            ["calmar"] = m.Calmar,
            ["profit_factor"] = profits.ProfitFactor(100),
            ["win_rate_nonzero"] = profits.WinRate,
            ["payoff_ratio"] = profits.PayoffRatio(100),
            ["expectancy"] = profits.Expectancy,
            ["psr_vs_0"] = SharpeStatistics.Probabilistic(m.SharpePerPeriod, 0, n, m.Skewness, m.Kurtosis),
            ["psr_vs_benchmark"] = SharpeStatistics.Probabilistic(m.SharpePerPeriod, benchmark, n, m.Skewness, m.Kurtosis),
            ["psr_vs_0_unbiased_moments"] = unbiased,
            ["pypbo_psr_unbiased_moments"] = unbiased,
            ["dsr_sr0"] = Math.Sqrt(given("var_of_trial_sharpes")) * expectedMaximum,
            ["dsr_expected_max"] = expectedMaximum,
            ["dsr"] = deflated,
            ["pypbo_dsr"] = deflated,
            ["min_track_record_length_95_vs_0"] = SharpeStatistics.MinimumTrackRecord(m.SharpePerPeriod, 0, m.Skewness, m.Kurtosis),
            ["var_historical"] = TailRisk.ValueAtRisk(returns, alpha),
            ["cvar_mean_of_le_var"] = TailRisk.MeanBeyondValueAtRisk(returns, alpha),
            ["cvar_exact_tail"] = m.ConditionalValueAtRisk,
            ["cvar_gaussian"] = TailRisk.GaussianConditionalValueAtRisk(moments.Mean, moments.StandardDeviation, alpha),
            ["kelly_mean_over_variance"] = moments.Mean / (moments.StandardDeviation * moments.StandardDeviation),
            ["kelly_win_payoff"] = profits.KellyFraction,
            ["vectorbt.total"] = m.TotalReturn,
            ["vectorbt.annualized"] = m.AnnualReturn,
            ["vectorbt.sharpe_ratio"] = m.Sharpe,
            ["vectorbt.sortino_ratio"] = m.Sortino,
            ["vectorbt.calmar_ratio"] = m.AnnualReturn / fromFirstClose.Depth,
            ["vectorbt.max_drawdown"] = -fromFirstClose.Depth,
            ["vectorbt.omega_ratio"] = PerformanceMetrics.Compute(new(1, equity, year), [], MetricOptions.Default).Omega,
            ["vectorbt.value_at_risk_5"] = TailRisk.ValueAtRisk(returns, 0.95),
            ["vectorbt.cond_value_at_risk_5"] = WorstByCount(returns, (int)Math.Floor(0.05 * (n - 1)) + 1),
            ["vectorbt.annualized_volatility"] = m.Volatility,
            ["vectorbt.tail_ratio"] = TailRisk.TailRatio(returns),
        };
    }

    private static double WorstByCount(double[] returns, int count) =>
        TailRisk.ConditionalValueAtRisk(returns, 1 - ((double)count / returns.Length));
}
