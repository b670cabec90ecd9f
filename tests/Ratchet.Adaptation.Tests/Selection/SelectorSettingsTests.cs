using Ratchet.Adaptation.Regimes;
using Ratchet.Adaptation.Selection;
using Ratchet.Trading.Profiles;

namespace Ratchet.Adaptation.Tests.Selection;

public sealed class SelectorSettingsTests
{
    [Fact]
    public void Read_NothingSet_IsTheDefaults()
    {
        var settings = Read();
        Assert.Equal(new SelectorSettings(), settings);
        Assert.Equal((true, 0.10, 0.20, 25.0, 0.04, "ultra_aggressive"), (settings.Enabled, settings.Epsilon, settings.Alpha, settings.TrendAdx, settings.HighVolatility, settings.DefaultStrategy));
    }

    [Fact]
    public void Read_EnvironmentOverFileOverDefaults()
    {
        var file = new SelectorSettings { Epsilon = 0.3, Alpha = 0.5 };
        var settings = SelectorSettings.Read(v => v == SelectorSettings.EpsilonVariable ? "0.05" : null, TradeProfiles.All, file);
        Assert.Equal((0.05, 0.5, 25.0), (settings.Epsilon, settings.Alpha, settings.TrendAdx));
        Assert.Throws<ArgumentException>(() => SelectorSettings.Read(_ => null, TradeProfiles.All, file with { Alpha = 2 }));
    }

    [Fact]
    public void Read_EachVariable_IsTaken()
    {
        Assert.False(Read((SelectorSettings.EnabledVariable, "false")).Enabled);
        Assert.False(Read((SelectorSettings.EnabledVariable, "OFF")).Enabled);
        Assert.True(Read((SelectorSettings.EnabledVariable, "1")).Enabled);
        Assert.Equal(0.25, Read((SelectorSettings.EpsilonVariable, "0.25")).Epsilon);
        Assert.Equal(0.5, Read((SelectorSettings.AlphaVariable, " 0.5 ")).Alpha);
        Assert.Equal(30, Read((SelectorSettings.TrendAdxVariable, "30")).TrendAdx);
        Assert.Equal(0.06, Read((SelectorSettings.HighVolatilityVariable, "0.06")).HighVolatility);
        Assert.Equal("scalp", Read((SelectorSettings.DefaultStrategyVariable, "scalp")).DefaultStrategy);
        Assert.Equal(0.10, Read((SelectorSettings.EpsilonVariable, " ")).Epsilon);
    }

    [Theory]
    [InlineData(SelectorSettings.EnabledVariable, "maybe", "true or false")]
    [InlineData(SelectorSettings.EpsilonVariable, "-0.01", "[0, 1]")]
    [InlineData(SelectorSettings.EpsilonVariable, "1.01", "[0, 1]")]
    [InlineData(SelectorSettings.EpsilonVariable, "ten", "[0, 1]")]
    [InlineData(SelectorSettings.EpsilonVariable, "NaN", "[0, 1]")]
    [InlineData(SelectorSettings.EpsilonVariable, "0,1", "[0, 1]")]
    [InlineData(SelectorSettings.AlphaVariable, "0", "(0, 1]")]
    [InlineData(SelectorSettings.AlphaVariable, "1.0001", "(0, 1]")]
    [InlineData(SelectorSettings.TrendAdxVariable, "0", "(0, 100]")]
    [InlineData(SelectorSettings.TrendAdxVariable, "100.1", "(0, 100]")]
    [InlineData(SelectorSettings.HighVolatilityVariable, "0.02", "above 0.02")]
    [InlineData(SelectorSettings.HighVolatilityVariable, "4", "to 1")]
    [InlineData(SelectorSettings.DefaultStrategyVariable, "yolo", "ultra_aggressive")]
    public void Read_OutOfRange_NamesVariableValueAndRange(string variable, string value, string range)
    {
        var message = Assert.ThrowsAny<ArgumentException>(() => Read((variable, value))).Message;
        Assert.Contains(variable, message, StringComparison.Ordinal);
        Assert.Contains($"'{value}'", message, StringComparison.Ordinal);
        Assert.Contains(range, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "100", "0", "0.0201")]
    [InlineData("0.001", "0.1", "1", "1")]
    public void Apply_BordersInside_GiveValidOptions(string alpha, string adx, string epsilon, string volatility)
    {
        var settings = Read(
            (SelectorSettings.AlphaVariable, alpha),
            (SelectorSettings.TrendAdxVariable, adx),
            (SelectorSettings.EpsilonVariable, epsilon),
            (SelectorSettings.HighVolatilityVariable, volatility));
        settings.Apply(new SelectorOptions()).Validate(TradeProfiles.All);
        settings.Apply(new RegimeOptions()).Validate();
    }

    [Fact]
    public void Apply_Defaults_ChangeNothing()
    {
        var options = new RegimeOptions();
        Assert.Equal(options.Thresholds.LeaveTrendAdx, Read().Apply(options).Thresholds.LeaveTrendAdx, 12);
        Assert.Equal(options.Thresholds.LeaveHighVolatility, Read().Apply(options).Thresholds.LeaveHighVolatility, 12);
        Assert.Equal(new SelectorOptions(), Read().Apply(new SelectorOptions()));
    }

    private static SelectorSettings Read(params (string Name, string Value)[] set) =>
        SelectorSettings.Read(v => set.FirstOrDefault(s => s.Name == v).Value, TradeProfiles.All);
}
