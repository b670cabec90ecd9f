using Ratchet.Hosting.Composition;
using Ratchet.Hosting.Configuration;
using Ratchet.Market.Time;
using Ratchet.Validation.Splits;

namespace Ratchet.Hosting.Tests.Composition;

public sealed class SealedBorderTests
{
    private const int Bars = 3500;

    // 3,500 hours from 2023-01-01; a fifth of them, from 2023-04-27T19 on, is sealed whatever range is asked for.
    [Theory]
    [InlineData("", 0, 2800, false)]
    [InlineData("-", 0, 2800, false)]
    [InlineData("20230201-", 744, 2800, false)]
    [InlineData("-20230301", 0, 1416, false)]
    [InlineData("20230201-20230301", 744, 1416, false)]
    [InlineData("20230401-20230515", 2160, 2800, true)]
    [InlineData("-20991231", 0, 2800, true)]
    public void Open_AnyRange_EndsBeforeTheBorderOfTheWholeSeries(string range, int from, int to, bool isCut)
    {
        var whole = MarketInputs.Open(Configuration(string.Empty));
        var border = HoldOut.Choose(whole.Bars.OpenTime, new());
        var input = MarketInputs.Open(Configuration(range));
        Assert.Equal(new(2800, Bars), border.Sealed);
        Assert.Equal((to - from, Bars - 2800), (input.Split.Development.Length, input.Split.Sealed.Length));
        Assert.Equal(whole.Bars.OpenTime[from], input.Development.OpenTime[0]);
        Assert.Equal(whole.Bars.OpenTime[to - 1], input.Development.OpenTime[^1]);
        Assert.Equal(whole.Bars.OpenTime[2800], input.Bars.OpenTime[input.Split.Sealed.Start]);
        Assert.Equal(whole.Bars.OpenTime[^1], input.Bars.OpenTime[input.Split.Sealed.End - 1]);
        Assert.Equal(isCut, input.Notice is not null);
        if (isCut)
        {
            Assert.Contains(UtcTime.Format(whole.Bars.OpenTime[2800]), input.Notice, StringComparison.Ordinal);
            Assert.Contains(range, input.Notice, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("20230501-")]
    [InlineData("20230501-20230510")]
    public void Open_SealedBarsOnly_IsRefused(string range)
    {
        var refused = Assert.Throws<ConfigurationException>(() => MarketInputs.Open(Configuration(range)));
        Assert.Contains("sealed", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--open-holdout", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_HoldOutOutOfRange_NamesTheSetting()
    {
        var configuration = Configuration(string.Empty);
        configuration = configuration with { Validation = configuration.Validation with { HoldOut = new() { MaximumShare = 2 } } };
        Assert.Contains("validation.holdOut.maximumShare", Assert.Throws<ConfigurationException>(() => MarketInputs.Open(configuration)).Message, StringComparison.Ordinal);
    }

    private static RatchetConfiguration Configuration(string range) => new()
    {
        Data = new() { Timerange = range },
        Synthetic = new() { Bars = Bars },
    };
}
