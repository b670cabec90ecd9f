using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Tests.Engine;

public sealed class EntryKindTests
{
    [Fact]
    public void Market_SignalAtClose_FillsAtTheNextOpenWithStopAndTargets()
    {
        var s = new Scenario().Flat().Long().Bar(101, 101.5, 100.5, 101);

        var position = s.Position;
        Assert.Equal((1, 50m, 101m, 99.0, 103.0), (position.Side, position.Quantity, position.EntryPrice, position.Stop, position.NextTarget));
        Assert.Equal(Scenario.Hour, position.EntryTime);
        Assert.Equal([1L, 2, 3, 4, 5], s.Of(AuditKind.OrderPlaced).Select(r => r.Order));
        Assert.Equal([50m, 50m, 25m, 15m, 10m], s.Of(AuditKind.OrderPlaced).Select(r => r.Quantity));
        Assert.Equal([0m, 99m, 103m, 105m, 107m], s.Of(AuditKind.OrderPlaced).Select(r => r.Price));
    }

    [Fact]
    public void Market_Slips_PaysTheTakerFeeOnTheSlippedPrice()
    {
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0.001, SlippageBps = 100 } }).Flat().Long().Flat();

        Assert.Equal(101m, s.Position.EntryPrice);
        Assert.Equal(50m * 101m * 0.001m, s.Of(AuditKind.OrderFilled).Single().Amount);
        Assert.Equal(10_000m - 5.05m, s.Engine.Cash);
    }

    [Theory]
    [InlineData(1, 100, 100.5, 99.2, 100, 0, 0)]     // not touched
    [InlineData(1, 100, 100.5, 99, 99.5, 99, 1)]     // touched inside
    [InlineData(1, 98.5, 99, 98, 98.8, 98.5, 1)]     // opened better
    [InlineData(-1, 100, 100.8, 99.2, 100, 0, 0)]
    [InlineData(-1, 100, 101, 99.2, 100, 101, 1)]
    [InlineData(-1, 101.5, 102, 101, 101, 101.5, 1)]
    public void Limit_NextBar_FillsAtTheLimitOrBetterAsMaker(int side, double open, double high, double low, double close, double price, int fills)
    {
        // Offset 0.5 x distance 2 = 1: the limit is 99 for a long and 101 for a short.
        var s = Kind(OrderKind.Limit, 0.5).Flat().Speak(side).Bar(open, high, low, close);

        Assert.Equal(fills, s.Of(AuditKind.OrderFilled).Count());
        if (fills > 0)
        {
            Assert.Equal((decimal)price, s.Position.EntryPrice);
            Assert.Equal(50m * (decimal)price * 0.0001m, s.Last(AuditKind.OrderFilled).Amount);
        }
    }

    [Theory]
    [InlineData(1, 100, 100.8, 99, 100, 0)]
    [InlineData(1, 100, 101.2, 99.5, 101, 101)]       // touched inside
    [InlineData(1, 101.5, 102, 101, 101.5, 101.5)]    // gap beyond
    [InlineData(-1, 100, 100.5, 98.8, 99.5, 99)]
    [InlineData(-1, 98, 98.5, 97.5, 98, 98)]
    public void Stop_NextBar_FillsAtTheTriggerOrTheOpenAsTaker(int side, double open, double high, double low, double close, double price)
    {
        var s = Kind(OrderKind.Stop, 0.5).Flat().Speak(side).Bar(open, high, low, close);

        Assert.Equal(price > 0 ? 1 : 0, s.Of(AuditKind.OrderFilled).Count());
        if (price > 0)
        {
            var filled = (decimal)price * (1 + (side * 0.001m));
            Assert.Equal(filled, s.Position.EntryPrice);
            Assert.Equal(50m * filled * 0.0002m, s.Last(AuditKind.OrderFilled).Amount);
        }
    }

    [Fact]
    public void StopLimit_TriggeredInside_FillsAtMostAtItsLimit()
    {
        // Trigger 101, limit 101 + 0.02 x 2 = 101.04; a slippage of 0.101 would go beyond it.
        var s = Kind(OrderKind.StopLimit, 0.5, 0.02).Flat().Long().Bar(100, 101.5, 99.5, 101);
        Assert.Equal(101.04m, s.Position.EntryPrice);
    }

    [Fact]
    public void StopLimit_GapsOverItsLimit_RestsAsALimitFromTheNextBarOn()
    {
        var s = Kind(OrderKind.StopLimit, 0.5, 0.25).Flat().Long().Bar(103, 103.5, 100, 102);
        Assert.Empty(s.Engine.Positions);
        s.Bar(102, 102.5, 101.4, 102);
        Assert.Equal(101.5m, s.Position.EntryPrice);
    }

    [Fact]
    public void Limit_NotTouchedInItsBars_Expires()
    {
        var s = Kind(OrderKind.Limit, 0.5).Flat().Long().Flat().Flat();
        Assert.Empty(s.Of(AuditKind.OrderCancelled));
        s.Flat();
        Assert.Equal(AuditReason.Expired, s.Of(AuditKind.OrderCancelled).Single().Reason);
        s.Bar(100, 100, 90, 95);
        Assert.Empty(s.Engine.Positions);
    }

    [Fact]
    public void Limit_BarsAreMissing_ExpiresBeforeItFills()
    {
        var s = Kind(OrderKind.Limit, 0.5).Flat().Long();
        s.Time += 5 * Scenario.Hour;
        s.Bar(90, 90, 90, 90);
        Assert.Empty(s.Engine.Positions);
        Assert.Equal(AuditReason.Expired, s.Of(AuditKind.OrderCancelled).Single().Reason);
    }

    [Fact]
    public void Limit_FilledInside_TargetCountsOnlyAtTheClose()
    {
        // Limit 99, targets from 101, stop 97. The high of 103 may have come before the fill.
        var s = Kind(OrderKind.Limit, 0.5).Flat().Long().Bar(100, 103, 98.5, 100);
        Assert.Equal(50m, s.Position.Quantity);

        s = Kind(OrderKind.Limit, 0.5).Flat().Long().Bar(100, 103, 98.5, 101.2);
        Assert.Equal(25m, s.Position.Quantity);
        Assert.Equal(101m, s.Last(AuditKind.OrderFilled).Price);
    }

    [Fact]
    public void Limit_FilledInsideAndStopTouched_IsStoppedAtItsPrice()
    {
        var s = Kind(OrderKind.Limit, 0.5).Flat().Long().Bar(100, 100, 96.5, 98);
        var trade = s.Trades.Single();
        Assert.Equal((99m, AuditReason.StopLoss), (trade.EntryPrice, trade.Reason));
        Assert.Equal(97m * 0.999m, trade.ExitPrice);
    }

    [Fact]
    public void Limit_FilledInside_TrailingStartsFromTheClose()
    {
        // Limit 99; the high of 103 may have come before it: the stop follows the close of 99.5 by half a distance of 2.
        var s = Kind(OrderKind.Limit, 0.5, exits: e => e with { TrailingMultiple = 0.5, TrailingAfterTarget = 0 }).Flat().Long().Bar(100, 103, 98.8, 99.5);
        Assert.Equal(98.5, s.Position.Stop);
        s.Bar(99.5, 100.5, 99, 100);
        Assert.Equal(99.5, s.Position.Stop);
    }

    [Fact]
    public void Entry_WhileOneWorks_IsRefused()
    {
        var s = Kind(OrderKind.Limit, 5).Flat().Long().Flat().Long();
        Assert.Equal(AuditReason.EntryWorking, s.Last(AuditKind.Considered).Reason);
        Assert.Single(s.Of(AuditKind.OrderPlaced));
    }

    [Fact]
    public void Limit_BelowZero_IsTooSmall()
    {
        var s = Kind(OrderKind.Limit, 60).Flat().Long();
        Assert.Equal(AuditReason.BelowMinimum, s.Last(AuditKind.Considered).Reason);
    }

    private static Scenario Kind(OrderKind kind, double offset, double limit = 0.25, Func<ExitPlan, ExitPlan>? exits = null) => new(o => Scenario.With(
        o with { Venue = new() { TakerFee = 0.0002, MakerFee = 0.0001, SlippageBps = 10 } },
        r => r with { EntryKind = kind, EntryOffset = offset, EntryLimitOffset = limit, Exits = exits?.Invoke(r.Exits) ?? r.Exits }));
}
