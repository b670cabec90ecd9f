using Ratchet.Features.Sets;
using Ratchet.Market.Bars;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;
using Ratchet.Testing;

namespace Ratchet.Features.Tests.Sets;

/// <summary>The whole catalogue at both speeds, name by name.</summary>
public sealed class CatalogueTableTests
{
    private const int Count = 3000;

    private const string Names =
        "rsi_7 rsi_14 rsi_21 stoch_k stoch_d williams_r_14 cci_20 mfi_14 macd macd_signal macd_hist macd_signal_cross ema_ratio_9_21 ema_ratio_21_55 "
        + "sma_ratio_20 sma_ratio_50 sma_ratio_200 bb_position bb_width bb_squeeze keltner_position atr_pct_14 adx_14 plus_di_14 minus_di_14 aroon_osc_25 "
        + "ichimoku_tk_spread ichimoku_cloud_position ichimoku_cloud_thickness donchian_position_20 psar_distance roc_10 momentum_1h momentum_4h trix_15 obv_slope_20 "
        + "volume_sma_ratio vwap_distance volume_profile_poc cmf_20 supertrend_distance kama_slope_10 "
        + "ret_1 ret_5 ret_20 realized_vol_20 realized_vol_60 parkinson_vol_20 garman_klass_vol_20 vol_of_vol_60 skew_60 kurtosis_60 autocorr_1_60 "
        + "variance_ratio_60 hurst_128 entropy_64 zscore_50 fractional_diff_price kelly_optimal_size cvar_risk_score "
        + "regime_prob_bull regime_prob_bear regime_prob_sideways regime_transition_prob regime_duration regime_entropy volatility_regime trend_regime "
        + "onchain_mvrv_proxy onchain_nvt_proxy onchain_exchange_inflow_proxy onchain_exchange_outflow_proxy onchain_netflow_momentum_proxy onchain_sopr_proxy "
        + "onchain_nupl_proxy onchain_puell_proxy onchain_whale_activity_proxy onchain_coin_age_proxy";

    private static readonly FeatureCatalogue Catalogue = WholeCatalogue.Create(new() { MinimumBars = 500, WindowBars = 800, RefitEveryBars = 1200 });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Names_Catalogue_AreAllThere()
    {
        var names = Names.Split(' ');
        Assert.Equal(78, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.True(Catalogue.TryFind(name, out _), name));
        Assert.Equal([.. names.Append("multi_tf_consensus").Order(StringComparer.Ordinal)], Catalogue.Features.Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Stream_RandomBars_IsTheBatchBitForBit() => AssertSame(RandomBars.Create(Count, 31, TimeFrame.Hour1));

    [Theory]
    [InlineData("data/crypto/binance_BTCUSDT_1h_2022-2025.csv.gz", 60)]
    [InlineData("data/crypto/binance_BTCUSDT_15m_2025.csv.gz", 15)]
    [InlineData("data/futures/ES_1m_2024-12_2025-09.csv.gz", 1)]
    public void Stream_RealBars_IsTheBatchBitForBit(string file, int minutes)
    {
        var raw = BarCsvReader.Read(SharedFiles.Require(file), cancellationToken: Token).Bars;
        var whole = new BarSeries(Symbol.Parse("TEST"), new(minutes), new()
        {
            OpenTime = raw.OpenTime,
            Open = raw.Open,
            High = raw.High,
            Low = raw.Low,
            Close = raw.Close,
            Volume = raw.Volume,
        });
        AssertSame(whole.Slice(new IndexRange(5000, 5000 + Count)));
    }

    [Fact]
    public void Update_MissingBarsFedLate_IsAsIfNoneWereMissing()
    {
        // A line that breaks off after bar 1000 and is caught up with from bar 1001 on when it is back at bar 1300, against one that never broke.
        var bars = RandomBars.Create(2000, 32, TimeFrame.Hour1);
        var set = FeatureSet.All(Catalogue);
        var (steady, broken) = (new FeatureStreamSet(set, Catalogue, TimeFrame.Hour1), new FeatureStreamSet(set, Catalogue, TimeFrame.Hour1));
        Feed(steady, bars, 0, 1300);
        Feed(broken, bars, 0, 1001);
        Feed(broken, bars, 1001, 1300);
        AssertTogether(steady, broken, bars, 1300);

        // One that went on without them, and was begun again from the first bar when they were there.
        var restarted = new FeatureStreamSet(set, Catalogue, TimeFrame.Hour1);
        Feed(restarted, bars, 0, 1001);
        Feed(restarted, bars, 1200, 1300);
        restarted.Reset();
        Feed(restarted, bars, 0, 1300);
        steady.Reset();
        Feed(steady, bars, 0, 1300);
        AssertTogether(steady, restarted, bars, 1300);
    }

    [Fact]
    public void Update_BarNotLaterThanTheLast_IsRefused()
    {
        var bars = RandomBars.Create(10, 33, TimeFrame.Hour1);
        var streams = new FeatureStreamSet(FeatureSet.All(Catalogue), Catalogue, TimeFrame.Hour1);
        Feed(streams, bars, 0, 5);
        Assert.Contains("later", Assert.Throws<ArgumentException>(() => Feed(streams, bars, 4, 5)).Message, StringComparison.Ordinal);
        Feed(streams, bars, 5, 6);
    }

    [Fact]
    public void Update_ManySymbolsInTurn_DoNotShareState()
    {
        const int Symbols = 8;
        var set = new FeatureSet("x", [.. FeatureSet.All(Catalogue).Features, "rsi_28@4h", "regime_prob_bull@4h"]);
        var series = Enumerable.Range(0, Symbols).Select(s => RandomBars.Create(900, (ulong)(40 + s), TimeFrame.Hour1)).ToArray();
        var streams = series.Select(_ => new FeatureStreamSet(set, Catalogue, TimeFrame.Hour1)).ToArray();
        var tables = series.Select(s => FeatureBuilder.Build(s, set, Catalogue, 2, Token)).ToArray();
        var row = new double[set.Features.Count];
        for (var i = 0; i < 900; i++)
        {
            for (var s = 0; s < Symbols; s++)
            {
                streams[s].Update(series[s][i], row);
                AssertRow(set, row, c => tables[s].Columns[c][i], i);
            }
        }
    }

    private static void AssertSame(BarSeries bars)
    {
        var set = new FeatureSet("x", [.. FeatureSet.All(Catalogue).Features, $"rsi_14@{new TimeFrame(4 * bars.TimeFrame.Minutes)}"]);
        var table = FeatureBuilder.Build(bars, set, Catalogue, 2, Token);
        var streams = new FeatureStreamSet(set, Catalogue, bars.TimeFrame);
        var row = new double[set.Features.Count];
        for (var i = 0; i < bars.Count; i++)
        {
            streams.Update(bars[i], row);
            AssertRow(set, row, c => table.Columns[c][i], i);
        }
    }

    private static void AssertTogether(FeatureStreamSet left, FeatureStreamSet right, BarSeries bars, int from)
    {
        var (one, two) = (new double[left.Names.Count], new double[left.Names.Count]);
        for (var i = from; i < bars.Count; i++)
        {
            left.Update(bars[i], one);
            right.Update(bars[i], two);
            AssertRow(FeatureSet.All(Catalogue), two, c => one[c], i);
        }
    }

    private static void AssertRow(FeatureSet set, double[] actual, Func<int, double> expected, int index)
    {
        for (var c = 0; c < actual.Length; c++)
        {
            if (BitConverter.DoubleToInt64Bits(actual[c]) != BitConverter.DoubleToInt64Bits(expected(c)))
            {
                Assert.Fail($"{set.Features[c]} at bar {index}: {actual[c]:R} instead of {expected(c):R}.");
            }
        }
    }

    private static void Feed(FeatureStreamSet streams, BarSeries bars, int from, int to)
    {
        var row = new double[streams.Names.Count];
        for (var i = from; i < to; i++)
        {
            streams.Update(bars[i], row);
        }
    }
}
