using Ratchet.Market.Time;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>Each limit by itself, calculated by hand: equity 10,000, price 100.</summary>
public sealed class RiskGateReviewTests
{
    private static readonly RiskLimits Wide = new()
    {
        RiskPerTrade = 1,
        PositionValue = double.PositiveInfinity,
        GrossPerSymbol = double.PositiveInfinity,
        GrossPerStrategy = double.PositiveInfinity,
        GrossExposure = double.PositiveInfinity,
        NetExposure = double.PositiveInfinity,
        CorrelatedExposure = double.PositiveInfinity,
    };

    [Fact]
    public void Review_WithinEveryLimit_PassesUncutWithTheTightestValue()
    {
        var desk = new Desk(new());
        var order = desk.Enter(10, stop: 5);
        Assert.Equal((10m, 2000m), (order!.Quantity, order.MaximumValue));
        Assert.Equal(new(AuditReason.None, 0, 0, 10), desk.Verdict);
        Assert.Empty(desk.Audit.Records);
    }

    [Fact]
    public void Review_MoreRiskThanOnePerCent_IsCutToIt()
    {
        var desk = new Desk(new());

        // 1 % of 10,000 is 100; a stop of 8 away leaves 12.5.
        var order = desk.Enter(20, stop: 8);
        Assert.Equal(12.5m, order!.Quantity);
        Assert.Equal((AuditReason.RiskPerTrade, 0.016, 0.01, 12.5m), (desk.Verdict.Binding, desk.Verdict.Value, desk.Verdict.Limit, desk.Verdict.Quantity));
        var record = desk.Single(AuditKind.RiskRefused);
        Assert.Equal((AuditReason.RiskPerTrade, 12.5m, 100m, 0.016, 0.01), (record.Reason, record.Quantity, record.Price, record.Value, record.Limit));
    }

    [Fact]
    public void Review_NoStop_RisksTheWholeValue()
    {
        var desk = new Desk(new());
        var order = desk.Enter(5, stop: 0);
        Assert.Equal((100m, 1m), (order!.MaximumValue, desk.Verdict.Quantity));
        Assert.Equal(AuditReason.RiskPerTrade, desk.Verdict.Binding);
    }

    [Fact]
    public void Review_PositionValue_BoundsTheValueAndLeavesTheQuantityToTheVenue()
    {
        var desk = new Desk(Wide with { PositionValue = 0.3 });
        var order = desk.Enter(50);
        Assert.Equal((50m, 3000m), (order!.Quantity, order.MaximumValue));
        Assert.Equal(new(AuditReason.PositionValue, 0.5, 0.3, 30), desk.Verdict);
    }

    [Fact]
    public void Review_VenueThatKeepsNoBound_CutsTheQuantity()
    {
        var desk = new Desk(Wide with { PositionValue = 0.3 }, venueCutsValue: false);
        Assert.Equal(30, desk.Enter(50)!.Quantity);
    }

    [Fact]
    public void Review_GrossPerSymbol_CountsWhatIsThere()
    {
        var desk = new Desk(Wide with { GrossPerSymbol = 0.3 });
        desk.Gross[0] = 2500;
        Assert.Equal(500, desk.Enter(50)!.MaximumValue);
        Assert.Equal(new(AuditReason.GrossPerSymbol, 0.75, 0.3, 5), desk.Verdict);
        desk.Gross[0] = 3000;
        Assert.Null(desk.Enter(50));
        Assert.Equal(new(AuditReason.GrossPerSymbol, 0.8, 0.3, 0), desk.Verdict);
    }

    [Fact]
    public void Review_GrossExposure_AddsSymbolsUp()
    {
        var desk = new Desk(Wide with { GrossExposure = 0.9 }, symbols: 3);
        (desk.Gross[0], desk.Gross[1], desk.Gross[2]) = (2000, 3000, 3000);
        Assert.Equal(1000, desk.Enter(50)!.MaximumValue);
        Assert.Equal(AuditReason.GrossExposure, desk.Verdict.Binding);
    }

    [Fact]
    public void Review_GrossPerStrategy_IsItsOwn()
    {
        var desk = new Desk(Wide with { GrossPerStrategy = 0.4 }, strategies: 2);
        desk.ByStrategy[1] = 3000;
        Assert.Equal(4000, desk.Enter(50)!.MaximumValue);
        Assert.Equal(1000, desk.Enter(50, strategy: 1)!.MaximumValue);
        Assert.Equal(AuditReason.GrossPerStrategy, desk.Verdict.Binding);
    }

    [Fact]
    public void Review_NetExposure_LeavesMoreToTheOtherSide()
    {
        var desk = new Desk(Wide with { NetExposure = 0.5 }, symbols: 2);
        (desk.Net[1], desk.Gross[1]) = (4000, 4000);
        Assert.Equal(1000, desk.Enter(95)!.MaximumValue);
        Assert.Equal(AuditReason.NetExposure, desk.Verdict.Binding);
        desk.Gross[1] = 0;
        Assert.Equal(9000, desk.Enter(95, side: -1)!.MaximumValue);
        Assert.Equal(AuditReason.NetExposure, desk.Verdict.Binding);
    }

    [Fact]
    public void Review_Leverage_KeepsTheMarginWithinEquity()
    {
        var desk = new Desk(Wide, symbols: 2, instrument: i => Desk.Instrument(i) with { Leverage = i == 0 ? 5 : 1, MaintenanceMargin = 0.005m });

        // 4,000 unlevered uses 4,000 of margin; 6,000 is left, which carries 30,000 at a leverage of 5.
        desk.Gross[1] = 4000;
        Assert.Equal(30_000, (double)desk.Enter(1000)!.MaximumValue, 6);
        Assert.Equal((AuditReason.Leverage, 5.0), (desk.Verdict.Binding, desk.Verdict.Limit));
    }

    [Fact]
    public void Review_UnknownCorrelation_CountsAsOne()
    {
        var desk = new Desk(Wide with { CorrelatedExposure = 0.5 }, symbols: 2);
        (desk.Net[1], desk.Gross[1]) = (3000, 3000);
        Assert.Equal(2000, (double)desk.Enter(60)!.MaximumValue, 6);
        Assert.Equal((AuditReason.CorrelatedExposure, 0.9), (desk.Verdict.Binding, Math.Round(desk.Verdict.Value, 9)));
    }

    [Theory]
    [InlineData(0, 4000)]
    [InlineData(1000, 5000)]
    [InlineData(-1000, 3000)]
    public void Review_UnknownCorrelation_TheOtherSideIsNoHedge(double own, double room)
    {
        // 3,000 short of the other: v and -3,000 are sqrt(v^2 + 3,000^2), at most 5,000. What is short of the symbol itself is bought back first.
        var desk = new Desk(Wide with { CorrelatedExposure = 0.5 }, symbols: 2);
        (desk.Net[0], desk.Net[1]) = (-own, -3000);
        Assert.Equal(room, (double)desk.Enter(95)!.MaximumValue, 6);
        Assert.Equal(AuditReason.CorrelatedExposure, desk.Verdict.Binding);
    }

    [Fact]
    public void Review_UnknownCorrelationAndTooMuchOnTheOtherSide_MayBuyBackAndNoMore()
    {
        // 3,000 and 5,500 short are 8,500 together: buying back brings it down to 5,500, and any long beside those would bring it up again.
        var desk = new Desk(Wide with { CorrelatedExposure = 0.5 }, symbols: 2);
        (desk.Net[0], desk.Net[1]) = (-3000, -5500);
        Assert.Equal(3000, (double)desk.Enter(95)!.MaximumValue, 6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(0)]
    public void Review_KnownCorrelation_BoundsTheRootOfTheProducts(int kind)
    {
        var desk = new Desk(Wide with { CorrelatedExposure = 0.5 }, symbols: 2);
        double[] a = [0.01, 0.01, -0.01, -0.01];
        double[] b = kind == 0 ? [0.01, -0.01, -0.01, 0.01] : [kind * 0.02, kind * 0.02, -0.02 * kind, -0.02 * kind];
        var (first, second) = (100.0, 100.0);
        for (var i = 0; i < 4000; i++)
        {
            first *= 1 + a[i % 4];
            second *= 1 + b[i % 4];
            desk.Bar(0, Desk.Start + (i * Desk.Hour), Desk.Start + ((i + 1) * Desk.Hour), close: first);
            desk.Bar(1, Desk.Start + (i * Desk.Hour), Desk.Start + ((i + 1) * Desk.Hour), close: second);
        }

        // 3,000 is held: together v + 3,000, v - 3,000 (against: a hedge), or sqrt(v^2 + 3,000^2) may be 5,000.
        (desk.Net[1], desk.Gross[1]) = (3000, 0);
        var room = kind switch { 1 => 2000.0, -1 => 8000, _ => 4000 };
        Assert.Equal(room, (double)desk.Enter(95)!.MaximumValue, room * 0.02);
        Assert.Equal(AuditReason.CorrelatedExposure, desk.Verdict.Binding);
    }

    [Fact]
    public void Review_DifferentTimeFrames_AreNotComparedAndCountAsOne()
    {
        var desk = new Desk(Wide with { CorrelatedExposure = 0.5 }, symbols: 2, instrument: i => Desk.Instrument(i) with { Frame = i == 0 ? TimeFrame.Hour1 : TimeFrame.Hour4 });
        for (var i = 0; i < 4000; i++)
        {
            var open = Desk.Start + (i * Desk.Hour);
            desk.Bar(0, open, open + Desk.Hour, close: 100 + (i % 8));
            if (i % 4 == 0)
            {
                desk.Bar(1, open, open + (4 * Desk.Hour), close: 100 - (i % 8));
            }
        }

        (desk.Net[1], desk.Gross[1]) = (3000, 3000);
        Assert.Equal(2000, (double)desk.Enter(60)!.MaximumValue, 6);
    }

    [Fact]
    public void Review_TooManyPositions_IsRefused()
    {
        var desk = new Desk(Wide with { OpenPositions = 2 }) { Open = 1 };
        Assert.NotNull(desk.Enter(1));
        desk.Open = 2;
        Assert.Null(desk.Enter(1));
        Assert.Equal(new(AuditReason.OpenPositions, 3, 2, 0), desk.Verdict);
    }

    [Fact]
    public void Review_Lots_RoundsDownAndRefusesWhatIsTooSmall()
    {
        var desk = new Desk(new(), instrument: i => Desk.Instrument(i) with { LotSize = 0.3m, MinimumQuantity = 0.9m, MinimumValue = 100 });
        Assert.Equal(12.3m, desk.Enter(20, stop: 8)!.Quantity);
        Assert.Equal(1.2m, desk.Enter(1.49m)!.Quantity);
        Assert.Null(desk.Enter(1.19m));
        Assert.Equal(new(AuditReason.BelowMinimum, 90, 100, 0), desk.Verdict);
        Assert.Null(desk.Enter(0.89m));
        Assert.Equal(new(AuditReason.BelowMinimum, 0.6, 0.9, 0), desk.Verdict);
        desk.Gross[0] = 1950;
        Assert.Null(desk.Enter(5));
        Assert.Equal(AuditReason.BelowMinimum, desk.Verdict.Binding);
    }

    [Fact]
    public void Review_RequestWithItsOwnBound_KeepsTheTighter()
    {
        var desk = new Desk(new());
        var request = new OrderRequest { Id = 1, Symbol = 0, Strategy = 0, Side = 1, Quantity = 10, StopDistance = 1, MaximumValue = 700 };
        Assert.Equal(700, desk.Review(request)!.MaximumValue);
        Assert.Equal(2000, desk.Review(request with { MaximumValue = 5000 })!.MaximumValue);
    }

    [Theory]
    [InlineData(0, 100, AuditReason.NoEquity)]
    [InlineData(-5, 100, AuditReason.NoEquity)]
    [InlineData(double.NaN, 100, AuditReason.NoEquity)]
    [InlineData(double.PositiveInfinity, 100, AuditReason.NoEquity)]
    [InlineData(10_000, 0, AuditReason.NotReady)]
    [InlineData(10_000, double.NaN, AuditReason.NotReady)]
    public void Review_NoMoneyOrNoPrice_IsRefused(double equity, double price, AuditReason reason)
    {
        var desk = new Desk(new()) { Equity = equity, Price = price };
        Assert.Null(desk.Enter(1));
        Assert.Equal(reason, desk.Verdict.Binding);
    }

    [Fact]
    public void Review_ExposureThatIsNotKnown_LeavesNoRoom()
    {
        var desk = new Desk(new(), symbols: 2);
        desk.Gross[1] = double.NaN;
        Assert.Null(desk.Enter(1));
        (desk.Gross[1], desk.Net[1]) = (0, double.NaN);
        Assert.Null(desk.Enter(1));
    }

    [Theory]
    [InlineData(TradingState.Active)]
    [InlineData(TradingState.Reducing)]
    [InlineData(TradingState.Halted)]
    public void Review_Exit_PassesInEveryStateCutToThePosition(TradingState state)
    {
        var desk = new Desk(new(), instrument: i => Desk.Instrument(i) with { LotSize = 1, MinimumQuantity = 1 }) { Position = 0.5m, Equity = -5, Price = double.NaN };
        desk.Order(state switch { TradingState.Reducing => Trading.Events.CommandKind.Reduce, TradingState.Halted => Trading.Events.CommandKind.Halt, _ => Trading.Events.CommandKind.Close });
        Assert.Equal(state, desk.Gate.State);
        Assert.Equal(0.25m, desk.Leave(0.25m, -1)!.Quantity);
        Assert.Equal(0.5m, desk.Leave(2, -1, OrderPurpose.Flatten)!.Quantity);
        Assert.Equal(new(AuditReason.NothingToReduce, 2, 0.5, 0.5m), desk.Verdict);
        Assert.Null(desk.Leave(1, 1));
        desk.Position = -3;
        Assert.Equal(2, desk.Leave(2, 1, OrderPurpose.StopLoss)!.Quantity);
        desk.Position = 0;
        Assert.Null(desk.Leave(1, 1));
        Assert.Equal(AuditReason.NothingToReduce, desk.Verdict.Binding);
    }

    [Fact]
    public void Review_ExitThatIsNotMarked_BecomesReduceOnly()
    {
        var desk = new Desk(new()) { Position = 3 };
        Assert.True(desk.Review(new() { Id = 1, Symbol = 0, Strategy = 0, Side = -1, Quantity = 2, Purpose = OrderPurpose.Exit })!.ReduceOnly);
    }

    [Fact]
    public void Review_ForeignRequestOrView_ThrowsNamingIt()
    {
        var desk = new Desk(new());
        var request = new OrderRequest { Id = 1, Symbol = 0, Strategy = 0, Side = 1, Quantity = 1 };
        Assert.Throws<ArgumentOutOfRangeException>(() => desk.Review(request with { Symbol = 1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => desk.Review(request with { Strategy = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => desk.Review(request with { Side = 0 }));
        Assert.Throws<ArgumentException>(() => desk.Gate.Review(request, new() { Equity = 1, Price = 1, SymbolNet = [], SymbolGross = [], StrategyGross = [], PositionQuantity = 0, OpenPositions = 0 }, default, desk.Audit, out _));
    }
}
