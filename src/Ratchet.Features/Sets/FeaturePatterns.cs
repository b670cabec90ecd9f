using Ratchet.Features.Momentum;
using Ratchet.Features.Regimes;
using Ratchet.Features.Statistics;
using Ratchet.Features.Trend;
using Ratchet.Features.Volatility;
using Ratchet.Features.Volume;

namespace Ratchet.Features.Sets;

/// <summary>The features of the catalogue that take parameters, one row a name.</summary>
public static class FeaturePatterns
{
    private const int Longest = 10_000;

    /// <summary>Every pattern; the features of <see cref="FeatureCatalogue.Features"/> are these with their usual parameters, and those without any.</summary>
    public static IReadOnlyList<FeaturePattern> All { get; } =
    [
        Period("rsi", 2, v => new RsiFamily(v)),
        Period("williams_r", 1, v => new WilliamsFamily(v)),
        Period("cci", 2, v => new CciFamily(v)),
        Period("roc", 1, v => new RocFamily(v)),
        Period("trix", 1, v => new TrixFamily(v)),
        .. Shared("stochastic", ["stoch_k", "stoch_d"], [Range("period", 1), Range("smooth", 1), Range("signal", 1)], v => new StochasticFamily(v[0], v[1], v[2])),
        .. Shared(
            "macd",
            ["macd", "macd_signal", "macd_hist", "macd_signal_cross"],
            [Range("fast", 1), Range("slow", 1), Range("signal", 1)],
            v => new MacdFamily(v[0], v[1], v[2]),
            isRising: true),
        .. Shared("ema_ratio", ["ema_ratio"], [Range("fast", 1), Range("slow", 1)], v => new EmaRatioFamily(v[0], v[1]), isRising: true),
        Period("sma_ratio", 2, v => new SmaRatioFamily(v)),
        .. Shared("directional", ["adx", "plus_di", "minus_di"], [Range("period", 2)], v => new DirectionalFamily(v[0])),
        Period("aroon_osc", 1, v => new AroonFamily(v)),
        Period("kama_slope", 2, v => new KamaFamily(v)),
        .. Shared("bollinger", ["bb_position", "bb_width", "bb_squeeze"], [Range("period", 2)], v => new BollingerFamily(v[0])),
        Period("atr_pct", 1, v => new AtrFamily(v)),
        Period("donchian_position", 1, v => new DonchianFamily(v)),
        Period("mfi", 2, v => new MfiFamily(v)),
        Period("obv_slope", 2, v => new ObvSlopeFamily(v)),
        Period("cmf", 1, v => new ChaikinFamily(v)),
        Period("volume_sma_ratio", 1, v => new VolumeRatioFamily(v)),
        Period("vwap_distance", 1, v => new VwapFamily(v)),
        Period("ret", 1, StatisticalFeatures.Return),
        Period("realized_vol", 2, StatisticalFeatures.RealizedVolatility),
        Period("parkinson_vol", 1, StatisticalFeatures.ParkinsonVolatility),
        Period("garman_klass_vol", 1, StatisticalFeatures.GarmanKlassVolatility),
        Period("vol_of_vol", 2, StatisticalFeatures.VolatilityOfVolatility),
        Period("skew", 3, StatisticalFeatures.Skewness),
        Period("kurtosis", 4, StatisticalFeatures.Kurtosis),
        Period("autocorr_1", 3, StatisticalFeatures.Autocorrelation),
        Period("variance_ratio", 10, StatisticalFeatures.VarianceRatio),
        Period("hurst", 32, StatisticalFeatures.Hurst),
        Period("entropy", 8, StatisticalFeatures.NormalisedEntropy),
        Period("zscore", 2, StatisticalFeatures.Score),
        Period("kelly_optimal_size", 2, StatisticalFeatures.Kelly),
        new("cvar_risk_score", [new("period", 20, 1280)], v => StatisticalFeatures.Shortfall(v[0])),
        new("fractional_diff_price", [new("percent", 1, 100)], v => StatisticalFeatures.Fractional(v[0])),
        Period("trend_regime", 2, RegimeFeatures.Trend),
    ];

    private static ParameterRange Range(string name, int least) => new(name, least, Longest);

    private static FeaturePattern Period(string name, int least, Func<int, IFeatureFamily> make) => new(name, [Range("period", least)], v => make(v[0]));

    private static IEnumerable<FeaturePattern> Shared(
        string group, string[] names, ParameterRange[] parameters, Func<int[], IFeatureFamily> make, bool isRising = false) =>
        names.Select(n => new FeaturePattern(n, parameters, make) { Group = group, IsRising = isRising });
}
