using Ratchet.Trading.Journal;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Partial targets and the move of the stop to the entry price.</summary>
public sealed class ExitTableTargetTests
{
    [Theory, InlineData(1), InlineData(-1)]
    public void FirstTargetTouched_ClosesItsShare(int side) =>
        // 102 is touched to the tick: half of 50 leaves as maker, and the stop stands at the entry price for the next bar.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 102, 99, 101)
            .Open(25, 100, In(1, 100, 50), Out(1, 102, 25, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void JustBelowFirstTarget_NothingLeaves(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101.875, 99, 101)
            .Open(50, 98, In(1, 100, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void ThreeTargetsOverThreeBars_CloseTheirShares(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 102).Bar(102, 104.5, 101, 104).Bar(104, 106.5, 103, 106)
            .Closed(
                AuditReason.Target,
                (25 * (102.0 - 100)) + (15 * (104.0 - 100)) + (10 * (106.0 - 100)),
                In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 104, 15, Maker), Out(3, 106, 10, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void ThreeTargetsInOneBar_EachAtItsPrice(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 107, 99, 106)
            .Closed(
                AuditReason.Target,
                (25 * (102.0 - 100)) + (15 * (104.0 - 100)) + (10 * (106.0 - 100)),
                In(1, 100, 50), Out(2, 102, 25, Maker), Out(2, 104, 15, Maker), Out(2, 106, 10, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void ThreeTargetsInEntryBar_AllFillThere(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 106, 99, 105)
            .Closed(
                AuditReason.Target,
                (25 * (102.0 - 100)) + (15 * (104.0 - 100)) + (10 * (106.0 - 100)),
                In(1, 100, 50), Out(1, 102, 25, Maker), Out(1, 104, 15, Maker), Out(1, 106, 10, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void GapOverAllTargets_AllFillAtOpen(int side) =>
        // Resting limits at 102, 104 and 106 meet an open of 110: all get the better price.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(110, 111, 109, 110)
            .Closed(AuditReason.Target, 50 * (110.0 - 100), In(1, 100, 50), Out(2, 110, 25, Maker), Out(2, 110, 15, Maker), Out(2, 110, 10, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void GapOverFirstTarget_FirstAtOpenSecondAtItsPrice(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(103, 104.5, 102.5, 104)
            .Open(10, 100, In(1, 100, 50), Out(2, 103, 25, Maker), Out(2, 104, 15, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void TargetThenBackToEntry_BreakEvenStopLeavesTheRest(int side) =>
        // After 102 the stop is 100; the next bar's 99.5 takes the other half out at the entry price.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 102).Bar(101, 101.5, 99.5, 100)
            .Closed(AuditReason.BreakEven, 25 * (102.0 - 100), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 100, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void EntryPriceTouchedInTheTargetsBar_BreakEvenWaitsForTheNextBar(int side) =>
        // 99.5 in the bar of the target is below 100 and above 98: the stop moves at the bar's end only.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(101, 102.5, 99.5, 101)
            .Open(25, 100, In(1, 100, 50), Out(2, 102, 25, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void GapBelowBreakEven_FillsAtOpen(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 102).Bar(99, 99.5, 98.5, 99)
            .Closed(AuditReason.BreakEven, (25 * (102.0 - 100)) + (25 * (99.0 - 100)), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 99, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void BreakEvenOff_FirstStopStays(int side) =>
        new Play(side, Plan with { BreakEvenAfterTarget = 0 }).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 102).Bar(101, 101.5, 97.5, 98)
            .Closed(AuditReason.StopLoss, (25 * (102.0 - 100)) + (25 * (98.0 - 100)), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 98, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void BreakEvenAfterSecond_WaitsForTheSecond(int side) =>
        // After the first target the stop is still 98 (99 passes), after the second it is 100.
        new Play(side, Plan with { BreakEvenAfterTarget = 2 })
            .Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 102).Bar(101, 104.5, 99, 104).Bar(103, 103.5, 99.5, 100)
            .Closed(
                AuditReason.BreakEven,
                (25 * (102.0 - 100)) + (15 * (104.0 - 100)),
                In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 104, 15, Maker), Out(3, 100, 10));

    [Theory, InlineData(1), InlineData(-1)]
    public void BreakEvenAndSecondTargetInOneBar_StopFirst(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 102).Bar(101, 104.5, 100, 104)
            .Closed(AuditReason.BreakEven, 25 * (102.0 - 100), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 100, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void OneTarget_ClosesEverything(int side) =>
        new Play(side, Plan with { TargetMultiples = [1.5], TargetFractions = [1] }).Bar(100, 101, 99, 100).Signal().Bar(100, 103.5, 99, 102)
            .Closed(AuditReason.Target, 50 * (103.0 - 100), In(1, 100, 50), Out(1, 103, 50, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void NoTargets_OnlyTheStopIsLeft(int side) =>
        new Play(side, Plan with { TargetMultiples = [], TargetFractions = [] })
            .Bar(100, 101, 99, 100).Signal().Bar(100, 150, 99, 140).Bar(140, 141, 97, 98)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(2, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void EntryGap_TargetsAreMeasuredFromTheFill(int side) =>
        // Filled at 103: the first target is 105, not 102.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(103, 104.5, 102, 104).Bar(104, 105, 103, 104)
            .Open(25, 103, In(1, 103, 50), Out(2, 105, 25, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void TargetFilled_TheNextBarDoesNotFillItAgain(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 102).Bar(102, 103, 101, 102).Bar(102, 103, 101, 102)
            .Open(25, 100, In(1, 100, 50), Out(1, 102, 25, Maker));
}
