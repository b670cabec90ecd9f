using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Entries that wait: a limit 0.25 distances (0.5) below the close, a stop 0.5 above it, a stop-limit with 0.5 more room. They work for three bars.</summary>
public sealed class ExitTableEntryKindTests
{
    private static StrategyRules Limit { get; } = Rules with { EntryKind = OrderKind.Limit };

    private static StrategyRules Stop { get; } = Rules with { EntryKind = OrderKind.Stop };

    private static StrategyRules StopLimit { get; } = Rules with { EntryKind = OrderKind.StopLimit };

    [Theory, InlineData(1), InlineData(-1)]
    public void LimitTouched_FillsAtTheLimitAsMaker(int side) =>
        // 99.5 exactly; stop 97.5.
        new Play(side, rules: Limit).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99.5, 100)
            .Open(50, 97.5, In(1, 99.5, 50, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void LimitGap_FillsAtTheBetterOpen(int side) =>
        new Play(side, rules: Limit).Bar(100, 101, 99, 100).Signal().Bar(99, 100, 98.5, 99)
            .Open(50, 97, In(1, 99, 50, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void LimitThenStopInOneBar_IsStopped(int side) =>
        // From 100 down to 97 the price passes 99.5 and then 97.5.
        new Play(side, rules: Limit).Bar(100, 101, 99, 100).Signal().Bar(100, 100.5, 97, 98)
            .Closed(AuditReason.StopLoss, 50 * (97.5 - 99.5), In(1, 99.5, 50, Maker), Out(1, 97.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void LimitInsideABarWithAHighAtTheTarget_TheHighMayHaveBeenBefore(int side) =>
        // 101.5 is the target of an entry at 99.5; the bar closes at 100, so that nothing says that the high came after the entry.
        new Play(side, rules: Limit).Bar(100, 101, 99, 100).Signal().Bar(100, 101.75, 99, 100)
            .Open(50, 97.5, In(1, 99.5, 50, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void LimitInsideABarThatClosesBeyondTheTarget_TheTargetWasReached(int side) =>
        // The close is after everything: 101.75 passed 101.5.
        new Play(side, rules: Limit).Bar(100, 101, 99, 100).Signal().Bar(100, 102, 99, 101.75)
            .Open(25, 99.5, In(1, 99.5, 50, Maker), Out(1, 101.5, 25, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void LimitAtTheOpen_TheWholeBarIsAfterIt(int side) =>
        // In at the open of 99, so the high of 101 is after it: target 101.
        new Play(side, rules: Limit).Bar(100, 101, 99, 100).Signal().Bar(99, 101, 98.5, 99.5)
            .Open(25, 99, In(1, 99, 50, Maker), Out(1, 101, 25, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void LimitInTheThirdBar_StillFills(int side) =>
        new Play(side, rules: Limit).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99.75, 100).Bar(100, 101, 99.75, 100).Bar(100, 101, 99.25, 100)
            .Open(50, 97.5, In(3, 99.5, 50, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void LimitAfterThreeBars_Expired(int side) =>
        new Play(side, rules: Limit).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99.75, 100).Bar(100, 101, 99.75, 100).Bar(100, 101, 99.75, 100).Bar(100, 101, 99, 100)
            .Unfilled(AuditReason.Expired);

    [Theory, InlineData(1), InlineData(-1)]
    public void LimitWithoutExpiry_WorksUntilItFills(int side) =>
        new Play(side, rules: Limit with { EntryExpiryBars = 0 })
            .Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99.75, 100).Bar(100, 101, 99.75, 100).Bar(100, 101, 99.75, 100).Bar(100, 101, 99.75, 100).Bar(100, 101, 99, 100)
            .Open(50, 97.5, In(5, 99.5, 50, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void SignalWhileALimitWaits_IsRefused(int side)
    {
        var play = new Play(side, rules: Limit).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99.75, 100).Signal().Bar(100, 101, 99.25, 100)
            .Open(50, 97.5, In(2, 99.5, 50, Maker));
        Assert.Contains(play.Records, r => r is { Kind: AuditKind.Considered, Reason: AuditReason.EntryWorking });
    }

    [Theory, InlineData(1), InlineData(-1)]
    public void StopEntryTouched_FillsAtItsPriceAsTaker(int side) =>
        new Play(side, rules: Stop).Bar(100, 101, 99, 100).Signal().Bar(100, 100.5, 99.75, 100)
            .Open(50, 98.5, In(1, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopEntryGap_FillsAtTheWorseOpen(int side) =>
        new Play(side, rules: Stop).Bar(100, 101, 99, 100).Signal().Bar(101, 102, 100, 101)
            .Open(50, 99, In(1, 101, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopEntryNotTouched_Expires(int side) =>
        new Play(side, rules: Stop with { EntryExpiryBars = 1 }).Bar(100, 101, 99, 100).Signal().Bar(100, 100.25, 99, 100).Bar(100, 103, 99, 102)
            .Unfilled(AuditReason.Expired);

    [Theory, InlineData(1), InlineData(-1)]
    public void StopEntryAndItsStopInOneBar_TheWorseIsTaken(int side) =>
        // In at 100.5; the low of 98 may have been before or after: out at 98.5.
        new Play(side, rules: Stop).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 98, 100)
            .Closed(AuditReason.StopLoss, 50 * (98.5 - 100.5), In(1, 100.5, 50), Out(1, 98.5, 50));

    [Fact]
    public void StopEntry_SlipsFromItsTrigger() =>
        new Play(1, venue: Venue with { SlippageBps = 10 }, rules: Stop).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99.75, 100)
            .Open(50, (100.5 * 1.001) - 2, In(1, 100.5 * 1.001, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopLimitTouched_FillsAtItsTrigger(int side) =>
        new Play(side, rules: StopLimit).Bar(100, 101, 99, 100).Signal().Bar(100, 100.75, 99.75, 100)
            .Open(50, 98.5, In(1, 100.5, 50));

    [Fact]
    public void StopLimit_SlipsUpToItsLimit() =>
        // 1 % above 100.5 would be 101.505; the limit is 101.
        new Play(1, venue: Venue with { SlippageBps = 100 }, rules: StopLimit).Bar(100, 101, 99, 100).Signal().Bar(100, 100.75, 99.75, 100)
            .Open(50, 99, In(1, 101, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopLimitGapsWithinItsLimit_FillsAtTheOpen(int side) =>
        new Play(side, rules: StopLimit).Bar(100, 101, 99, 100).Signal().Bar(100.75, 101, 100, 101)
            .Open(50, 98.75, In(1, 100.75, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopLimitGapsBeyondItsLimit_WaitsThereAsALimit(int side) =>
        // Opens at 102, above the limit of 101, and stays there; the next bar comes back to 101.
        new Play(side, rules: StopLimit).Bar(100, 101, 99, 100).Signal().Bar(102, 103, 101.5, 102).Bar(102, 102, 100.75, 101)
            .Open(50, 99, In(2, 101, 50, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopLimitGapsBeyondItsLimitAndComesBack_FillsInThatBar(int side) =>
        // Triggered by the open of 102, it rests at 101 for the whole bar, and the bar comes down to 100.75.
        new Play(side, rules: StopLimit).Bar(100, 101, 99, 100).Signal().Bar(102, 103, 100.75, 101.5)
            .Open(50, 99, In(1, 101, 50, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopLimitNotTouched_NothingHappens(int side) =>
        new Play(side, rules: StopLimit with { EntryExpiryBars = 1 }).Bar(100, 101, 99, 100).Signal().Bar(100, 100.25, 99, 100).Bar(100, 101, 99, 100)
            .Unfilled(AuditReason.Expired);

    [Fact]
    public void Ticks_RestingPricesOfALongEntry() =>
        // 100 - 0.6 x 0.25... a limit of 99.45 on a grid of 0.5 waits at 99: in its favour.
        new Play(1, instrument: Instrument with { TickSize = 0.5m }, rules: Limit).Bar(100, 101, 99, 100).Signal(distance: 2.2).Bar(100, 101, 99.25, 100).Bar(100, 101, 99, 100)
            .Open(100 / 2.2, 96.5, In(2, 99, 100 / 2.2, Maker));
}
