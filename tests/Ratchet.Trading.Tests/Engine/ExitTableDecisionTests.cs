using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Risk;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Leaving by decision: time, exit model, commands, states, the end of the data.</summary>
public sealed class ExitTableDecisionTests
{
    [Theory, InlineData(1), InlineData(-1)]
    public void TwoBarsHorizon_LeavesAtTheOpenAfter(int side) =>
        // Bars 1 and 2 are held, the entry bar counted; out at the open of bar 3.
        new Play(side, Plan with { HorizonBars = 2 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 101, 99, 100.5).Bar(101, 101.5, 100, 101)
            .Closed(AuditReason.TimeStop, 50 * (101.0 - 100), In(1, 100, 50), Out(3, 101, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void OneBarHorizon_LeavesAtTheNextOpen(int side) =>
        new Play(side, Plan with { HorizonBars = 1 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(99.5, 101, 99, 100)
            .Closed(AuditReason.TimeStop, 50 * (99.5 - 100), In(1, 100, 50), Out(2, 99.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void StopInTheLastBarOfTheHorizon_StopCounts(int side) =>
        new Play(side, Plan with { HorizonBars = 2 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 101, 97, 98).Bar(98, 99, 97, 98)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100), In(1, 100, 50), Out(2, 98, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void TimeStopOpensBelowTheStop_TheDecisionIsFirst(int side) =>
        // What was decided at the close fills at the open before the bracket is looked at; the price, 97, is the same either way.
        new Play(side, Plan with { HorizonBars = 1 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(97, 98, 96, 97)
            .Closed(AuditReason.TimeStop, 50 * (97.0 - 100), In(1, 100, 50), Out(2, 97, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void TimeStopAfterFirstTarget_LeavesTheRest(int side) =>
        new Play(side, Plan with { HorizonBars = 1 }).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 102).Bar(103, 104.5, 102, 103)
            .Closed(AuditReason.TimeStop, (25 * (102.0 - 100)) + (25 * (103.0 - 100)), In(1, 100, 50), Out(1, 102, 25, Maker), Out(2, 103, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void MillisecondsHorizon_LeavesAtTheFirstPriceAfter(int side) =>
        // In at the open of bar 1; 90 minutes end inside bar 2, whose close is the first moment that is known: the open of bar 3.
        new Play(side, Plan with { HorizonMilliseconds = 3 * Hour / 2 })
            .Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 101, 99, 100).Bar(100.5, 101, 99, 100)
            .Closed(AuditReason.TimeStop, 50 * (100.5 - 100), In(1, 100, 50), Out(3, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void MillisecondsHorizonOfWholeBars_EqualsTheBarsHorizon(int side) =>
        new Play(side, Plan with { HorizonMilliseconds = 2 * Hour })
            .Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 101, 99, 100).Bar(100.5, 101, 99, 100)
            .Closed(AuditReason.TimeStop, 50 * (100.5 - 100), In(1, 100, 50), Out(3, 100.5, 50));

    [Theory, InlineData(1, 0), InlineData(-1, 0), InlineData(1, 1), InlineData(-1, 1)]
    public void ExitProbabilityAboveThreshold_LeavesAtNextOpen(int side, int with) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Exit(0.75, with).Bar(100.5, 101, 99, 100)
            .Closed(AuditReason.ExitSignal, 50 * (100.5 - 100), In(1, 100, 50), Out(2, 100.5, 50));

    [Theory, InlineData(0.7, 0), InlineData(0.75, -1), InlineData(double.NaN, 0)]
    public void ExitProbabilityAtThresholdOtherSideOrUnknown_Stays(double probability, int with) =>
        // It has to be above 0.7; the probability of a signal for the other side is about that side; NaN is no opinion.
        new Play().Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Exit(probability, with).Bar(100.5, 101, 99, 100)
            .Open(50, 98, In(1, 100, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void ExitSignalThenGapOverTargets_FillsWholeAtOpenAsTaker(int side) =>
        // A market order is a market order, also when it opens beyond every target.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Exit(0.9).Bar(110, 111, 109, 110)
            .Closed(AuditReason.ExitSignal, 50 * (110.0 - 100), In(1, 100, 50), Out(2, 110, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void CloseCommand_LeavesAtNextOpen(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Command(CommandKind.Close).Bar(101, 101.5, 100, 101)
            .Closed(AuditReason.Command, 50 * (101.0 - 100), In(1, 100, 50), Out(2, 101, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void CloseCommandBeforeTheEntryFills_NothingHappens(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Command(CommandKind.Close).Bar(101, 101.5, 100, 101)
            .Unfilled(AuditReason.Command);

    [Theory, InlineData(1), InlineData(-1)]
    public void Kill_ClosesAtTheLastCloseAtOnce(int side)
    {
        // No bar comes any more: out at 100.5, the last price known, and halted.
        var play = new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100.5).Command(CommandKind.Kill)
            .Closed(AuditReason.KillSwitch, 50 * (100.5 - 100), In(1, 100, 50), Out(1, 100.5, 50));
        Assert.Equal(TradingState.Halted, play.Engine.State);
        play.Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100);
        Assert.Contains(play.Records, r => r is { Kind: AuditKind.RiskRefused });
        Assert.Single(play.Trades);
        Assert.Empty(play.Engine.Positions);
    }

    [Theory, InlineData(1), InlineData(-1)]
    public void KillWithWorkingEntry_CancelsIt(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Command(CommandKind.Kill).Bar(100, 101, 99, 100)
            .Unfilled(AuditReason.KillSwitch);

    [Theory, InlineData(1), InlineData(-1)]
    public void KillWhileAnExitWorks_ClosesOnce(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Exit(0.9).Command(CommandKind.Kill).Bar(105, 106, 104, 105)
            .Closed(AuditReason.KillSwitch, 0, In(1, 100, 50), Out(1, 100, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void Halt_FlattensAtTheNextOpen(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Command(CommandKind.Halt).Bar(99, 99.5, 98.5, 99)
            .Closed(AuditReason.Flattened, 50 * (99.0 - 100), In(1, 100, 50), Out(2, 99, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void HaltWithWorkingEntry_CancelsIt(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Command(CommandKind.Halt).Bar(100, 101, 99, 100)
            .Unfilled(AuditReason.StateHalted);

    [Theory, InlineData(1), InlineData(-1)]
    public void Reduce_PositionKeepsItsExits(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Command(CommandKind.Reduce).Bar(100, 102, 99, 101).Bar(101, 101, 100, 100)
            .Closed(AuditReason.BreakEven, 25 * (102.0 - 100), In(1, 100, 50), Out(2, 102, 25, Maker), Out(3, 100, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void ReduceWithWorkingEntry_CancelsIt(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Command(CommandKind.Reduce).Bar(100, 101, 99, 100)
            .Unfilled(AuditReason.StateReducing);

    [Theory, InlineData(1), InlineData(-1)]
    public void Resume_EntersAgain(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Command(CommandKind.Reduce).Signal().Bar(100, 101, 99, 100).Command(CommandKind.Resume).Signal().Bar(100, 101, 99, 100)
            .Open(50, 98, In(2, 100, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void EndOfData_ClosesAtTheLastClose(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100.5).Command(CommandKind.EndOfData)
            .Closed(AuditReason.EndOfData, 50 * (100.5 - 100), In(1, 100, 50), Out(1, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void EndOfDataAfterFirstTarget_ClosesTheRest(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 102.5, 99, 101.5).Command(CommandKind.EndOfData)
            .Closed(AuditReason.EndOfData, (25 * (102.0 - 100)) + (25 * (101.5 - 100)), In(1, 100, 50), Out(1, 102, 25, Maker), Out(1, 101.5, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void EndOfDataWithExitWorking_EndsAtTheLastClose(int side) =>
        // The next open never comes.
        new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100.5).Exit(0.9).Command(CommandKind.EndOfData)
            .Closed(AuditReason.EndOfData, 50 * (100.5 - 100), In(1, 100, 50), Out(1, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void EndOfDataWithWorkingEntry_NothingHappened(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Command(CommandKind.EndOfData).Unfilled(AuditReason.EndOfData);

    [Theory, InlineData(1), InlineData(-1)]
    public void DrawdownHalt_FlattensAtTheNextOpen(int side) =>
        // 50 units down 1.75 at the close are 87.5, with the entry's fee of 5 over 0.9 % of 10,000: halted, and out at the next open, not at the stop.
        new Play(side, limits: Wide with { DrawdownReduce = 0.005, DrawdownHalt = 0.009 })
            .Bar(100, 101, 99, 100).Signal().Bar(100, 101, 98.125, 98.25).Bar(98.5, 99, 98.25, 99)
            .Closed(AuditReason.Flattened, 50 * (98.5 - 100), In(1, 100, 50), Out(2, 98.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void SecondSignalWhileOpen_IsRefused(int side)
    {
        var play = new Play(side).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Open(50, 98, In(1, 100, 50));
        Assert.Contains(play.Records, r => r is { Kind: AuditKind.Considered, Reason: AuditReason.PositionOpen });
    }

    [Theory, InlineData(1), InlineData(-1)]
    public void AdvicesExits_TakeThePlaceOfTheStrategysOwn(int side) =>
        // Stop 2 x 2 = 4 away: 25 units and 96; the strategy's own stop at 98 is passed unharmed.
        new Play(side).Bar(100, 101, 99, 100)
            .Advice(new() { Exits = Plan with { StopMultiple = 2 }, Profile = "wide" }).Signal()
            .Bar(100, 101, 97, 98).Bar(98, 98.5, 95, 96)
            .Closed(AuditReason.StopLoss, 25 * (96.0 - 100), In(1, 100, 25), Out(2, 96, 25));

    [Theory, InlineData(1), InlineData(-1)]
    public void Delisting_ClosesAtTheLastClose(int side) =>
        // The symbol leaves the market at the close of bar 2: there is no next open.
        new Play(side, instrument: Instrument with { Delisted = Start + (3 * Hour) }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 101, 99, 100.5)
            .Closed(AuditReason.NotListed, 50 * 0.5, In(1, 100, 50), Out(2, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void MillisecondsHorizonEndsWhereBarsAreMissing_TheFirstOpenAfterIsThePrice(int side) =>
        // 90 minutes after the open of bar 1 there is no bar; the next one opens five hours later.
        new Play(side, Plan with { HorizonMilliseconds = 3 * Hour / 2 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Missing(5).Bar(100.5, 101, 97, 100)
            .Closed(AuditReason.TimeStop, 50 * 0.5, In(1, 100, 50), Out(2, 100.5, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void BarsAreMissing_TheEntryFillsAtTheNextOpenThereIs(int side) =>
        new Play(side).Bar(100, 101, 99, 100).Signal().Missing(3).Bar(101, 102, 100, 101)
            .Open(50, 99, In(1, 101, 50));

    [Theory, InlineData(1), InlineData(-1)]
    public void BarsHorizon_CountsBarsThatAreThere(int side) =>
        new Play(side, Plan with { HorizonBars = 2 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Missing(5).Bar(100, 101, 99, 100).Bar(100.5, 101, 99, 100)
            .Closed(AuditReason.TimeStop, 50 * 0.5, In(1, 100, 50), Out(3, 100.5, 50));
}
