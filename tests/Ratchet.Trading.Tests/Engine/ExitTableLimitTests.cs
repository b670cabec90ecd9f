using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Liquidation, and the value that an entry is cut to at its fill.</summary>
public sealed class ExitTableLimitTests
{
    // Ten times leverage and 0.5 % maintenance: from 100 the margin is used up at 100 (1 - (0.1 - 0.005)) = 90.5 and gone at 90.
    private static InstrumentRules TenTimes { get; } = Instrument with { Leverage = 10 };

    // The stop ten distances away, at 80: 100 / 20 = 5 units.
    private static ExitPlan FarStop { get; } = Plan with { StopMultiple = 10 };

    [Theory, InlineData(1), InlineData(-1)]
    public void LiquidationBeforeTheStop_LosesTheMargin(int side) =>
        // 90.25 is below 90.5: the margin of 10 a unit is lost, without a fee.
        new Play(side, FarStop, instrument: TenTimes).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(95, 96, 90.25, 95)
            .Closed(AuditReason.Liquidation, 5 * (90.0 - 100), In(1, 100, 5), Out(2, 90, 5, Free));

    [Theory, InlineData(1), InlineData(-1)]
    public void JustAboveLiquidation_Survives(int side) =>
        new Play(side, FarStop, instrument: TenTimes).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(95, 96, 90.625, 95)
            .Open(5, 80, In(1, 100, 5));

    [Theory, InlineData(1), InlineData(-1)]
    public void GapBeyondLiquidation_LosesNoMoreThanTheMargin(int side) =>
        // Opens at 85: isolated margin, so 10 a unit all the same.
        new Play(side, FarStop, instrument: TenTimes).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(85, 86, 84, 85)
            .Closed(AuditReason.Liquidation, 5 * (90.0 - 100), In(1, 100, 5), Out(2, 90, 5, Free));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopBeforeLiquidation_TheStopFills(int side) =>
        // On the way to 90 the price passes 98.
        new Play(side, instrument: TenTimes).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(99, 99.5, 90, 91)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(2, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void GapBeyondStopAndLiquidation_Liquidates(int side) =>
        // At an open of 88 the venue has taken the position before the stop could sell.
        new Play(side, instrument: TenTimes).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(88, 89, 87, 88)
            .Closed(AuditReason.Liquidation, 50 * (90.0 - 100), In(1, 100, 50), Out(2, 90, 50, Free));

    [Theory, InlineData(1), InlineData(-1)]
    public void LiquidationInTheEntryBar(int side) =>
        new Play(side, FarStop, instrument: TenTimes).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 90, 95)
            .Closed(AuditReason.Liquidation, 5 * (90.0 - 100), In(1, 100, 5), Out(1, 90, 5, Free));

    [Theory, InlineData(1), InlineData(-1)]
    public void LiquidationAndTargetInOneBar_LiquidationFirst(int side) =>
        new Play(side, FarStop, instrument: TenTimes).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(95, 103, 90, 95)
            .Closed(AuditReason.Liquidation, 5 * (90.0 - 100), In(1, 100, 5), Out(2, 90, 5, Free));

    [Theory, InlineData(1), InlineData(-1)]
    public void LiquidationAfterTheFirstTarget_LosesTheMarginOfTheRest(int side) =>
        new Play(side, FarStop with { BreakEvenAfterTarget = 0 }, instrument: TenTimes).Bar(100, 101, 99, 100).Signal().Bar(100, 102, 99, 100).Bar(95, 96, 90, 95)
            .Closed(AuditReason.Liquidation, (2.5 * 2) + (2.5 * (90.0 - 100)), In(1, 100, 5), Out(1, 102, 2.5, Maker), Out(2, 90, 2.5, Free));

    [Theory, InlineData(1), InlineData(-1)]
    public void ExitDecidedAndTheOpenIsBeyondLiquidation_Liquidates(int side) =>
        // The venue liquidates at the open; there is no position left to sell.
        new Play(side, FarStop, instrument: TenTimes).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Command(CommandKind.Close).Bar(88, 89, 87, 88)
            .Closed(AuditReason.Liquidation, 5 * (90.0 - 100), In(1, 100, 5), Out(2, 90, 5, Free));

    [Theory, InlineData(1), InlineData(-1)]
    public void ExitDecidedAndTheOpenIsBeforeLiquidation_Leaves(int side) =>
        new Play(side, FarStop, instrument: TenTimes).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Command(CommandKind.Close).Bar(95, 96, 87, 88)
            .Closed(AuditReason.Command, 5 * (95.0 - 100), In(1, 100, 5), Out(2, 95, 5));

    [Theory, InlineData(1), InlineData(-1)]
    public void NoLeverage_NothingLiquidates(int side) =>
        new Play(side, FarStop).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(95, 96, 81, 85)
            .Open(5, 80, In(1, 100, 5));

    [Fact]
    public void ValueLimit_GapUpCutsTheQuantityAtTheFill() =>
        // A fifth of 10,000 is 2,000: at 105 that is 2,000 / 105 units, and fees are of that.
        new Play(1, limits: Wide with { PositionValue = 0.2 }).Bar(100, 101, 99, 100).Signal().Bar(105, 106, 104, 105)
            .Open(2000 / 105.0, 103, In(1, 105, 2000 / 105.0));

    [Fact]
    public void ValueLimit_GapDownFillsTheWholeValue() =>
        // The least of 50 by risk and 2,000 / 95 by value.
        new Play(1, limits: Wide with { PositionValue = 0.2 }).Bar(100, 101, 99, 100).Signal().Bar(95, 96, 94, 95)
            .Open(2000 / 95.0, 93, In(1, 95, 2000 / 95.0));

    [Fact]
    public void ValueLimit_CountsSlippage() =>
        // The value is that of the fill: 2,000 / 105.105.
        new Play(1, venue: Venue with { SlippageBps = 10 }, limits: Wide with { PositionValue = 0.2 }).Bar(100, 101, 99, 100).Signal().Bar(105, 106, 104, 105)
            .Open(2000 / 105.105, 103.105, In(1, 105.105, 2000 / 105.105));

    [Fact]
    public void ValueLimit_ShortIsCutToo() =>
        // Sold at 105 after a gap up: 2,000 / 105 again, and the stop is at 107.
        new Play(-1, limits: Wide with { PositionValue = 0.2 }, mirror: false).Bar(100, 101, 99, 100).Signal().Bar(105, 106, 104, 105)
            .Open(2000 / 105.0, 107, In(1, 105, 2000 / 105.0));

    [Fact]
    public void ValueLimit_LotsRoundDownAfterTheCut() =>
        new Play(1, instrument: Instrument with { LotSize = 0.5m }, limits: Wide with { PositionValue = 0.2 }).Bar(100, 101, 99, 100).Signal().Bar(105, 106, 104, 105)
            .Open(19, 103, In(1, 105, 19));

    [Theory, InlineData(1), InlineData(-1)]
    public void RiskLimit_CutsTheSize(int side) =>
        // The sizing wants 1 %, the limit grants half of that.
        new Play(side, limits: Wide with { RiskPerTrade = 0.005 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100)
            .Open(25, 98, In(1, 100, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void NoLeverage_ValueStaysWithinTheMoney(int side) =>
        // 100 / 0.5 = 200 units would be 20,000; without leverage there are 10,000.
        new Play(side).Bar(100, 101, 99, 100).Signal(distance: 0.5).Bar(100, 100.25, 99.75, 100)
            .Open(100, 99.5, In(1, 100, 100));
}
