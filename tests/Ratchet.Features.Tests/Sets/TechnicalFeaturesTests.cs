using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Sets;

public sealed class TechnicalFeaturesTests
{
    private const string Names =
        "rsi_7 rsi_14 rsi_21 stoch_k stoch_d williams_r_14 cci_20 mfi_14 macd macd_signal macd_hist macd_signal_cross ema_ratio_9_21 ema_ratio_21_55 sma_ratio_20 "
        + "sma_ratio_50 sma_ratio_200 bb_position bb_width bb_squeeze keltner_position atr_pct_14 adx_14 plus_di_14 minus_di_14 aroon_osc_25 ichimoku_tk_spread "
        + "ichimoku_cloud_position ichimoku_cloud_thickness donchian_position_20 psar_distance roc_10 momentum_1h momentum_4h trix_15 obv_slope_20 volume_sma_ratio "
        + "vwap_distance volume_profile_poc cmf_20 supertrend_distance kama_slope_10 multi_tf_consensus";

    private static readonly FeatureCatalogue Catalogue = new(TechnicalFeatures.All);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void All_Names_AreTheCatalogue() => Assert.Equal(Names.Split(' '), Catalogue.Features.Select(f => f.Name));

    [Fact]
    public void Build_AnyThreads_GivesTheSameBits()
    {
        var bars = RandomBars.Create(900, 21, TimeFrame.Hour1);
        var set = FeatureSet.All(Catalogue);
        var one = FeatureBuilder.Build(bars, set, Catalogue, 1, Token);
        var many = FeatureBuilder.Build(bars, set, Catalogue, 8, Token);
        for (var c = 0; c < one.Columns.Count; c++)
        {
            Assert.Equal(one.Columns[c].Select(BitConverter.DoubleToInt64Bits), many.Columns[c].Select(BitConverter.DoubleToInt64Bits));
        }

        Assert.Equal(262, one.FirstCompleteRow);
        Assert.Empty(one.Remarks);
    }

    [Fact]
    public void Build_Bounded_StaysInItsRange()
    {
        var bars = RandomBars.Create(1500, 22, TimeFrame.Hour1, i => i % 400 > 330);
        var table = FeatureBuilder.Build(bars, FeatureSet.All(Catalogue), Catalogue, 1, Token);
        foreach (var (name, least, most) in new[]
        {
            ("rsi_14", 0.0, 100.0), ("stoch_k", 0, 100), ("stoch_d", 0, 100), ("williams_r_14", -100, 0), ("mfi_14", 0, 100), ("macd_signal_cross", -1, 1),
            ("bb_width", 0, 10), ("atr_pct_14", 0, 100), ("adx_14", 0, 100), ("plus_di_14", 0, 100), ("minus_di_14", 0, 100), ("aroon_osc_25", -100, 100),
            ("donchian_position_20", 0, 1), ("obv_slope_20", -5, 5), ("volume_sma_ratio", 0, 20), ("cmf_20", -1, 1), ("multi_tf_consensus", -1, 1),
            ("bb_position", -2, 3), ("keltner_position", -10, 10), ("bb_squeeze", 0, 20), ("supertrend_distance", -1, 1), ("volume_profile_poc", -1, 1), ("cci_20", -667, 667),
        })
        {
            var column = table.Columns[table.Names.ToList().IndexOf(name)];
            Assert.All(column.Where(v => !double.IsNaN(v)), v => Assert.True(v >= least - 1e-9 && v <= most + 1e-9, $"{name}: {v}"));
            Assert.True(column.Where(v => !double.IsNaN(v)).Distinct().Count() > 2, name);
        }
    }
}
