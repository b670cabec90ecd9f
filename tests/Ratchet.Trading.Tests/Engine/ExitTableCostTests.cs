using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Venues;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Fees, slippage and funding. What slips is no mirror, so shorts have numbers of their own.</summary>
public sealed class ExitTableCostTests
{
    private static VenueOptions TenBps { get; } = Venue with { SlippageBps = 10 };

    [Fact]
    public void FixedSlippage_LongPaysItBothWays() =>
        // Bought 0.1 % above 100; the stop is 100.1 - 2 = 98.1 and sells 0.1 % below that.
        new Play(1, venue: TenBps).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(99, 99.5, 97, 97.5)
            .Closed(AuditReason.StopLoss, 50 * ((98.1 * 0.999) - 100.1), In(1, 100.1, 50), Out(2, 98.1 * 0.999, 50));

    [Fact]
    public void FixedSlippage_ShortPaysItBothWays() =>
        // Sold 0.1 % below 100; the stop is 99.9 + 2 = 101.9 and buys 0.1 % above that.
        new Play(-1, venue: TenBps, mirror: false).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(101, 103, 100.5, 102)
            .Closed(AuditReason.StopLoss, 50 * (99.9 - (101.9 * 1.001)), In(1, 99.9, 50), Out(2, 101.9 * 1.001, 50));

    [Fact]
    public void Targets_DoNotSlipAndPayTheMakerFee() =>
        // Targets at 100.1 + 2, + 4, + 6.
        new Play(1, venue: TenBps).Bar(100, 101, 99, 100).Signal().Bar(100, 107, 99, 106)
            .Closed(
                AuditReason.Target,
                (25 * (102.1 - 100.1)) + (15 * (104.1 - 100.1)) + (10 * (106.1 - 100.1)),
                In(1, 100.1, 50), Out(1, 102.1, 25, Maker), Out(1, 104.1, 15, Maker), Out(1, 106.1, 10, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void NoMakerFee_TargetsPayTheTakerFee(int side) =>
        new Play(side, venue: Venue with { MakerFee = null }).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 102)
            .Open(25, 100, In(1, 100, 50), Out(1, 102, 25, Taker));

    [Fact]
    public void GapThroughStop_SlipsFromTheOpen() =>
        new Play(1, venue: TenBps).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(96, 97, 95, 96)
            .Closed(AuditReason.StopLoss, 50 * ((96 * 0.999) - 100.1), In(1, 100.1, 50), Out(2, 96 * 0.999, 50));

    [Fact]
    public void BreakEven_StandsAtTheFillAndStillCostsTheExit() =>
        // Break-even is the price paid, 100.1; the way out slips below it.
        new Play(1, venue: TenBps).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 102).Bar(102, 102, 100, 100)
            .Closed(
                AuditReason.BreakEven,
                (25 * (102.1 - 100.1)) + (25 * ((100.1 * 0.999) - 100.1)),
                In(1, 100.1, 50), Out(1, 102.1, 25, Maker), Out(2, 100.1 * 0.999, 25));

    [Fact]
    public void Kill_SlipsFromTheLastClose() =>
        new Play(1, venue: TenBps).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100.5).Command(CommandKind.Kill)
            .Closed(AuditReason.KillSwitch, 50 * ((100.5 * 0.999) - 100.1), In(1, 100.1, 50), Out(1, 100.5 * 0.999, 50));

    [Fact]
    public void EndOfData_ShortBuysAboveTheLastClose() =>
        new Play(-1, venue: TenBps, mirror: false).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100.5).Command(CommandKind.EndOfData)
            .Closed(AuditReason.EndOfData, 50 * (99.9 - (100.5 * 1.001)), In(1, 99.9, 50), Out(1, 100.5 * 1.001, 50));

    [Fact]
    public void VolatilitySlippage_AddsAShareOfTheBarsRange() =>
        // Entry bar ranges over 2: 100 + 0.1 + 0.05 x 2 = 100.2. Stop 98.2 in a bar that ranges over 4: 98.2 - 0.0982 - 0.05 x 4.
        new Play(1, venue: TenBps with { Slippage = SlippageModel.Volatility, SlippageFactor = 0.05 })
            .Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(99, 101, 97, 97.5)
            .Closed(AuditReason.StopLoss, 50 * ((98.2 * 0.999) - 0.2 - 100.2), In(1, 100.2, 50), Out(2, (98.2 * 0.999) - 0.2, 50));

    [Fact]
    public void VolumeSlippage_GrowsWithTheRootOfTheShareOfVolume() =>
        // 50 of 200 traded is a quarter, its root a half: 0.1 % + 0.02 x 0.5 = 1.1 %. On the way out 50 of 5,000: root 0.1, 0.1 % + 0.2 % = 0.3 %.
        new Play(1, venue: TenBps with { Slippage = SlippageModel.Volume, SlippageFactor = 0.02 })
            .Bar(100, 101, 99, 100).Signal().Bar(100, 102, 99.5, 100, volume: 200).Bar(100, 101, 98, 98.5, volume: 5000)
            .Closed(AuditReason.StopLoss, 50 * ((99.1 * 0.997) - 101.1), In(1, 101.1, 50), Out(2, 99.1 * 0.997, 50));

    [Fact]
    public void VolumeSlippage_MoreThanTheVolume_CountsAsAllOfIt() =>
        // Sold 50 of 5,000: 0.1 % + 0.02 x 0.1 = 0.3 %, 99.7. The stop at 101.7 buys 50 of 20: all of it, 0.1 % + 2 %.
        new Play(-1, venue: TenBps with { Slippage = SlippageModel.Volume, SlippageFactor = 0.02 }, mirror: false)
            .Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100, volume: 5000).Bar(100, 102, 100, 101, volume: 20)
            .Closed(AuditReason.StopLoss, 50 * (99.7 - (101.7 * 1.021)), In(1, 99.7, 50), Out(2, 101.7 * 1.021, 50));

    [Fact]
    public void Funding_LongPaysAPositiveRate() =>
        // 0.1 % of 50 x 101, the last close, is 5.05.
        new Play(1).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 101).Funding(0.001).Bar(100, 101, 97, 98)
            .Closed(AuditReason.StopLoss, (50 * (98.0 - 100)) - (50 * 101 * 0.001), In(1, 100, 50), Out(2, 98, 50));

    [Fact]
    public void Funding_ShortReceivesAPositiveRate() =>
        new Play(-1, mirror: false).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 101).Funding(0.001).Bar(101, 103, 100, 102)
            .Closed(AuditReason.StopLoss, (50 * (100 - 102.0)) + (50 * 101 * 0.001), In(1, 100, 50), Out(2, 102, 50));

    [Fact]
    public void Funding_LongReceivesANegativeRate() =>
        new Play(1).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 101).Funding(-0.001).Bar(100, 101, 97, 98)
            .Closed(AuditReason.StopLoss, (50 * (98.0 - 100)) + (50 * 101 * 0.001), In(1, 100, 50), Out(2, 98, 50));

    [Fact]
    public void Funding_AfterTheFirstTarget_IsPaidOnTheRest()
    {
        // Half is left: 25 x 101 x 0.1 %.
        var play = new Play(1).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 101).Funding(0.001).Bar(101, 101, 99, 100)
            .Closed(AuditReason.BreakEven, (25 * (102.0 - 100)) - (25 * 101 * 0.001), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 100, 25));
        Assert.Equal(-25 * 101 * 0.001m, play.Trades[0].Funding);
    }

    [Fact]
    public void Funding_FlatOrOnlyAWorkingEntry_IsNothing() =>
        new Play(1).Bar(100, 101, 99, 100).Funding(0.001).Signal().Funding(0.001).Bar(100, 101, 99, 101)
            .Open(50, 98, In(1, 100, 50));
}
