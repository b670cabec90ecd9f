using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Venues;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Orders that get a tenth of each bar's volume at most.</summary>
public sealed class ExitTablePartialFillTests
{
    private static VenueOptions Tenth { get; } = Venue with { VolumeShare = 0.1 };

    [Theory, InlineData(1), InlineData(-1)]
    public void Entry_FillsOverTwoBars(int side) =>
        // 300 traded gives 30; the other 20 come at the next open.
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100, 300).Bar(100, 101, 99, 100)
            .Open(50, 98, In(1, 100, 30), In(2, 100, 20));

    [Theory, InlineData(1), InlineData(-1)]
    public void EntryAtTwoPrices_TheMeanCountsForTheResult(int side) =>
        // 30 at 100, stop 2 below; at 101 a unit risks 3, and of the approved 100 there are 40 left: 13 1/3 units.
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100, 300).Bar(101, 101.5, 100, 101).Bar(101, 101, 97, 98)
            .Closed(AuditReason.StopLoss, -100, In(1, 100, 30), In(2, 101, 40 / 3.0), Out(3, 98, 130 / 3.0));

    [Theory, InlineData(1), InlineData(-1)]
    public void EntryBarWithoutVolume_FillsInTheNext(int side) =>
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100, 0).Bar(101, 102, 100, 101)
            .Open(50, 99, In(2, 101, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopWhileTheEntryWorks_SellsWhatIsThereAndCancelsTheRest(int side) =>
        // 30 were bought; the stop takes those out and the 20 that still wait are taken back: nothing may open after the stop.
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 97, 100, 300).Bar(100, 101, 99, 100)
            .Closed(AuditReason.StopLoss, 30 * (98.0 - 100), In(1, 100, 30), Out(1, 98, 30));

    [Theory, InlineData(1), InlineData(-1)]
    public void TargetWhileTheEntryWorks_EndsTheGrowth(int side) =>
        // 20 bought, target one takes its half of them; the other 30 are not bought any more.
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 102, 99, 101, 200).Bar(101, 101.5, 100.5, 101)
            .Open(10, 100, In(1, 100, 20), Out(1, 102, 10, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void Stop_FillsOverThreeBars(int side) =>
        // The stop is triggered and gets 20 at 98; the rest are market orders at the next opens, 97 and 99, whatever the price does then.
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100)
            .Bar(99, 99, 97, 98, 200).Bar(97, 103, 97, 102, 200).Bar(99, 103, 98.5, 102, 200)
            .Closed(
                AuditReason.StopLoss,
                (20 * (98.0 - 100)) + (20 * (97.0 - 100)) + (10 * (99.0 - 100)),
                In(1, 100, 50), Out(2, 98, 20), Out(3, 97, 20), Out(4, 99, 10));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopInABarWithoutVolume_FillsAtTheNextOpen(int side) =>
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(99, 99, 97, 99, 0).Bar(99, 99.5, 98.5, 99)
            .Closed(AuditReason.StopLoss, 50 * (99.0 - 100), In(1, 100, 50), Out(3, 99, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void Target_RestsOverTwoBars(int side) =>
        // 10 of the 25 at 102; the next bar opens at 102.5 and gives the other 15 there. Break-even waits until the target is done.
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 102, 99, 101, 100).Bar(102.5, 103, 99, 102)
            .Open(25, 100, In(1, 100, 50), Out(2, 102, 10, Maker), Out(3, 102.5, 15, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void LargeTarget_ItsRestRestsToo(int side) =>
        // Four fifths of 50 are 40: 30 fill, and 10 still wait at 102, so that 102 in the next bar closes those and the last 10 wait for 104.
        new Play(side, Plan with { TargetMultiples = [1, 2], TargetFractions = [0.8, 0.2], BreakEvenAfterTarget = 0 }, Tenth)
            .Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 102, 99, 101, 300).Bar(101, 102, 100, 101)
            .Open(10, 98, In(1, 100, 50), Out(2, 102, 30, Maker), Out(3, 102, 10, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void PartOfATargetThenStop_TheRestIsStopped(int side) =>
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 102, 99, 101, 100).Bar(100, 101, 97, 98)
            .Closed(AuditReason.StopLoss, (10 * (102.0 - 100)) + (40 * (98.0 - 100)), In(1, 100, 50), Out(2, 102, 10, Maker), Out(3, 98, 40));

    [Theory, InlineData(1), InlineData(-1)]
    public void ExitSignal_FillsOverTwoOpens(int side) =>
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Exit(0.9).Bar(100.5, 101, 99, 100, 300).Bar(101, 101.5, 100, 101)
            .Closed(AuditReason.ExitSignal, (30 * 0.5) + (20 * 1.0), In(1, 100, 50), Out(2, 100.5, 30), Out(3, 101, 20));

    [Theory, InlineData(1), InlineData(-1)]
    public void ExitFillsInPartAndTheStopIsTouched_TheStopTakesOver(int side) =>
        // 30 leave at the open; the stop inside the bar, an order of its own, takes the other 20.
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Exit(0.9).Bar(100.5, 101, 97, 98, 300)
            .Closed(AuditReason.StopLoss, (30 * 0.5) + (20 * (98.0 - 100)), In(1, 100, 50), Out(2, 100.5, 30), Out(2, 98, 20));

    [Theory, InlineData(1), InlineData(-1)]
    public void EndOfData_ClosesWholeWhateverTheVolume(int side) =>
        // There is no later bar.
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 101, 99, 100.5, 10).Command(CommandKind.EndOfData)
            .Closed(AuditReason.EndOfData, 50 * 0.5, In(1, 100, 50), Out(2, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void KillWhileTheEntryWorks_ClosesThePartAndCancelsTheRest(int side) =>
        new Play(side, venue: Tenth).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100.5, 300).Command(CommandKind.Kill).Bar(100, 101, 99, 100)
            .Closed(AuditReason.KillSwitch, 30 * 0.5, In(1, 100, 30), Out(1, 100.5, 30));

    [Theory, InlineData(1), InlineData(-1)]
    public void Lots_GrantedVolumeRoundsDown(int side) =>
        // A tenth of 300 is 30, in lots of 7 that is 28; 50 itself is 49.
        new Play(side, venue: Tenth, instrument: Instrument with { LotSize = 7 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100, 300).Bar(100, 101, 99, 100)
            .Open(49, 98, In(1, 100, 28), In(2, 100, 21));
}
