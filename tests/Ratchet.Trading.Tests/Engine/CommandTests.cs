using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Engine;

public sealed class CommandTests
{
    [Fact]
    public void Kill_ClosesAtTheLastPriceAndStaysHalted()
    {
        var s = new Scenario().Opened().Bar(100, 101, 99, 100.5).Order(CommandKind.Kill);
        var trade = s.Trades.Single();
        Assert.Equal((AuditReason.KillSwitch, 100.5m), (trade.Reason, trade.ExitPrice));
        Assert.Equal(TradingState.Halted, s.Engine.State);
        s.Long().Flat();
        Assert.Empty(s.Engine.Positions);
        s.Order(CommandKind.Resume).Long().Flat();
        Assert.Single(s.Engine.Positions);
    }

    [Fact]
    public void Halt_LeavesAtTheNextPriceAndCancelsEntries()
    {
        var s = new Scenario().Opened().Order(CommandKind.Halt);
        Assert.True(s.Position.Leaving);
        var trade = s.Bar(101, 101, 100, 101).Trades.Single();
        Assert.Equal((AuditReason.Flattened, 101m), (trade.Reason, trade.ExitPrice));

        s = new Scenario().Flat().Long().Order(CommandKind.Halt).Flat();
        Assert.Equal(AuditReason.StateHalted, s.Of(AuditKind.OrderCancelled).Single().Reason);
        Assert.Empty(s.Engine.Positions);
    }

    [Fact]
    public void Reduce_KeepsExitsAndRefusesEntries()
    {
        var s = new Scenario().Opened().Order(CommandKind.Reduce).Flat();
        Assert.False(s.Position.Leaving);
        Assert.Equal(AuditReason.StopLoss, s.Bar(100, 100, 97, 98).Trades.Single().Reason);
        Assert.Equal(AuditReason.StateReducing, s.Long().Last(AuditKind.RiskRefused).Reason);
    }

    [Fact]
    public void Close_InsideABar_WaitsForABarThatOpensLater()
    {
        // The command comes at half past; the bar that opened before it cannot fill it at its open.
        var s = new Scenario().Opened();
        var open = s.Time;
        s.Time += Scenario.Hour / 2;
        s.Tell(new Command(CommandKind.Close, "test", "test"));
        s.Time = open;
        s.Bar(101, 101, 100, 100);
        Assert.Empty(s.Trades);
        var trade = s.Bar(99, 100, 99, 99).Trades.Single();
        Assert.Equal((AuditReason.Command, 99m), (trade.Reason, trade.ExitPrice));
    }

    [Fact]
    public void EndOfData_ClosesAtTheLastCloseWithSlippage()
    {
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0, SlippageBps = 100 } }).Opened().Bar(101, 101, 101, 101).Order(CommandKind.EndOfData);
        var trade = s.Trades.Single();
        Assert.Equal((AuditReason.EndOfData, 99.99m, 2L), (trade.Reason, trade.ExitPrice, trade.ExitBar));
        Assert.Equal(TradingState.Active, s.Engine.State);
    }

    [Fact]
    public void Advice_BlocksShrinksAndBringsExits()
    {
        var s = new Scenario().Flat().Tell(new Advice { Block = true }).Long();
        Assert.Equal(AuditReason.AdviceBlocked, s.Last(AuditKind.Considered).Reason);

        // It was for the first signal alone.
        s.Long().Flat();
        Assert.Single(s.Engine.Positions);

        s = new Scenario().Flat().Tell(new Advice { Multiplier = 0.5, Exits = new() { StopMultiple = 2 }, Profile = "wide", Regime = "calm", Decision = 7 }).Long().Flat();
        Assert.Equal((12.5m, 96.0), (s.Position.Quantity, s.Position.Stop));
        var trade = s.Bar(95, 95, 95, 95).Trades.Single();
        Assert.Equal(("wide", "calm", 7L), (trade.Profile, trade.Regime, trade.Decision));
    }

    [Fact]
    public void Advice_NextBarClosed_IsDropped()
    {
        var s = new Scenario().Flat().Tell(new Advice { Block = true }).Flat().Long().Flat();
        Assert.Single(s.Engine.Positions);
    }

    [Theory]
    [InlineData(0, 1.0, 1.0, 2.0, AuditReason.NoSide)]
    [InlineData(0, double.NaN, 1.0, 2.0, AuditReason.NotReady)]
    [InlineData(1, double.NaN, 1.0, 2.0, AuditReason.NotReady)]
    [InlineData(1, 0.4, 1.0, 2.0, AuditReason.ConfidenceBelowThreshold)]
    [InlineData(1, 1.0, 0.1, 2.0, AuditReason.MomentumBelowThreshold)]
    [InlineData(1, 1.0, 1.0, 0.0, AuditReason.NoDistance)]
    [InlineData(1, 1.0, 1.0, double.PositiveInfinity, AuditReason.NoDistance)]
    public void Signal_NotFollowed_SaysWhy(int side, double confidence, double momentum, double distance, AuditReason reason)
    {
        var s = new Scenario(o => Scenario.With(o with { AuditEverySignal = true }, (StrategyRules r) => r with { MomentumThreshold = 0.5 })).Flat();
        s.Speak(side, distance, confidence, momentum: momentum);
        Assert.Equal(reason, s.Of(AuditKind.Considered).Single().Reason);
        Assert.Empty(s.Of(AuditKind.OrderPlaced));
    }

    [Fact]
    public void Signal_BeforeListing_IsRefused()
    {
        var s = new Scenario(o => Scenario.With(o, (InstrumentRules r) => r with { Listed = 2 * Scenario.Hour, Delisted = 3 * Scenario.Hour })).Flat().Long();
        Assert.Equal(AuditReason.NotListed, s.Last(AuditKind.Considered).Reason);
        s.Flat().Long();
        Assert.Single(s.Of(AuditKind.OrderPlaced));

        // It enters at the open of the last bar before the delisting and is closed at its close.
        var trade = s.Bar(100, 101, 100, 101).Trades.Single();
        Assert.Equal((AuditReason.NotListed, 101m, 3 * Scenario.Hour), (trade.Reason, trade.ExitPrice, trade.ExitTime));
        Assert.Equal(10_050, s.Engine.Equity);
        Assert.Equal(AuditReason.NotListed, s.Long().Last(AuditKind.Considered).Reason);
    }

    [Fact]
    public void MomentumAdaptation_CalmRegime_RaisesTheThreshold()
    {
        var s = new Scenario(o => Scenario.With(o, (StrategyRules r) => r with { MomentumThreshold = 1, MomentumAdaptation = 0.5 })).Flat();
        var context = MarketContext.Unknown with { Bull = 0.2, Bear = 0.2 };
        s.Send(TradingEvent.OfSignal(9, s.Time, 0, new(0, 1, 1, 1.29, 1, double.NaN, 2, 0, double.NaN, context)));
        Assert.Equal((AuditReason.MomentumBelowThreshold, 1.3), (s.Last(AuditKind.Considered).Reason, Math.Round(s.Last(AuditKind.Considered).Limit, 9)));
        s.Send(TradingEvent.OfSignal(10, s.Time, 0, new(0, 1, 1, 1.31, 1, double.NaN, 2, 0, double.NaN, context)));
        Assert.Single(s.Of(AuditKind.OrderPlaced));
    }

    [Fact]
    public void Reports_OutsideVenue_DriveThePosition()
    {
        var s = new Scenario(o => o with { ExternalVenue = true }).Flat().Long().Flat();
        Assert.Empty(s.Engine.Positions);
        s.Report(1, 1, OrderState.PartlyFilled, 20, 101, 0.5m);
        Assert.Equal((20m, 101m, 99.0), (s.Position.Quantity, s.Position.EntryPrice, s.Position.Stop));
        s.Report(1, 1, OrderState.PartlyFilled, 20, 101, 0.5m);
        Assert.Equal(20m, s.Position.Quantity);
        s.Report(2, 1, OrderState.Filled, 30, 101, 0.5m);
        Assert.Equal(50m, s.Position.Quantity);
        s.Report(3, 3, OrderState.Filled, 25, 103, 0);
        Assert.Equal((25m, 1), (s.Position.Quantity, s.Position.TargetsReached));
        s.Report(4, 2, OrderState.Filled, 25, 99, 0);
        var trade = s.Trades.Single();
        Assert.Equal((25m * 2) - (25m * 2) - 1m, trade.Profit);
        s.Report(5, 2, OrderState.Filled, 25, 99, 0);
        Assert.Equal(AuditReason.UnknownOrder, s.Last(AuditKind.EventRefused).Reason);
    }

    [Fact]
    public void Reports_TooMuchOrRejected_AreTold()
    {
        var s = new Scenario(o => o with { ExternalVenue = true }).Flat().Long();
        s.Report(1, 1, OrderState.Filled, 51, 100, 0);
        Assert.Equal(AuditReason.BadReport, s.Last(AuditKind.EventRefused).Reason);
        s.Report(1, 1, OrderState.Rejected);
        Assert.Equal(1L, s.Of(AuditKind.OrderRejected).Single().Order);
        Assert.Empty(s.Engine.Positions);
    }

    [Fact]
    public void Reports_StopRejected_LeavesThePosition()
    {
        var s = new Scenario(o => o with { ExternalVenue = true }).Flat().Long().Report(1, 1, OrderState.Filled, 50, 100);
        s.Report(2, 2, OrderState.Rejected);
        Assert.True(s.Position.Leaving);
        Assert.Equal(OrderPurpose.Exit, ((OrderRequest)s.Last(AuditKind.OrderPlaced).Detail!).Purpose);
    }
}
