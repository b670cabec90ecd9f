using System.Globalization;
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
    internal const double FractionalThreshold = 1e-4;
    internal const int FractionalLimit = 512;
    private const int RiskBars = 100;
    private const int VarianceRatioBars = 5;

    /// <summary>All 18 with their usual parameters, one family each.</summary>
    public static IReadOnlyList<IFeatureFamily> All { get; } = Create(new());

    /// <summary>All 18, one family each.</summary>
    /// <param name="fractional">How <c>fractional_diff_price</c> is made.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static IReadOnlyList<IFeatureFamily> Create(FractionalOptions fractional)
    {
        fractional.Validate();
        return
        [
            Return(1),
            Return(5),
            Return(20),
            RealizedVolatility(20),
            RealizedVolatility(60),
            ParkinsonVolatility(20),
            GarmanKlassVolatility(20),
            VolatilityOfVolatility(60),
            Skewness(60),
            Kurtosis(60),
            Autocorrelation(60),
            VarianceRatio(60),
            Hurst(128),
            NormalisedEntropy(64),
            Score(50),
            fractional.Order is { } order ? Fractional("fractional_diff_price", order) : Calibrated(fractional),
            Kelly("kelly_optimal_size", RiskBars),
            Shortfall("cvar_risk_score", RiskBars),
        ];
    }

    internal static IFeatureFamily Return(int bars) =>
        OfReturns($"ret_{bars}", bars, $"Log return of {InWords(bars)}.", LaneReduction.Sum);

    internal static IFeatureFamily RealizedVolatility(int bars) =>
        OfReturns($"realized_vol_{bars}", bars, $"Sample standard deviation of the last {bars} log returns.", Moments.Deviation);

    internal static IFeatureFamily ParkinsonVolatility(int bars) => OfBars(
        $"parkinson_vol_{bars}", bars, $"Parkinson's volatility of {bars} bars: root of mean log(high/low)^2 / (4 log 2).", Parkinson, RootMean);

    internal static IFeatureFamily GarmanKlassVolatility(int bars) => OfBars(
        $"garman_klass_vol_{bars}", bars, $"Garman and Klass's volatility of {bars} bars, from ranges and bodies.", GarmanKlass, RootMean);

    internal static IFeatureFamily VolatilityOfVolatility(int values) => new WindowedFamily(
        _ => new VolatilityOfVolatilityStep(20, values),
        Describe($"vol_of_vol_{values}", values + 19, $"Standard deviation over mean of the last {values} values of realized_vol_20; 0 on flat prices."));

    internal static IFeatureFamily Skewness(int bars) =>
        OfReturns($"skew_{bars}", bars, $"Skewness of the last {bars} log returns; 0 on flat prices.", Moments.Skewness);

    internal static IFeatureFamily Kurtosis(int bars) =>
        OfReturns($"kurtosis_{bars}", bars, $"Excess kurtosis of the last {bars} log returns; 0 on flat prices.", Moments.ExcessKurtosis);

    internal static IFeatureFamily Autocorrelation(int bars) => OfReturns(
        $"autocorr_1_{bars}", bars, $"Autocorrelation at lag 1 of the last {bars} log returns, -1 to 1; 0 on flat prices.", Dependence.Autocorrelation);

    internal static IFeatureFamily VarianceRatio(int bars) => OfReturns(
        $"variance_ratio_{bars}",
        bars,
        $"Variance of 5-bar over 5 times that of 1-bar log returns in {bars} bars; 1 for a random walk and on flat prices.",
        static window => Dependence.VarianceRatio(window, VarianceRatioBars));

    internal static IFeatureFamily Hurst(int bars) => OfBars(
        $"hurst_{bars}", bars, $"Hurst exponent of the last {bars} log prices, 0 to 1; 0.5 for a random walk and on flat prices.", LogClose, Dependence.Hurst);

    internal static IFeatureFamily NormalisedEntropy(int bars) =>
        OfReturns($"entropy_{bars}", bars, $"Entropy of the last {bars} log returns over 8 bins, 0 to 1; 0 on flat prices.", Entropy.Histogram);

    internal static IFeatureFamily Score(int bars) =>
        OfBars($"zscore_{bars}", bars, $"Close in standard deviations from its mean of {bars} bars; 0 on flat prices.", Close, Moments.LastStandardised);

    internal static IFeatureFamily Kelly(int bars) => Kelly($"kelly_optimal_size_{bars}", bars);

    internal static IFeatureFamily Shortfall(int bars) => Shortfall($"cvar_risk_score_{bars}", bars);

    internal static IFeatureFamily Fractional(int percent) => Fractional($"fractional_diff_price_{percent}", percent / 100.0);

    private static string InWords(int bars) => bars switch
    {
        1 => "one bar",
        5 => "five bars",
        20 => "twenty bars",
        _ => $"{bars} bars",
    };

    private static WindowedFamily Kelly(string name, int bars) =>
        OfReturns(name, bars, $"Kelly share with the odds of the last {bars} log returns, -1 to 1; 0 on flat prices.", TradeRisk.KellySize);

    private static WindowedFamily Shortfall(string name, int bars) => OfReturns(
        name,
        bars,
        $"Mean of the worst {(bars + 19) / 20} of the last {bars} log returns, as a loss in standard deviations; 0 on flat prices.",
        TradeRisk.ShortfallScore);

    private static WindowedFamily OfReturns(string name, int window, string summary, WindowKernel kernel) =>
        new(_ => new WindowStep(window, LogReturn, kernel), Describe(name, window, summary));

    private static WindowedFamily OfBars(string name, int window, string summary, BarInput input, WindowKernel kernel) =>
        new(_ => new WindowStep(window, input, kernel), Describe(name, window - 1, summary));

    private static WindowedFamily Fractional(string name, double order)
    {
        var weights = FractionalDifference.LevelFree(order, FractionalThreshold, FractionalLimit);
        return new(
            _ => new WindowStep(weights.Length, LogClose, window => LaneReduction.Dot(window, weights)),
            Describe(
                name,
                weights.Length - 1,
                string.Create(CultureInfo.InvariantCulture, $"Fractional difference of order {order} of log close less its mean in the window ({weights.Length} bars).")))
        {
            Definition = string.Create(CultureInfo.InvariantCulture, $"d={order}"),
        };
    }

    private static WindowedFamily Calibrated(FractionalOptions options) => new(
        _ => new CalibratedFractionalStep(options),
        Describe(
            "fractional_diff_price",
            options.CalibrationBars,
            $"Fractional difference of log close less its mean in the window, of the least order that passes a unit root test on the first {options.CalibrationBars} bars."))
    {
        Definition = options.ToString(),
    };

    private static FeatureDescriptor Describe(string name, int warmUp, string summary) => new(name, FeatureGroup.Statistical, summary, _ => warmUp);

    private static double LogReturn(in Bar bar, double previousClose) => Math.Log(bar.Close / previousClose);

    private static double LogClose(in Bar bar, double previousClose) => Math.Log(bar.Close);

    private static double Close(in Bar bar, double previousClose) => bar.Close;

    private static double Parkinson(in Bar bar, double previousClose) => RangeVolatility.Parkinson(in bar);

    private static double GarmanKlass(in Bar bar, double previousClose) => RangeVolatility.GarmanKlass(in bar);

    private static double RootMean(ReadOnlySpan<double> window) => Math.Sqrt(Math.Max(0, LaneReduction.Mean(window)));
}
