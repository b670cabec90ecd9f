using System.Buffers;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>A venue outside: fills that cross a cancel, and brackets that follow an entry filled in parts.</summary>
public sealed class OutsideVenueTests
{
    [Fact]
    public void Reduce_FillCrossesTheCancel_IsHeldWithItsBracket()
    {
        var s = Entered().Order(CommandKind.Reduce);
        Assert.Equal((1L, AuditReason.StateReducing), (s.Last(AuditKind.OrderCancelled).Order, s.Last(AuditKind.OrderCancelled).Reason));
        s.Report(1, 1, OrderState.Filled, 50, 100);
        Assert.Equal((50m, 98.0, false), (s.Position.Quantity, s.Position.Stop, s.Position.Leaving));
        Assert.Equal([50m, 25m, 15m, 10m], Placed(s, 2, 3, 4, 5));
    }

    [Theory]
    [InlineData(CommandKind.Halt, AuditReason.Flattened)]
    [InlineData(CommandKind.Kill, AuditReason.KillSwitch)]
    [InlineData(CommandKind.Close, AuditReason.Command)]
    public void NothingToBeHeld_FillCrossesTheCancel_IsLeftAtOnce(CommandKind command, AuditReason reason)
    {
        var s = Entered().Order(command).Report(1, 1, OrderState.Filled, 50, 100);
        Assert.True(s.Position.Leaving);
        var exit = s.Last(AuditKind.OrderPlaced);
        Assert.Equal((50m, OrderPurpose.Flatten), (exit.Quantity, ((OrderRequest)exit.Detail!).Purpose));
        Assert.Equal(reason, s.Report(2, exit.Order, OrderState.Filled, 50, 99).Trades.Single().Reason);
        Assert.Equal(9_950m, s.Engine.Cash);
    }

    [Fact]
    public void ReduceThenHalt_FillCrossesTheCancel_IsLeft() =>
        Assert.True(Entered().Order(CommandKind.Reduce).Order(CommandKind.Halt).Report(1, 1, OrderState.Filled, 50, 100).Position.Leaving);

    [Theory]
    [InlineData(OrderState.Cancelled)]
    [InlineData(OrderState.Expired)]
    public void Cancel_Confirmed_FreesThePlace(OrderState confirmation)
    {
        var s = Entered().Order(CommandKind.Reduce).Order(CommandKind.Resume).Long();
        Assert.Equal(AuditReason.EntryWorking, s.Last(AuditKind.Considered).Reason);
        s.Report(1, 1, confirmation).Long();
        Assert.Equal(2L, s.Last(AuditKind.OrderPlaced).Order);
        Assert.Single(s.Of(AuditKind.OrderCancelled));
        Assert.Equal(AuditReason.UnknownOrder, s.Report(2, 1, OrderState.Filled, 50, 100).Last(AuditKind.EventRefused).Reason);
    }

    [Fact]
    public void Cancel_Pending_IsPartOfTheState()
    {
        var s = Entered().Order(CommandKind.Close);
        var output = new ArrayBufferWriter<byte>();
        s.Engine.WriteState(output);
        s.Engine = TradingEngine.ReadState(s.Options, output.WrittenSpan);
        Assert.True(s.Report(1, 1, OrderState.PartlyFilled, 20, 100).Position.Leaving);
    }

    [Fact]
    public void Expired_FillInPartsAcrossTheCancel_TheRestIsConfirmedAway()
    {
        var s = new Scenario(o => Scenario.With(o with { ExternalVenue = true }, (StrategyRules r) => r with { EntryKind = OrderKind.Limit, EntryOffset = 0, EntryExpiryBars = 1 })).Flat().Long().Flat();
        Assert.Equal(AuditReason.Expired, s.Last(AuditKind.OrderCancelled).Reason);
        s.Flat().Report(1, 1, OrderState.PartlyFilled, 20, 100).Report(2, 1, OrderState.Cancelled);
        Assert.Equal((20m, false), (s.Position.Quantity, s.Position.Leaving));
        Assert.Single(s.Of(AuditKind.OrderCancelled));
    }

    [Fact]
    public void EntryInParts_StopAndTargetsCoverAllOfIt()
    {
        var s = Entered().Report(1, 1, OrderState.PartlyFilled, 10, 100);
        Assert.Equal([10m, 5m, 3m, 2m], Placed(s, 2, 3, 4, 5));
        s.Report(2, 1, OrderState.Filled, 40, 101);
        Assert.Equal([50m, 25m, 15m, 10m], Placed(s, 2, 3, 4, 5));
        Assert.Equal(98m, s.Of(AuditKind.OrderPlaced).Last(r => r.Order == 2).Price);
        Assert.Equal(6L, s.Engine.NextOrder);
    }

    [Fact]
    public void EntryCancelledByATarget_LaterFill_GrowsStopAndRestOfTheTargets()
    {
        // 20 of 50; a part of target one, 4 of its 10, takes the rest of the entry back; 20 more were bought meanwhile: 40 bought, 36 held, 20 - 4 left for target one.
        var s = Entered().Report(1, 1, OrderState.PartlyFilled, 20, 100).Report(2, 3, OrderState.PartlyFilled, 4, 102);
        Assert.Equal(AuditReason.BracketDone, s.Last(AuditKind.OrderCancelled).Reason);
        s.Report(3, 1, OrderState.PartlyFilled, 20, 102);
        Assert.Equal([36m, 16m, 12m, 8m], Placed(s, 2, 3, 4, 5));
        Assert.Equal(36m, s.Position.Quantity);
        s.Report(4, 3, OrderState.Filled, 16, 102);
        Assert.Equal((20m, 1), (s.Position.Quantity, s.Position.TargetsReached));
    }

    [Fact]
    public void StopFilledForLess_TheRestIsLeft()
    {
        // The stop of ten filled before it could be replaced by one of fifty.
        var s = Entered().Report(1, 1, OrderState.PartlyFilled, 10, 100).Report(2, 1, OrderState.Filled, 40, 100).Report(3, 2, OrderState.Filled, 10, 98);
        Assert.Equal((40m, true), (s.Position.Quantity, s.Position.Leaving));
        Assert.Equal((40m, OrderPurpose.Exit), (s.Last(AuditKind.OrderPlaced).Quantity, ((OrderRequest)s.Last(AuditKind.OrderPlaced).Detail!).Purpose));
        Assert.Equal(AuditReason.StopLoss, s.Report(4, s.Last(AuditKind.OrderPlaced).Order, OrderState.Filled, 40, 97).Trades.Single().Reason);
    }

    [Fact]
    public void ExitUnderWay_EntryFillsOn_TheRestIsLeftToo()
    {
        var s = Entered().Report(1, 1, OrderState.PartlyFilled, 10, 100).Order(CommandKind.Close);
        var exit = s.Last(AuditKind.OrderPlaced).Order;
        s.Report(2, 1, OrderState.PartlyFilled, 5, 100).Report(3, exit, OrderState.Filled, 10, 100);
        var rest = s.Last(AuditKind.OrderPlaced);
        Assert.Equal((5m, true), (rest.Quantity, rest.Order > exit));
        Assert.Equal(15m, s.Report(4, rest.Order, OrderState.Filled, 5, 100).Trades.Single().Quantity);
    }

    private static Scenario Entered() => new Scenario(o => o with { ExternalVenue = true }).Flat().Long();

    private static IEnumerable<decimal> Placed(Scenario s, params long[] orders) => orders.Select(o => s.Of(AuditKind.OrderPlaced).Last(r => r.Order == o).Quantity);
}
