using System.Globalization;
using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;

namespace Ratchet.Hosting.Tests.Composition;

public sealed class AdaptiveCompositionTests
{
    private static readonly AdaptiveSection On = new() { Selector = true, Advisor = true, Epsilon = 0.3, Alpha = 0.4, TrendAdx = 30, HighVolatility = 0.05 };

    [Fact]
    public void Options_NoVariables_AreTheSections()
    {
        var options = AdaptiveComposition.Options(On, _ => null);
        Assert.Equal((0.3, 0.4), (options.Selector.Bandit.Epsilon, options.Selector.Bandit.Alpha));
        Assert.Equal((30, 0.05), (options.Regimes.Thresholds.TrendAdx, options.Regimes.Thresholds.HighVolatility));
        Assert.True(options is { UseSelector: true, UseAdvisor: true, IsOff: false });
        Assert.True(AdaptiveComposition.Options(new(), _ => null).IsOff);
    }

    [Theory]
    [InlineData("META_STRATEGY_EPSILON", "0.01")]
    [InlineData("META_STRATEGY_ALPHA", "0.5")]
    [InlineData("REGIME_TREND_ADX_THRESHOLD", "22.5")]
    [InlineData("REGIME_HIGH_VOL_ATR_PCT", "0.06")]
    public void Options_Number_ComesFromTheEnvironmentFirst(string variable, string text)
    {
        var options = AdaptiveComposition.Options(On, v => v == variable ? text : null);
        double[] values = [options.Selector.Bandit.Epsilon, options.Selector.Bandit.Alpha, options.Regimes.Thresholds.TrendAdx, options.Regimes.Thresholds.HighVolatility];
        Assert.Contains(double.Parse(text, CultureInfo.InvariantCulture), values);
    }

    [Fact]
    public void Options_SwitchAndName_ComeFromTheEnvironmentFirst()
    {
        Assert.False(AdaptiveComposition.Options(On, v => v == "META_STRATEGY_ENABLED" ? "false" : null).Selector.Enabled);
        Assert.Equal("scalp", AdaptiveComposition.Options(On, v => v == "DEFAULT_STRATEGY" ? "scalp" : null).Selector.DefaultProfile);
    }

    [Theory]
    [InlineData("META_STRATEGY_ENABLED", "perhaps")]
    [InlineData("META_STRATEGY_EPSILON", "1.01")]
    [InlineData("META_STRATEGY_EPSILON", "-0.01")]
    [InlineData("META_STRATEGY_EPSILON", "NaN")]
    [InlineData("META_STRATEGY_ALPHA", "0")]
    [InlineData("META_STRATEGY_ALPHA", "1.5")]
    [InlineData("REGIME_TREND_ADX_THRESHOLD", "0")]
    [InlineData("REGIME_TREND_ADX_THRESHOLD", "101")]
    [InlineData("REGIME_HIGH_VOL_ATR_PCT", "0.02")]
    [InlineData("REGIME_HIGH_VOL_ATR_PCT", "1.1")]
    [InlineData("DEFAULT_STRATEGY", "reckless")]
    public void Options_VariableOutOfRange_IsRefusedByName(string variable, string text)
    {
        var error = Assert.Throws<ConfigurationException>(() => AdaptiveComposition.Options(On, v => v == variable ? text : null));
        Assert.Contains(variable, error.Message, StringComparison.Ordinal);
        Assert.Contains(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_SettingOutOfRange_IsRefused()
    {
        foreach (var wrong in (AdaptiveSection[])[On with { Epsilon = 2 }, On with { Alpha = 0 }, On with { Preset = "wild" }, On with { MaximumCostShare = 0 }, On with { Profiles = "no-such-file.json" }])
        {
            Assert.Contains("adaptive", Assert.Throws<ConfigurationException>(() => AdaptiveComposition.Options(wrong, _ => null)).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData("", true, true)]
    [InlineData("selector", true, false)]
    [InlineData("advisor", false, true)]
    [InlineData("advisor, selector", true, true)]
    public void WithParts_Text_SwitchesParts(string? parts, bool selector, bool advisor)
    {
        var section = AdaptiveComposition.WithParts(new(), parts);
        Assert.Equal((selector, advisor), (section.Selector, section.Advisor));
        Assert.Throws<ConfigurationException>(() => AdaptiveComposition.WithParts(new(), "both"));
    }
}
