using System.Text.Json;
using Ratchet.Features.Sets;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Sets;

public sealed class FeatureNameTests
{
    [Theory]
    [InlineData("\"rsi_14\"", "rsi_14")]
    [InlineData("\"rsi_14@60m\"", "rsi_14@1h")]
    [InlineData("""{ "name": "rsi", "period": 28, "timeframe": "15m" }""", "rsi_28@15m")]
    [InlineData("""{ "slow": 34, "name": "ema_ratio", "fast": 5 }""", "ema_ratio_5_34")]
    [InlineData("""{ "name": "macd_signal", "signal": 5, "slow": 21, "fast": 8 }""", "macd_signal_8_21_5")]
    [InlineData("""{ "name": "rsi_14", "timeframe": "240m" }""", "rsi_14@4h")]
    [InlineData("""{ "name": "fractional_diff_price", "percent": 35 }""", "fractional_diff_price_35")]
    public void Read_TextOrObject_IsTheIdentifier(string json, string expected)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal(expected, FeatureName.Read(document.RootElement, FeaturePatterns.All));
    }

    [Theory]
    [InlineData("7", "7")]
    [InlineData("""{ "period": 28 }""", "'name'")]
    [InlineData("""{ "name": "rsi", "length": 28 }""", "period in [2, 10000]")]
    [InlineData("""{ "name": "ema_ratio", "fast": 5 }""", "needs 'slow'")]
    [InlineData("""{ "name": "psar_distance", "period": 5 }""", "takes no parameters")]
    [InlineData("""{ "name": "rsi", "period": 2.5 }""", "whole number")]
    [InlineData("""{ "name": "rsi", "period": "14" }""", "whole number")]
    public void Read_Wrong_SaysWhat(string json, string part)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Contains(part, Assert.Throws<FormatException>(() => FeatureName.Read(document.RootElement, FeaturePatterns.All)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_ObjectsAndTexts_ShareTheHash()
    {
        var catalogue = WholeCatalogue.Create();
        var objects = FeatureSet.Parse("""{"name":"x","features":[{"name":"rsi","period":28,"timeframe":"4h"},"rsi_14"]}""", catalogue);
        Assert.Equal(["rsi_28@4h", "rsi_14"], objects.Features);
        Assert.Equal(new FeatureSet("y", ["rsi_28@240m", "rsi_14"]).ContentHash, objects.ContentHash);
    }

    [Fact]
    public void Constructor_SameFeatureWrittenTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new FeatureSet("x", ["rsi_14@60m", "rsi_14@1h"]));

    [Theory]
    [InlineData("rsi_1", "rsi_<period> (period in [2, 10000])")]
    [InlineData("rsi_14_3", "did you mean 'rsi_14'")]
    [InlineData("ema_ratio_34_5", "fast below slow")]
    [InlineData("ema_ratio_5", "ema_ratio_<fast>_<slow>")]
    [InlineData("rsi_014", "did you mean 'rsi_14'")]
    [InlineData("rsi_14@4x", "time frame")]
    [InlineData("rsi_14@2w", "up to 1w")]
    [InlineData("zsore_50@4h", "did you mean 'zscore_50@4h'")]
    [InlineData("cvar_risk_score_2000", "[20, 1280]")]
    [InlineData("fractional_diff_price_0", "percent in [1, 100]")]
    public void Explain_Unknown_SaysWhatToWrite(string name, string part)
    {
        var catalogue = WholeCatalogue.Create();
        Assert.Contains(part, catalogue.Explain(name), StringComparison.Ordinal);
        Assert.False(catalogue.TryFind(name, out _));
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => new FeatureSet("x", [name]).Check(catalogue)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Known_SaysNothing() => Assert.All(["rsi_14", "rsi_28", "rsi_28@4h", "multi_tf_consensus@1d"], n => Assert.Null(WholeCatalogue.Create().Explain(n)));

    [Theory]
    [InlineData("rsi_14@1h", 60, "write 'rsi_14' alone")]
    [InlineData("rsi_14@15m", 60, "longer")]
    [InlineData("rsi_14@50m", 20, "whole multiple")]
    public void Build_FrameThatDoesNotFit_IsRefused(string name, int minutes, string part)
    {
        var bars = RandomBars.Create(10, 1, new(minutes));
        var catalogue = WholeCatalogue.Create();
        var set = new FeatureSet("x", [name]);
        Assert.Contains(part, Assert.Throws<ArgumentException>(() => FeatureBuilder.Build(bars, set, catalogue, 1, TestContext.Current.CancellationToken)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new FeatureStreamSet(set, catalogue, new TimeFrame(minutes)));
    }

    [Fact]
    public void Patterns_LeastValues_MakeWhatTheyName()
    {
        var catalogue = WholeCatalogue.Create();
        foreach (var pattern in catalogue.Patterns)
        {
            int[] values = [.. pattern.Parameters.Select((p, i) => p.Least + (pattern.IsRising && i == 1 ? 1 : 0))];
            Assert.True(catalogue.TryFind(pattern.Identifier(values), out var found), pattern.Name);
            Assert.Equal(pattern.Identifier(values), found.Name);
            values[0]--;
            Assert.False(catalogue.TryFind(pattern.Identifier(values), out _), pattern.Identifier(values));
        }
    }

    [Fact]
    public void Build_UsualParameters_AreTheRegisteredFeatures()
    {
        var bars = RandomBars.Create(600, 3, TimeFrame.Hour1);
        var catalogue = WholeCatalogue.Create();
        (string Given, string Registered)[] pairs =
        [
            ("macd_hist_12_26_9", "macd_hist"), ("stoch_d_14_3_3", "stoch_d"), ("bb_squeeze_20", "bb_squeeze"), ("volume_sma_ratio_20", "volume_sma_ratio"),
            ("vwap_distance_20", "vwap_distance"), ("kelly_optimal_size_100", "kelly_optimal_size"), ("cvar_risk_score_100", "cvar_risk_score"),
            ("fractional_diff_price_40", "fractional_diff_price"), ("trend_regime_100", "trend_regime"),
        ];
        var table = FeatureBuilder.Build(bars, new("x", [.. pairs.SelectMany(p => new[] { p.Given, p.Registered })]), catalogue, 1, TestContext.Current.CancellationToken);
        for (var i = 0; i < pairs.Length; i++)
        {
            Assert.Equal(table.Columns[(2 * i) + 1], table.Columns[2 * i]);
            Assert.Equal(table.Descriptors[(2 * i) + 1].WarmUp(TimeFrame.Hour1), table.Descriptors[2 * i].WarmUp(TimeFrame.Hour1));
        }
    }
}
