using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Bars that come late, and finer bars that stop coming.</summary>
public sealed class LateDataTests
{
    private const long Hour = Scenario.Hour;

    [Fact]
    public void Entry_DecidedOnALateBar_FillsOnBarsOfItsOwnTimeOnly()
    {
        // Decided at ten on the bar of midnight: the bars of one to eight are history, that of nine is at most one bar old.
        var s = new Scenario().Send(Late(0, 0, 100)).Send(Speak(1, 1));
        for (var hour = 1; hour < 9; hour++)
        {
            Assert.Empty(s.Send(Late(hour + 1, hour, 90)).Engine.Positions);
        }

        s.Send(Late(10, 9, 95));
        Assert.Equal((95m, 9 * Hour), (s.Position.EntryPrice, s.Position.EntryTime));
    }

    [Fact]
    public void Exit_DecidedOnALateBar_FillsOnBarsOfItsOwnTimeOnly()
    {
        var s = new Scenario().Opened().Send(Late(100, 2, 101)).Send(Speak(101, 0, exit: 1));
        Assert.True(s.Position.Leaving);
        Assert.Single(s.Send(Late(102, 3, 101.5)).Engine.Positions);
        Assert.Equal(101m, s.Send(Late(103, 9, 101)).Trades.Single().ExitPrice);
    }

    [Fact]
    public void LimitEntry_DecidedOnALateBar_WorksForItsBarsFromThenOn()
    {
        var s = new Scenario(o => Scenario.With(o, (Trading.Engine.StrategyRules r) => r with { EntryKind = Orders.OrderKind.Limit, EntryOffset = 1, EntryExpiryBars = 1 }))
            .Send(Late(0, 0, 100)).Send(Speak(1, 1)).Send(Late(2, 1, 98)).Send(Late(3, 2, 98));
        Assert.Empty(s.Of(AuditKind.OrderCancelled));
        Assert.Equal(98m, s.Send(Late(4, 9, 98)).Position.EntryPrice);
    }

    [Fact]
    public void FineBarsDecide_NoneCame_TheDecisionBarFillsAndIsToldOnce()
    {
        var s = Fine().Long();
        s.Fine(s.Time, 100, 100, 100, 100).Bar(100, 100, 100, 100);
        Assert.Empty(s.Of(AuditKind.Warning));
        s.Bar(99, 99, 97, 97).Flat(50);
        Assert.Equal((AuditReason.StopLoss, 98m), (s.Trades.Single().Reason, s.Trades.Single().ExitPrice));
        Assert.Equal((AuditReason.FineBarsMissing, 3 * Hour), (s.Of(AuditKind.Warning).Single().Reason, s.Of(AuditKind.Warning).Single().Time));
        s.Fine(s.Time, 50, 50, 50, 50).Flat(50);
        Assert.Single(s.Of(AuditKind.Warning));
        Assert.Equal(2, s.Flat(50).Of(AuditKind.Warning).Count());
    }

    [Fact]
    public void FineBarsDecide_FinerBarsAfterTheirDecisionBarFilled_FillNothing()
    {
        var s = Fine().Long();
        var start = s.Time;
        s.Bar(100, 100, 100, 100);
        Assert.Equal(100m, s.Position.EntryPrice);
        s.Send(TradingEvent.OfBar(90, s.Time, 0, new(start, 100, 100, 50, 100, 1000), fine: true));
        Assert.Empty(s.Trades);
        s.Send(TradingEvent.OfBar(91, s.Time + 60_000, 0, new(start + Hour, 100, 100, 97, 100, 1000), fine: true));
        Assert.Equal(98m, s.Trades.Single().ExitPrice);
    }

    private static Scenario Fine()
    {
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0, SlippageBps = 0, FineBarsDecide = true } });
        s.Fine(0, 100, 100, 100, 100);
        return s.Flat();
    }

    private static TradingEvent Late(long number, int hour, double price) => TradingEvent.OfBar(number, 10 * Hour, 0, new(hour * Hour, price, price, price, price, 1000));

    private static TradingEvent Speak(long number, sbyte side, double exit = double.NaN) =>
        TradingEvent.OfSignal(number, 10 * Hour, 0, new(0, side, 1, 1, 1, exit, 2, 0, double.NaN, MarketContext.Unknown));
}
