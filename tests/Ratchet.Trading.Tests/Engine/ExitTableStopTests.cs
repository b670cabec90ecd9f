using Ratchet.Trading.Journal;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>The first stop: where it stands, when it is touched, at what price it fills.</summary>
public sealed class ExitTableStopTests
{
    [Theory, InlineData(1), InlineData(-1)]
    public void StopInsideBar_FillsAtStop(int side) =>
        // Opens at 99, above the stop at 98, and trades down to 97: the stop order fills at its own price.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(99, 99.5, 97, 97.5)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(2, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void LowIsTheStop_Fills(int side) =>
        // Touching counts: the low is exactly 98.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 100.5, 98, 100)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(2, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void LowJustAboveStop_StaysOpen(int side) =>
        // 98.125 is not 98.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 100.5, 98.125, 100)
            .Open(50, 98, In(1, 100, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void GapBeyondStop_FillsAtOpen(int side) =>
        // The market opens at 96; nobody pays 98 any more.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(96, 99, 95, 98.5)
            .Closed(AuditReason.StopLoss, 50 * (96.0 - 100), In(1, 100, 50), Out(2, 96, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void OpensAtStop_FillsThere(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(98, 101, 97, 100)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(2, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void EntryBarReachesStop_IsOutInEntryBar(int side) =>
        // In at the open, 100; the same bar trades at 97 after it.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 97, 99)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(1, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void EntryGapsUp_StopIsMeasuredFromTheFill(int side) =>
        // Decided at 100, filled at 103: the stop is 103 - 2 = 101 and 101.5 leaves it alone; the size was found from the distance, 100 / 2.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(103, 104, 101.5, 102).Bar(102, 102, 100.5, 101)
            .Closed(AuditReason.StopLoss, 50 * (101.0 - 103), In(1, 103, 50), Out(2, 101, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void EntryGapsDown_StopIsMeasuredFromTheFill(int side) =>
        // Filled at 97, below what would have been the stop: it is 95 now, and 95.5 is above it.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(97, 98, 95.5, 96)
            .Open(50, 95, In(1, 97, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void SignalBarIsBelowStop_IsNotLookedAt(int side) =>
        // The bar of the signal traded at 90 and 110; orders live from the next open on.
        new Play(side).Bar(100, 110, 90, 100).Signal().Bar(100, 101, 99, 100)
            .Open(50, 98, In(1, 100, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopAndFirstTargetInOneBar_StopFirst(int side) =>
        // 97 and 102.5 in one bar: which came first is not known, so the worse is taken, for the whole position.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 102.5, 97, 100)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(2, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopAndAllTargetsInEntryBar_StopFirst(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 107, 97.5, 103)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(1, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void OpensBeyondTargetAndReachesStop_StopFirst(int side) =>
        // The kernel's rule knows no exception: the stop goes before every target of its bar, even when the open was beyond the target.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(103, 103.5, 97, 98)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(2, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void HalfConfidence_HalvesTheSize(int side) =>
        // 10,000 x 1 % x 0.75 / 2 = 37.5 units.
        new Play(side).Bar(100, 101, 99, 100).Signal(confidence: 0.75).Bar(100, 101, 99, 100).Bar(99, 99.5, 97, 97.5)
            .Closed(AuditReason.StopLoss, 37.5 * (98.0 - 100), In(1, 100, 37.5), Out(2, 98, 37.5));

    [Theory, InlineData(1), InlineData(-1)]
    public void WiderStop_SmallerSizeSameRisk(int side)
    {
        // Two distances of 2: 100 / 4 = 25 units, and the stop at 96 loses the same 100.
        var play = new Play(side, Plan with { StopMultiple = 2 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 97, 100).Bar(97, 98, 95, 96)
            .Closed(AuditReason.StopLoss, 25 * (96.0 - 100), In(1, 100, 25), Out(2, 96, 25));
        Assert.Equal(100m, play.Trades[0].Risk);
    }

    [Theory, InlineData(1), InlineData(-1)]
    public void StoppedOut_NextSignalEntersAgain(int side)
    {
        // Two trades on one slot; the second is sized from the cash that is left.
        var play = new Play(side, Plan, Venue with { TakerFee = 0 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 97, 100).Signal().Bar(100, 101, 97, 100);
        Assert.Equal([50m, 49.5m], play.Trades.Select(t => t.Quantity));
        Assert.Equal(10_000m - 100 - 99, play.Engine.Cash);
    }
}
