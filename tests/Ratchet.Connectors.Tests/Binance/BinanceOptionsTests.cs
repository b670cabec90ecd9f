using Ratchet.Connectors.Binance;
using Ratchet.Connectors.Binance.Live;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Connectors.Tests.Binance;

public sealed class BinanceOptionsTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    [Fact]
    public void Validate_AtTheBounds_Passes()
    {
        new BinanceOptions().Validate();
        new BinanceOptions { MaxAttempts = 1, WeightBudget = 20, PageSize = 2, SettleTime = TimeSpan.Zero, LongestOrderedWait = TimeSpan.Zero }.Validate();
        new BinanceOptions { MaxAttempts = 100, PageSize = 1000, SettleTime = TimeSpan.FromMinutes(1), LongestDelay = TimeSpan.FromMilliseconds(500) }.Validate();
        new BinanceFeedOptions().Validate();
        new BinanceFeedOptions { Capacity = 1, LongestMessage = 1024, MostMalformedInARow = 1 }.Validate();
    }

    [Fact]
    public void Validate_JustOutside_NamesTheField()
    {
        BinanceOptions good = new();
        (string Field, BinanceOptions Bad)[] cases =
        [
            (nameof(good.MaxAttempts), good with { MaxAttempts = 0 }), (nameof(good.MaxAttempts), good with { MaxAttempts = 101 }),
            (nameof(good.PageSize), good with { PageSize = 1 }), (nameof(good.PageSize), good with { PageSize = 1001 }),
            (nameof(good.WeightBudget), good with { WeightBudget = 19 }), (nameof(good.RequestTimeout), good with { RequestTimeout = TimeSpan.Zero }),
            (nameof(good.FirstDelay), good with { FirstDelay = TimeSpan.Zero }), (nameof(good.LongestDelay), good with { LongestDelay = good.FirstDelay - Tick }),
            (nameof(good.SettleTime), good with { SettleTime = TimeSpan.FromMinutes(1) + Tick }), (nameof(good.LongestOrderedWait), good with { LongestOrderedWait = -Tick }),
        ];
        foreach (var (field, bad) in cases)
        {
            Assert.Equal(field, Assert.Throws<ArgumentOutOfRangeException>(bad.Validate).ParamName);
        }

        Assert.Throws<ArgumentException>((good with { BaseAddress = new("ws://x") }).Validate);
        Assert.Throws<ArgumentException>(new BinanceFeedOptions { Address = new("http://x") }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new BinanceFeedOptions { Capacity = 0 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new BinanceFeedOptions { GapQuestions = -1 }.Validate);
        Assert.Throws<ArgumentOutOfRangeException>(new BinanceFeedOptions { StallAfter = TimeSpan.Zero }.Validate);
    }

    [Fact]
    public void Of_SymbolsAndTimeFrames_AreTheExchangesWords()
    {
        Assert.Equal("BTCUSDT", BinanceNames.Of(Symbol.Parse("btc-usdt")));
        Assert.Equal("1w", BinanceNames.Of(new TimeFrame(10_080)));
        Assert.Throws<ArgumentException>(() => BinanceNames.Of(Symbol.Parse("BTC/USDT-PERP")));
        Assert.Throws<ArgumentException>(() => BinanceNames.Of(default(Symbol)));
        Assert.Contains("1m, 3m, 5m", Assert.Throws<ArgumentException>(() => BinanceNames.Of(new TimeFrame(7))).Message, StringComparison.Ordinal);
    }
}
