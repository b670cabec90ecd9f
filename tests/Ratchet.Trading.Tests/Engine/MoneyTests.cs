using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Tests.Engine;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(1, 0.001, -5)]
    [InlineData(-1, 0.001, 5)]
    [InlineData(1, -0.002, 10)]
    public void Funding_PaysByValueAndSide(int side, double rate, double amount)
    {
        var s = new Scenario().Opened(side).Fund(rate);
        Assert.Equal(10_000m + (decimal)amount, s.Engine.Cash);
        var trade = s.Order(Trading.Events.CommandKind.EndOfData).Trades.Single();
        Assert.Equal(((decimal)amount, (decimal)amount), (trade.Funding, trade.Profit));
    }

    [Fact]
    public void Liquidation_StopLiesBeyond_LosesTheMargin()
    {
        // Leverage 20, maintenance 1 %: liquidated at 100 x (1 - 0.05 + 0.01) = 96; the margin is 100 / 20 = 5 a unit. The stop at 90 is beyond.
        var s = Levered(20).Flat().Long(10).Flat();
        Assert.Equal(96, s.Position.Liquidation, 1e-9);
        var trade = s.Bar(100, 101, 95.9, 97).Trades.Single();
        Assert.Equal((AuditReason.Liquidation, 95m, 10m), (trade.Reason, trade.ExitPrice, trade.Quantity));
        Assert.Equal(-50m, trade.Profit);
    }

    [Fact]
    public void Liquidation_StopLiesBefore_StopsFirst()
    {
        var trade = Levered(20).Flat().Long(2).Flat().Bar(100, 101, 95, 97).Trades.Single();
        Assert.Equal((AuditReason.StopLoss, 98m), (trade.Reason, trade.ExitPrice));
    }

    [Fact]
    public void Liquidation_OpensBeyond_LosesNoMoreThanTheMargin()
    {
        var trade = Levered(20).Flat().Speak(-1, 2).Flat().Bar(120, 121, 119, 120).Trades.Single();
        Assert.Equal((AuditReason.Liquidation, 105m), (trade.Reason, trade.ExitPrice));
    }

    [Theory]
    [InlineData(100, 1, 10, 0.005, 90.5)]
    [InlineData(100, -1, 10, 0.005, 109.5)]
    [InlineData(100, 1, 1, 0.005, 0)]
    public void LiquidationTrigger_Formula(double entry, int side, double leverage, double maintenance, double price) =>
        Assert.Equal(price, LiquidationRule.Trigger(entry, side, leverage, maintenance), 1e-9);

    [Fact]
    public void Rounding_TicksAndLots()
    {
        // Tick 0.5: the fill at 100.3 rounds up to 100.5; stop 100.5 - 1.3 = 99.2 rounds away to 99; targets 101.8 -> 102, 103.1 -> 103.5, 104.4 -> 104.5.
        // Lot 7: 100 / 1.3 = 76.9 -> 70 units; the first leg of 35 is 35, the second of 21 is 21, the last is what is left.
        var s = Rules(r => r with { TickSize = 0.5m, LotSize = 7 }).Flat().Long(1.3).Bar(100.3, 100.6, 100, 100.5);
        Assert.Equal((70m, 100.5m, 99.0, 102.0), (s.Position.Quantity, s.Position.EntryPrice, s.Position.Stop, s.Position.NextTarget));
        Assert.Equal([0m, 99m, 102m, 103.5m, 104.5m], s.Of(AuditKind.OrderPlaced).Select(r => r.Price));
        Assert.Equal([70m, 70m, 35m, 21m, 14m], s.Of(AuditKind.OrderPlaced).Select(r => r.Quantity));
    }

    [Fact]
    public void Rounding_LegBelowALot_FallsToTheLastTarget()
    {
        var s = Rules(r => r with { LotSize = 40 }).Flat().Long().Flat();
        Assert.Equal([40m, 40m, 40m], s.Of(AuditKind.OrderPlaced).Select(r => r.Quantity));
        s.Bar(100, 102, 99, 101);
        Assert.Equal((40m, 1, 100.0), (s.Position.Quantity, s.Position.TargetsReached, s.Position.Stop));
        Assert.Equal((240m, 3), (s.Bar(101, 106, 101, 105).Trades.Single().Profit, s.Trades[0].TargetsReached));
    }

    [Theory]
    [InlineData(51, 0, 1)]
    [InlineData(50, 0, 0)]
    [InlineData(0, 5001, 1)]
    [InlineData(0, 5000, 0)]
    public void Minimum_QuantityAndValue_RefusesWhatIsBelow(int quantity, int value, int refused)
    {
        var s = Rules(r => r with { MinimumQuantity = quantity, MinimumValue = value }).Flat().Long();
        Assert.Equal(refused, s.Of(AuditKind.Considered).Count(r => r.Reason == AuditReason.BelowMinimum) + s.Of(AuditKind.RiskRefused).Count(r => r.Reason == AuditReason.BelowMinimum));
        Assert.Equal(1 - refused, s.Of(AuditKind.OrderPlaced).Count());
    }

    [Fact]
    public void ValueLimit_FillAboveTheApprovedPrice_IsCutAtTheFill()
    {
        var s = new Scenario(o => o with { Limits = o.Limits with { PositionValue = 0.2 } }).Flat().Long().Bar(125, 125, 125, 125);
        Assert.Equal(16m, s.Position.Quantity);
        var cut = s.Of(AuditKind.OrderCancelled).Single();
        Assert.Equal((AuditReason.ValueCut, 1L), (cut.Reason, cut.Order));
    }

    [Theory]
    [InlineData(SlippageModel.Fixed, 101)]
    [InlineData(SlippageModel.Volatility, 101.4)]   // 100 x 1.01 + 0.1 x (102 - 98)
    [InlineData(SlippageModel.Volume, 103)]         // 100 x (1 + 0.01 + 0.1 x sqrt(50 / 1250))
    public void Slippage_Models(SlippageModel model, double price)
    {
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0, Slippage = model, SlippageBps = 100 } }).Flat().Long(2).Bar(100, 102, 98.9, 100, 1250);
        var expected = model == SlippageModel.Volatility ? 101 + (0.1 * (102 - 98.9)) : price;
        Assert.Equal(expected, (double)s.Of(AuditKind.OrderFilled).First().Price, 1e-9);
    }

    [Fact]
    public void Slippage_NoVolume_CountsAsTheWholeVolume()
    {
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0, Slippage = SlippageModel.Volume, SlippageBps = 0 } }).Flat().Long(2).Bar(100, 110, 100, 110, 0);
        Assert.Equal(110m, s.Of(AuditKind.OrderFilled).First().Price);
    }

    [Fact]
    public void Costs_AboveTheirShareOfTheStop_RefuseTheEntry()
    {
        // A round trip costs 2 x 100 x (0.0005 + 0.0002) = 0.14; the stop distance is 0.5: 0.28.
        var s = new Scenario(o => Scenario.With(o with { Venue = new() }, (StrategyRules r) => r with { MaximumCostShare = 0.25 })).Flat().Long(0.5);
        var refused = s.Of(AuditKind.Considered).Single();
        Assert.Equal(AuditReason.CostsTooHigh, refused.Reason);
        Assert.Equal(0.28, refused.Value, 1e-12);
        Assert.Single(s.Long(0.6).Of(AuditKind.OrderPlaced));
    }

    private static Scenario Levered(decimal leverage) => Rules(r => r with { Leverage = leverage, MaintenanceMargin = 0.01m });

    private static Scenario Rules(Func<InstrumentRules, InstrumentRules> change) => new(o => Scenario.With(o, change));
}
