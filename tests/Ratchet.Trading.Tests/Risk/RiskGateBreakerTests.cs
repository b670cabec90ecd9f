using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>Each breaker: what trips it, what it blocks, what clears it, and the records of all three.</summary>
public sealed class RiskGateBreakerTests
{
    private const long Hour = Desk.Hour;

    [Fact]
    public void DailyLoss_AtFivePerCentOfTheDaysStart_StopsUntilTheNextDay()
    {
        var desk = new Desk(new());
        desk.Mark(10_400);
        desk.Mark(9_501);
        Assert.Equal(TradingState.Active, desk.Gate.State);

        // The day started with 10,000; the highest of the day does not matter.
        desk.Mark(9_500);
        Assert.Equal((AuditReason.DailyLoss, 0.05, 0.05), Numbers(desk.Audit.Of(AuditKind.RiskTripped)[0]));
        AssertState(desk, TradingState.Reducing, AuditReason.DailyLoss);
        Assert.Null(desk.Enter(1));
        Assert.Equal(AuditReason.DailyLoss, desk.Verdict.Binding);
        desk.Order(CommandKind.Resume);
        Assert.Equal(TradingState.Reducing, desk.Gate.State);
        desk.Mark(12_000);
        desk.Now = Desk.Start + (24 * Hour) - 1;
        desk.Bar(0, desk.Now + 1 - Hour, desk.Now);
        Assert.Equal(TradingState.Reducing, desk.Gate.State);
        desk.Audit.Records.Clear();
        desk.Pass(1);
        Assert.Equal((AuditReason.CoolDownEnded, "DailyLoss"), Cleared(desk));
        AssertState(desk, TradingState.Active, AuditReason.CoolDownEnded);

        // The new day starts with 12,000: 600 is its five per cent.
        desk.Mark(11_401);
        Assert.Equal(TradingState.Active, desk.Gate.State);
        desk.Mark(11_400);
        Assert.Equal(TradingState.Reducing, desk.Gate.State);
    }

    [Fact]
    public void Drawdown_AtTheFirstThreshold_HalvesSizesUntilItPassed()
    {
        var desk = new Desk(new() { DailyLoss = 1 });
        desk.Mark(12_000);
        desk.Mark(10_801);
        Assert.Equal(1, desk.Gate.SizeFactor);
        desk.Mark(10_800);
        Assert.Equal((AuditReason.DrawdownReduce, 0.1, 0.1), Numbers(desk.Single(AuditKind.RiskTripped)));
        Assert.Equal((0.5, TradingState.Active), (desk.Gate.SizeFactor, desk.Gate.State));

        // Half of what is asked, half of the value (20 % of 10,800), half of the risk (1 % of 10,800 over 27 is 4).
        var order = desk.Enter(3, stop: 1);
        Assert.Equal((1.5m, 1080m), (order!.Quantity, order.MaximumValue));
        Assert.Equal((AuditReason.DrawdownReduce, 0.1, 0.1), (desk.Verdict.Binding, desk.Verdict.Value, desk.Verdict.Limit));
        Assert.Equal(2, desk.Enter(8, stop: 27)!.Quantity);
        Assert.Equal(AuditReason.RiskPerTrade, desk.Verdict.Binding);
        desk.Audit.Records.Clear();
        desk.Mark(10_801);
        Assert.Equal((AuditReason.ConditionPassed, "DrawdownReduce"), Cleared(desk));
        Assert.Equal(1, desk.Gate.SizeFactor);
    }

    [Fact]
    public void Drawdown_AtTheSecondThreshold_HaltsUntilAPersonResumes()
    {
        var desk = new Desk(new() { DailyLoss = 1 });
        desk.Mark(8_000);
        Assert.Equal([AuditReason.DrawdownReduce, AuditReason.DrawdownHalt], desk.Audit.Of(AuditKind.RiskTripped).Select(r => r.Reason));
        AssertState(desk, TradingState.Halted, AuditReason.DrawdownHalt);
        Assert.True(desk.Gate.MustFlatten);
        desk.Mark(10_000);
        desk.Pass(1000 * Hour);
        desk.Restart();
        Assert.Null(desk.Enter(1));
        Assert.Equal(AuditReason.DrawdownHalt, desk.Verdict.Binding);
        desk.Mark(8_100);
        desk.Audit.Records.Clear();
        desk.Order(CommandKind.Resume);
        Assert.Equal(["DrawdownHalt", "DrawdownReduce"], desk.Audit.Of(AuditKind.RiskCleared).Select(r => (string)r.Detail!));
        AssertState(desk, TradingState.Active, AuditReason.ByPerson);

        // Measured anew from 8,100.
        desk.Mark(8_000);
        Assert.Equal((1, TradingState.Active), (desk.Gate.SizeFactor, desk.Gate.State));
        desk.Mark(6_480);
        Assert.Equal(TradingState.Halted, desk.Gate.State);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Marked_EquityThatIsNoNumber_Halts(double equity)
    {
        var desk = new Desk(new());
        desk.Mark(equity);
        Assert.Equal(TradingState.Halted, desk.Gate.State);
        desk.Order(CommandKind.Resume);
        desk.Mark(10_000);
        Assert.Equal(TradingState.Active, desk.Gate.State);
    }

    [Fact]
    public void LosingRun_FiveInARow_PausesFourHours()
    {
        var desk = new Desk(new());
        for (var i = 0; i < 4; i++)
        {
            desk.Trade(-1);
        }

        desk.Trade(0);
        for (var i = 0; i < 4; i++)
        {
            desk.Trade(-1);
            Assert.Equal(TradingState.Active, desk.Gate.State);
        }

        desk.Trade(-1);
        Assert.Equal((AuditReason.LosingRun, 5, 5), Numbers(desk.Audit.Of(AuditKind.RiskTripped)[0]));
        AssertState(desk, TradingState.Reducing, AuditReason.LosingRun);
        desk.Pass((4 * Hour) - 1);
        Assert.Equal(TradingState.Reducing, desk.Gate.State);
        desk.Restart();
        desk.Audit.Records.Clear();
        desk.Pass(1);
        Assert.Contains(desk.Audit.Records, r => r is { Kind: AuditKind.RiskCleared, Reason: AuditReason.CoolDownEnded, Detail: "LosingRun" });
        AssertState(desk, TradingState.Active, AuditReason.CoolDownEnded);
        desk.Trade(-1);
        Assert.Equal(TradingState.Active, desk.Gate.State);
    }

    [Fact]
    public void RejectedOrders_ThreeInARow_PauseAnHourUnlessAPersonResumes()
    {
        var desk = new Desk(new());
        desk.Gate.Rejected(0, desk.Moment, desk.Audit);
        desk.Gate.Rejected(0, desk.Moment, desk.Audit);
        desk.Gate.Filled(0, 1, 100, 100, desk.Moment, desk.Audit);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(TradingState.Active, desk.Gate.State);
            desk.Gate.Rejected(0, desk.Moment, desk.Audit);
        }

        AssertState(desk, TradingState.Reducing, AuditReason.RejectedOrders);
        desk.Order(CommandKind.Resume);
        Assert.Equal((AuditReason.ByPerson, "RejectedOrders"), Cleared(desk));
        AssertState(desk, TradingState.Active, AuditReason.ByPerson);
    }

    [Fact]
    public void StaleData_OlderThanThreeBars_BlocksTheSymbolUntilABarComes()
    {
        var desk = new Desk(new(), symbols: 2);
        desk.Pass(3 * Hour);
        Assert.NotNull(desk.Enter(1));
        desk.Audit.Records.Clear();
        desk.Bar(1, Desk.Start + (2 * Hour), desk.Now);
        desk.Pass(1);
        var trip = desk.Single(AuditKind.RiskTripped);
        Assert.Equal((AuditReason.StaleData, 0, 3.0), (trip.Reason, trip.Symbol, trip.Limit));
        Assert.Equal(3 + (1.0 / Hour), trip.Value, 12);
        Assert.Null(desk.Enter(1));
        Assert.Equal(AuditReason.StaleData, desk.Verdict.Binding);
        Assert.NotNull(desk.Enter(1, symbol: 1));
        Assert.Equal(TradingState.Active, desk.Gate.State);

        // A late bar that is itself too old does not help.
        desk.Bar(0, Desk.Start, desk.Now + (2 * Hour));
        Assert.Null(desk.Enter(1));
        desk.Audit.Records.Clear();
        desk.Bar(0, Desk.Start + (4 * Hour), desk.Now);
        Assert.Equal((AuditReason.ConditionPassed, "StaleData"), Cleared(desk));
        Assert.NotNull(desk.Enter(1));
    }

    [Fact]
    public void StaleData_BeforeTheFirstBar_Blocks()
    {
        var gate = new RiskGate(new(), [Desk.Instrument(0)], 1, 10_000);
        var view = new ExposureView { Equity = 10_000, Price = 100, SymbolNet = [0], SymbolGross = [0], StrategyGross = [0], PositionQuantity = 0, OpenPositions = 0 };
        Assert.Null(gate.Review(new() { Id = 1, Symbol = 0, Strategy = 0, Side = 1, Quantity = 1 }, view, default, new RecordedAudit(), out var verdict));
        Assert.Equal((AuditReason.StaleData, double.PositiveInfinity), (verdict.Binding, verdict.Value));
    }

    [Theory]
    [InlineData(FeedState.Disconnected)]
    [InlineData(FeedState.Stale)]
    public void Feed_DownOrStale_BlocksUntilItIsBackOrABarComes(FeedState state)
    {
        var desk = new Desk(new(), symbols: 2);
        desk.Gate.FeedChanged(-1, new(state, "test", 0), desk.Moment, desk.Audit);
        Assert.Null(desk.Enter(1));
        Assert.Null(desk.Enter(1, symbol: 1));
        desk.Gate.FeedChanged(0, new(FeedState.Connected, "test", 0), desk.Moment, desk.Audit);
        desk.Bar(1, Desk.Start, Desk.Start + Hour);
        Assert.NotNull(desk.Enter(1));
        Assert.NotNull(desk.Enter(1, symbol: 1));
        Assert.Equal((2, 2), (desk.Audit.Of(AuditKind.RiskTripped).Length, desk.Audit.Of(AuditKind.RiskCleared).Length));
    }

    [Fact]
    public void GappedData_AfterTwoMissingBars_BlocksUntilTwoCame()
    {
        var desk = new Desk(new() { GapBars = 2 });
        desk.Bar(0, Desk.Start + Hour, Desk.Start + (2 * Hour));
        Assert.NotNull(desk.Enter(1));
        desk.Audit.Records.Clear();
        desk.Bar(0, Desk.Start + (4 * Hour), Desk.Start + (5 * Hour));
        Assert.Equal((AuditReason.GappedData, 2, 2), Numbers(desk.Single(AuditKind.RiskTripped)));
        desk.Bar(0, Desk.Start + (5 * Hour), Desk.Start + (6 * Hour));
        Assert.Null(desk.Enter(1));
        Assert.Equal(AuditReason.GappedData, desk.Verdict.Binding);
        desk.Audit.Records.Clear();
        desk.Bar(0, Desk.Start + (6 * Hour), Desk.Start + (7 * Hour));
        Assert.Equal((AuditReason.ConditionPassed, "GappedData"), Cleared(desk));
        Assert.NotNull(desk.Enter(1));
    }

    [Fact]
    public void VolatilitySpike_RangeAboveItsMean_PausesTheSymbolAnHour()
    {
        var desk = new Desk(new() { VolatilitySpike = 4 });
        for (var i = 0; i < 30; i++)
        {
            desk.Bar(0, Desk.Start + (i * Hour), Desk.Start + ((i + 1) * Hour));
        }

        desk.Bar(0, Desk.Start + (30 * Hour), Desk.Start + (31 * Hour), range: 8);
        Assert.NotNull(desk.Enter(1));
        // 31 bars of 0.02 and one of 0.08.
        var mean = 0.02 + (0.06 / 32);
        desk.Bar(0, Desk.Start + (31 * Hour), Desk.Start + (32 * Hour), range: 10);
        var trip = desk.Single(AuditKind.RiskTripped);
        Assert.Equal((AuditReason.VolatilitySpike, 4.0), (trip.Reason, trip.Limit));
        Assert.Equal(0.1 / mean, trip.Value, 9);
        Assert.Null(desk.Enter(1));
        Assert.Equal(AuditReason.VolatilitySpike, desk.Verdict.Binding);
        desk.Audit.Records.Clear();
        desk.Pass(Hour);
        Assert.Equal((AuditReason.CoolDownEnded, "VolatilitySpike"), Cleared(desk));
        Assert.NotNull(desk.Enter(1));
    }

    [Fact]
    public void Slippage_BeyondItsBound_PausesTheSymbol()
    {
        var desk = new Desk(new() { SlippageBps = 10 }, symbols: 2);
        desk.Gate.Filled(0, 1, 1000, 1001, desk.Moment, desk.Audit);
        desk.Gate.Filled(0, 1, 1000, 900, desk.Moment, desk.Audit);
        desk.Gate.Filled(0, -1, 1000, 999, desk.Moment, desk.Audit);
        Assert.Empty(desk.Audit.Records);
        desk.Gate.Filled(0, -1, 1000, 998.9, desk.Moment, desk.Audit);
        var trip = desk.Single(AuditKind.RiskTripped);
        Assert.Equal((AuditReason.SlippageBeyondBound, 11), (trip.Reason, Math.Round(trip.Value, 9)));
        Assert.Null(desk.Enter(1));
        Assert.NotNull(desk.Enter(1, symbol: 1));
        desk.Pass(Hour);
        Assert.NotNull(desk.Enter(1));
    }

    [Fact]
    public void ClockSkew_ClockAndCloseApart_BlocksUntilTheyAgree()
    {
        var desk = new Desk(new() { ClockSkew = 5000 });
        desk.Bar(0, Desk.Start, Desk.Start + Hour + 5000);
        Assert.NotNull(desk.Enter(1));
        desk.Bar(0, Desk.Start + Hour, Desk.Start + (2 * Hour) + 5001);
        Assert.Equal((AuditReason.ClockSkew, 5001, 5000), Numbers(desk.Single(AuditKind.RiskTripped)));
        Assert.Null(desk.Enter(1));
        desk.Audit.Records.Clear();
        desk.Bar(0, Desk.Start + (2 * Hour), Desk.Start + (3 * Hour));
        Assert.Equal((AuditReason.ConditionPassed, "ClockSkew"), Cleared(desk));
        Assert.NotNull(desk.Enter(1));
    }

    [Fact]
    public void Readiness_WhereRequired_RefusesForTheFirstThingMissing()
    {
        var desk = new Desk(new() { RequireReadiness = true, ModelAge = 10 * Hour }, strategies: 2);
        var ready = new Readiness(0, true, Desk.Start - Hour, 0.995, true, true);
        (Readiness Told, AuditReason Missing)[] cases =
        [
            (ready with { WarmedUp = false }, AuditReason.WarmUp),
            (ready with { ModelTrainedAt = -1 }, AuditReason.ModelNotFresh),
            (ready with { ModelTrainedAt = Desk.Start - (10 * Hour) - 1 }, AuditReason.ModelNotFresh),
            (ready with { DataQuality = 0.9949 }, AuditReason.DataQuality),
            (ready with { DataQuality = double.NaN }, AuditReason.DataQuality),
            (ready with { RegimeKnown = false }, AuditReason.RegimeUnknown),
            (ready with { LedgerConsistent = false }, AuditReason.LedgerInconsistent),
        ];
        Assert.Null(desk.Enter(1));
        Assert.Equal(AuditReason.WarmUp, desk.Verdict.Binding);
        foreach (var (told, missing) in cases)
        {
            desk.Audit.Records.Clear();
            desk.Gate.ReadinessChanged(0, told, desk.Moment, desk.Audit);
            Assert.Null(desk.Enter(1));
            Assert.Equal(missing, desk.Verdict.Binding);
            Assert.Equal(missing, desk.Audit.Of(AuditKind.RiskTripped)[0].Reason);
            desk.Gate.ReadinessChanged(0, ready, desk.Moment, desk.Audit);
            Assert.NotNull(desk.Enter(1));
            Assert.Equal((AuditReason.ConditionPassed, missing.ToString()), Cleared(desk));
            Assert.Null(desk.Enter(1, strategy: 1));
        }

        desk.Gate.ReadinessChanged(0, ready with { ModelTrainedAt = 0 }, desk.Moment, desk.Audit);
        Assert.NotNull(desk.Enter(1));
    }

    [Fact]
    public void Readiness_ModelThatAges_IsRefusedWithItsAge()
    {
        var desk = new Desk(new() { RequireReadiness = true, ModelAge = Hour });
        desk.Gate.ReadinessChanged(-1, new(0, true, Desk.Start, 1, true, true), desk.Moment, desk.Audit);
        desk.Pass(Hour);
        Assert.NotNull(desk.Enter(1));
        desk.Pass(1);
        Assert.Null(desk.Enter(1));
        Assert.Equal(new(AuditReason.ModelNotFresh, Hour + 1, Hour, 0), desk.Verdict);
    }

    [Fact]
    public void Kill_ByAPerson_HaltsUntilResume()
    {
        var desk = new Desk(new());
        desk.Order(CommandKind.Kill);
        Assert.Equal(AuditReason.KillSwitch, desk.Audit.Of(AuditKind.RiskTripped)[0].Reason);
        AssertState(desk, TradingState.Halted, AuditReason.KillSwitch);
        desk.Restart();
        desk.Pass(10_000 * Hour);
        Assert.True(desk.Gate.MustFlatten);
        Assert.Null(desk.Enter(1));
        Assert.Equal(AuditReason.KillSwitch, desk.Verdict.Binding);
        desk.Audit.Records.Clear();
        desk.Order(CommandKind.Resume);
        Assert.Equal((AuditReason.ByPerson, "KillSwitch"), Cleared(desk));
        AssertState(desk, TradingState.Active, AuditReason.ByPerson);
    }

    [Fact]
    public void Commands_ReduceThenHaltThenResume_ChangeTheStateByPerson()
    {
        var desk = new Desk(new());
        desk.Order(CommandKind.Reduce);
        AssertState(desk, TradingState.Reducing, AuditReason.ByPerson);
        Assert.Null(desk.Enter(1));
        Assert.Equal(AuditReason.StateReducing, desk.Verdict.Binding);
        desk.Order(CommandKind.Halt);
        AssertState(desk, TradingState.Halted, AuditReason.ByPerson);
        Assert.Null(desk.Enter(1));
        Assert.Equal(AuditReason.StateHalted, desk.Verdict.Binding);
        desk.Order(CommandKind.Reduce);
        Assert.Equal(TradingState.Halted, desk.Gate.State);
        desk.Order(CommandKind.Resume);
        AssertState(desk, TradingState.Active, AuditReason.ByPerson);
        Assert.NotNull(desk.Enter(1));
    }

    [Fact]
    public void Switches_AtZero_NeverTrip()
    {
        var desk = new Desk(new() { LosingRun = 0, StaleBars = 0, RejectedOrders = 0 });
        for (var i = 0; i < 50; i++)
        {
            desk.Trade(-1);
            desk.Gate.Rejected(0, desk.Moment, desk.Audit);
            desk.Gate.Filled(0, 1, 100, 200, desk.Moment, desk.Audit);
            desk.Gate.FeedChanged(0, new(FeedState.Disconnected, "test", 0), desk.Moment, desk.Audit);
            desk.Bar(0, desk.Now + (50 * Hour), desk.Now + (100 * Hour), range: i % 7 == 0 ? 90 : 1);
        }

        Assert.Empty(desk.Audit.Records);
        Assert.NotNull(desk.Enter(1));
    }

    private static (AuditReason Reason, double Value, double Limit) Numbers(AuditRecord record) => (record.Reason, Math.Round(record.Value, 12), record.Limit);

    private static (AuditReason How, string Breaker) Cleared(Desk desk)
    {
        var record = Assert.Single(desk.Audit.Of(AuditKind.RiskCleared));
        return (record.Reason, (string)record.Detail!);
    }

    private static void AssertState(Desk desk, TradingState state, AuditReason cause)
    {
        Assert.Equal(state, desk.Gate.State);
        var record = desk.Single(AuditKind.StateChanged);
        Assert.Equal(((double)(int)state, cause, TradingStateText.Of(state)), (record.Value, record.Reason, (string)record.Detail!));
    }
}
