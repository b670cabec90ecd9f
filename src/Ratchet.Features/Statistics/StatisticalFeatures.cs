using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Reductions;

namespace Ratchet.Features.Statistics;

/// <summary>
/// The statistical features. Returns are logarithmic, volatilities are of one bar and not annualised; every feature depends on its window
/// only, is computed afresh from it (O(window) a bar) and does not change when all prices are multiplied by a constant.
/// </summary>
public static class StatisticalFeatures
{
    private const double FractionalOrder = 0.4;
    private const double FractionalThreshold = 1e-4;
    private const int FractionalLimit = 512;
    private const int RiskBars = 100;
    private const int VarianceRatioBars = 5;

    /// <summary>All 18, one family each.</summary>
    public static IReadOnlyList<IFeatureFamily> All { get; } =
    [
        OfReturns("ret_1", 1, "Log return of one bar.", LaneReduction.Sum),
        OfReturns("ret_5", 5, "Log return of five bars.", LaneReduction.Sum),
        OfReturns("ret_20", 20, "Log return of twenty bars.", LaneReduction.Sum),
        OfReturns("realized_vol_20", 20, "Sample standard deviation of the last 20 log returns.", Moments.Deviation),
        OfReturns("realized_vol_60", 60, "Sample standard deviation of the last 60 log returns.", Moments.Deviation),
        OfBars("parkinson_vol_20", 20, "Parkinson's volatility of 20 bars: root of mean log(high/low)^2 / (4 log 2).", Parkinson, RootMean),
        OfBars("garman_klass_vol_20", 20, "Garman and Klass's volatility of 20 bars, from ranges and bodies.", GarmanKlass, RootMean),
        new WindowedFamily(
            static _ => new VolatilityOfVolatilityStep(20, 60),
            Describe("vol_of_vol_60", 79, "Standard deviation over mean of the last 60 values of realized_vol_20; 0 on flat prices.")),
        OfReturns("skew_60", 60, "Skewness of the last 60 log returns; 0 on flat prices.", Moments.Skewness),
        OfReturns("kurtosis_60", 60, "Excess kurtosis of the last 60 log returns; 0 on flat prices.", Moments.ExcessKurtosis),
        OfReturns("autocorr_1_60", 60, "Autocorrelation at lag 1 of the last 60 log returns, -1 to 1; 0 on flat prices.", Dependence.Autocorrelation),
        OfReturns(
            "variance_ratio_60",
            60,
            "Variance of 5-bar over 5 times that of 1-bar log returns in 60 bars; 1 for a random walk and on flat prices.",
            static window => Dependence.VarianceRatio(window, VarianceRatioBars)),
        OfBars("hurst_128", 128, "Hurst exponent of the last 128 log prices, 0 to 1; 0.5 for a random walk and on flat prices.", LogClose, Dependence.Hurst),
        OfReturns("entropy_64", 64, "Entropy of the last 64 log returns over 8 bins, 0 to 1; 0 on flat prices.", Entropy.Histogram),
        OfBars("zscore_50", 50, "Close in standard deviations from its mean of 50 bars; 0 on flat prices.", Close, Moments.LastStandardised),
        Fractional(),
        OfReturns(
            "kelly_optimal_size",
            RiskBars,
            "Kelly share with the odds of the last 100 log returns, -1 to 1; 0 on flat prices.",
            TradeRisk.KellySize),
        OfReturns(
            "cvar_risk_score",
            RiskBars,
            "Mean of the worst 5 of the last 100 log returns, as a loss in standard deviations; 0 on flat prices.",
            TradeRisk.ShortfallScore),
    ];

    private static WindowedFamily OfReturns(string name, int window, string summary, WindowKernel kernel) =>
        new(_ => new WindowStep(window, LogReturn, kernel), Describe(name, window, summary));

    private static WindowedFamily OfBars(string name, int window, string summary, BarInput input, WindowKernel kernel) =>
        new(_ => new WindowStep(window, input, kernel), Describe(name, window - 1, summary));

    private static WindowedFamily Fractional()
    {
        var weights = FractionalDifference.LevelFree(FractionalOrder, FractionalThreshold, FractionalLimit);
        return OfBars(
            "fractional_diff_price",
            weights.Length,
            "Fractional difference of order 0.4 of log close less its mean in the window (282 bars).",
            LogClose,
            window => LaneReduction.Dot(window, weights));
    }

    private static FeatureDescriptor Describe(string name, int warmUp, string summary) => new(name, FeatureGroup.Statistical, summary, _ => warmUp);

    private static double LogReturn(in Bar bar, double previousClose) => Math.Log(bar.Close / previousClose);

    private static double LogClose(in Bar bar, double previousClose) => Math.Log(bar.Close);

    private static double Close(in Bar bar, double previousClose) => bar.Close;

    private static double Parkinson(in Bar bar, double previousClose) => RangeVolatility.Parkinson(in bar);

    private static double GarmanKlass(in Bar bar, double previousClose) => RangeVolatility.GarmanKlass(in bar);

    private static double RootMean(ReadOnlySpan<double> window) => Math.Sqrt(Math.Max(0, LaneReduction.Mean(window)));
}
