using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Stops that follow the best price. A multiple of 0.5 of the distance 2 is 1.</summary>
public sealed class ExitTableTrailingTests
{
    private static ExitPlan Half { get; } = Plan with { TrailingMultiple = 0.5 };

    [Theory, InlineData(1), InlineData(-1)]
    public void AfterTarget_FollowsTheBestPrice(int side) =>
        // Best 103, so the stop is 102 in the next bar.
        new Play(side, Half).Bar(100, 101, 99, 100).Signal().Bar(100, 103, 99, 103).Bar(103, 103, 101.5, 102)
            .Closed(AuditReason.TrailingStop, (25 * (102.0 - 100)) + (25 * (102.0 - 100)), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 102, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void NewBest_MovesTheStopForTheNextBarOnly(int side) =>
        // 103.75 would make 102.75, and 102.5 in the same bar is below that: not yet. In the next bar it counts.
        new Play(side, Half).Bar(100, 101, 99, 100).Signal().Bar(100, 103, 99, 103).Bar(103, 103.75, 102.5, 103.5).Bar(103.5, 103.5, 102.5, 103)
            .Closed(AuditReason.TrailingStop, (25 * (102.0 - 100)) + (25 * (102.75 - 100)), In(1, 100, 50), Out(1, 102, 25, Maker), Out(3, 102.75, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void LowerHighs_NeverLoosenTheStop(int side) =>
        new Play(side, Half).Bar(100, 101, 99, 100).Signal().Bar(100, 103.5, 99, 103.25).Bar(103.25, 103.25, 102.75, 103).Bar(103, 103, 102.625, 103)
            .Open(25, 102.5, In(1, 100, 50), Out(1, 102, 25, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void GapBelowTrailingStop_FillsAtOpen(int side) =>
        new Play(side, Half).Bar(100, 101, 99, 100).Signal().Bar(100, 103, 99, 103).Bar(101, 101.5, 100.5, 101)
            .Closed(AuditReason.TrailingStop, (25 * (102.0 - 100)) + (25 * (101.0 - 100)), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 101, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void BeforeTheTarget_DoesNotTrail(int side) =>
        // 101.75 is no target; the stop stays at 98.
        new Play(side, Half).Bar(100, 101, 99, 100).Signal().Bar(100, 101.75, 99, 101.5).Bar(101.5, 101.75, 98.5, 99)
            .Open(50, 98, In(1, 100, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void FromStart_TrailsFromTheEntryBarsClose(int side) =>
        // Best of the entry bar 101.5, stop 100.5: the second bar leaves there. The entry bar's own 99 is above the first stop.
        new Play(side, Half with { TrailingAfterTarget = 0 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101.5, 99, 101).Bar(101, 101.25, 100, 100)
            .Closed(AuditReason.TrailingStop, 50 * (100.5 - 100), In(1, 100, 50), Out(2, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void FromStart_NeverBelowTheFirstStop(int side) =>
        // Trailing by 3 from a best of 100.5 would be 97.5; the first stop, 98, is nearer and keeps its reason.
        new Play(side, Plan with { TrailingMultiple = 1.5, TrailingAfterTarget = 0 }).Bar(100, 101, 99, 100).Signal().Bar(100, 100.5, 99, 99).Bar(99, 99, 97.75, 98)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(2, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void AfterSecondTarget_TrailsFromThen(int side) =>
        // After the first target break-even only; after the second (best 104.5) the stop is 103.5.
        new Play(side, Half with { TrailingAfterTarget = 2 })
            .Bar(100, 101, 99, 100).Signal().Bar(100, 103, 99, 103).Bar(103, 104.5, 100.5, 104).Bar(104, 104, 103, 103)
            .Closed(
                AuditReason.TrailingStop,
                (25 * (102.0 - 100)) + (15 * (104.0 - 100)) + (10 * (103.5 - 100)),
                In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 104, 15, Maker), Out(3, 103.5, 10));

    [Theory, InlineData(1), InlineData(-1)]
    public void WiderThanBreakEven_TheNearerStopCounts(int side) =>
        // Trailing by 4 from 103 is 99, break-even is 100: the stop is 100, and its reason break-even.
        new Play(side, Plan with { TrailingMultiple = 2 }).Bar(100, 101, 99, 100).Signal().Bar(100, 103, 99, 103).Bar(103, 103, 99.5, 100)
            .Closed(AuditReason.BreakEven, 25 * (102.0 - 100), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 100, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void OvertakesBreakEven_ReasonBecomesTrailing(int side) =>
        // Trailing by 4 from 105.5 is 101.5, above break-even; the second target went on the way.
        new Play(side, Plan with { TrailingMultiple = 2 }).Bar(100, 101, 99, 100).Signal().Bar(100, 103, 99, 103).Bar(103, 105.5, 102, 105).Bar(105, 105, 101, 101)
            .Closed(
                AuditReason.TrailingStop,
                (25 * (102.0 - 100)) + (15 * (104.0 - 100)) + (10 * (101.5 - 100)),
                In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 104, 15, Maker), Out(3, 101.5, 10));

    [Theory, InlineData(1), InlineData(-1)]
    public void TrailingAndTargetInOneBar_StopFirst(int side) =>
        // The stop at 102 and the second target at 104 in one bar.
        new Play(side, Half).Bar(100, 101, 99, 100).Signal().Bar(100, 103, 99, 103).Bar(103, 104.5, 101.5, 104)
            .Closed(AuditReason.TrailingStop, (25 * (102.0 - 100)) + (25 * (102.0 - 100)), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 102, 25));

    [Fact]
    public void Share_LongFollowsOnePercentBelowTheBest() =>
        // 1 % below a best of 103 is 101.97.
        new Play(1, Plan with { TrailingShare = 0.01 }).Bar(100, 101, 99, 100).Signal().Bar(100, 103, 99, 103).Bar(103, 103, 101.5, 102)
            .Closed(AuditReason.TrailingStop, (25 * (102.0 - 100)) + (25 * ((103 * 0.99) - 100)), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 103 * 0.99, 25));

    [Fact]
    public void Share_ShortFollowsOnePercentAboveTheBest() =>
        // 1 % above a best of 97 is 97.97. A short of 50 from 100, half of it bought back at 98.
        new Play(-1, Plan with { TrailingShare = 0.01 }, mirror: false).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 97, 97).Bar(97, 98.5, 97, 98)
            .Closed(AuditReason.TrailingStop, (25 * (100 - 98.0)) + (25 * (100 - (97 * 1.01))), In(1, 100, 50), Out(1, 98, 25, Maker), Out(2, 97 * 1.01, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void MultipleAndShare_TheMultipleCounts(int side) =>
        // The share is for plans without a multiple: 103 - 1 = 102, not 103 x 0.9.
        new Play(side, Half with { TrailingShare = 0.1 }).Bar(100, 101, 99, 100).Signal().Bar(100, 103, 99, 103).Bar(103, 103, 102.5, 103)
            .Open(25, 102, In(1, 100, 50), Out(1, 102, 25, Maker));
}
