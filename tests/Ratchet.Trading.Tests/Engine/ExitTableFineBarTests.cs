using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Venues;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Quarter hours, or trades, decide what an hour touched first.</summary>
public sealed class ExitTableFineBarTests
{
    private static VenueOptions Fine { get; } = Venue with { FineBarsDecide = true };

    [Theory, InlineData(1), InlineData(-1)]
    public void TargetBeforeStop_TheTargetFills(int side) =>
        // The hour touches 102 and 97; its first quarter the target, its second the stop, which is break-even by then.
        new Play(side, venue: Fine).Bar(100, 101, 99, 100).Signal()
            .Fine(100, 102, 99.5, 101).Fine(101, 101, 97, 98).Fine(98, 99, 97.5, 98).Fine(98, 99, 97.5, 98).Bar(100, 102, 97, 98)
            .Closed(AuditReason.BreakEven, 25 * 2.0, In(1, 100, 50), Out(1, 102, 25, Maker), Out(1, 100, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopBeforeTarget_TheStopFills(int side) =>
        new Play(side, venue: Fine).Bar(100, 101, 99, 100).Signal()
            .Fine(100, 101, 97.5, 98).Fine(98, 102.5, 98, 102).Fine(102, 102, 101, 101).Fine(101, 101, 100, 100).Bar(100, 102.5, 97.5, 100)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(1, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopAndTargetInOneFineBar_StopFirst(int side) =>
        new Play(side, venue: Fine).Bar(100, 101, 99, 100).Signal().Fine(100, 102.5, 97.5, 98)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(1, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void BreakEven_ActsFromTheNextFineBar(int side) =>
        // 99.5 in the quarter of the target is not yet below the stop that counts; in the next quarter it is.
        new Play(side, venue: Fine).Bar(100, 101, 99, 100).Signal().Fine(100, 102, 99.5, 101).Fine(101, 101.5, 99.5, 100)
            .Closed(AuditReason.BreakEven, 25 * 2.0, In(1, 100, 50), Out(1, 102, 25, Maker), Out(1, 100, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void DecisionBar_FillsNothingItself(int side) =>
        // The hour says 97, no quarter does: only the quarters count.
        new Play(side, venue: Fine).Bar(100, 101, 99, 100).Signal().Fine(100, 101, 99, 100).Bar(100, 103, 97, 100)
            .Open(50, 98, In(1, 100, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void NotDeciding_FineBarsFillNothing(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Fine(100, 103, 97, 100).Bar(101, 102, 100, 101)
            .Open(50, 99, In(1, 101, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void Ticks_FillAtTheirPrice(int side) =>
        // In at 100; 98.5 holds; the trade at 97.75 triggers the stop at 98 and is the price.
        new Play(side, venue: Fine).Bar(100, 101, 99, 100).Signal().Tick(1, 100).Tick(2, 98.5).Tick(3, 97.75).Tick(4, 98)
            .Closed(AuditReason.StopLoss, 50 * (97.75 - 100), In(1, 100, 50), Out(1, 97.75, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void TicksReachTheTarget_FillThere(int side) =>
        new Play(side, venue: Fine).Bar(100, 101, 99, 100).Signal().Tick(1, 100).Tick(2, 101.875).Tick(3, 102)
            .Open(25, 100, In(1, 100, 50), Out(1, 102, 25, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void CloseCommand_FillsAtTheNextFineOpen(int side) =>
        new Play(side, venue: Fine).Bar(100, 101, 99, 100).Signal().Fine(100, 101, 99, 100).Fine(100, 101, 99, 100).Fine(100, 101, 99, 100).Fine(100, 101, 99, 100)
            .Bar(100, 101, 99, 100).Command(CommandKind.Close).Fine(100.5, 101, 99, 100)
            .Closed(AuditReason.Command, 50 * 0.5, In(1, 100, 50), Out(2, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void BarsHorizon_LeavesAtTheFirstFineOpenAfter(int side) =>
        new Play(side, Plan with { HorizonBars = 1 }, Fine).Bar(100, 101, 99, 100).Signal()
            .Fine(100, 101, 99, 100).Fine(100, 101, 99, 100).Fine(100, 101, 99, 100).Fine(100, 101, 99, 100).Bar(100, 101, 99, 100)
            .Fine(100.5, 101, 99, 100)
            .Closed(AuditReason.TimeStop, 50 * 0.5, In(1, 100, 50), Out(2, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void MillisecondsHorizon_EndsInsideTheDecisionBar(int side) =>
        // Half an hour is two quarters: the first price after them is the open of the third.
        new Play(side, Plan with { HorizonMilliseconds = Hour / 2 }, Fine).Bar(100, 101, 99, 100).Signal()
            .Fine(100, 101, 99, 100).Fine(100, 101, 99, 100).Fine(100.5, 101, 99, 100)
            .Closed(AuditReason.TimeStop, 50 * 0.5, In(1, 100, 50), Out(1, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void Trailing_FollowsFineBars(int side) =>
        // Best 103 in the first quarter: stop 102 in the second, inside the same hour.
        new Play(side, Plan with { TrailingMultiple = 0.5 }, Fine).Bar(100, 101, 99, 100).Signal().Fine(100, 103, 99, 103).Fine(103, 103.5, 101.5, 102)
            .Closed(AuditReason.TrailingStop, 50 * 2.0, In(1, 100, 50), Out(1, 102, 25, Maker), Out(1, 102, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void MillisecondsHorizonByTicks_TheFirstTradeAfterItIsThePrice(int side) =>
        // In at minute 1; ten minutes later is minute 11, and the first trade after it comes in minute 12.
        new Play(side, Plan with { HorizonMilliseconds = Hour / 6 }, Fine).Bar(100, 101, 99, 100).Signal().Tick(1, 100).Tick(10, 100.5).Tick(12, 100.25).Tick(13, 101)
            .Closed(AuditReason.TimeStop, 50 * 0.25, In(1, 100, 50), Out(1, 100.25, 50));
}
