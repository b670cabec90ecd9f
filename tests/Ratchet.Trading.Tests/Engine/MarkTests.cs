using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Drawdown and the day's loss are judged at every price that the engine goes by.</summary>
public sealed class MarkTests
{
    [Fact]
    public void FineBar_WhereTheyDecide_HaltsAtItsClose()
    {
        var s = Wide(o => o with { Venue = new() { TakerFee = 0, SlippageBps = 0, FineBarsDecide = true } }).Flat().Long();
        s.Fine(s.Time, 100, 100, 100, 100);
        Assert.Equal(TradingState.Active, s.Engine.State);
        s.Fine(s.Time + 60_000, 100, 100, 85, 85);
        Assert.Equal(TradingState.Halted, s.Engine.State);
        Assert.True(s.Position.Leaving);
        Assert.Equal(86m, s.Fine(s.Time + 120_000, 86, 86, 86, 86).Trades.Single().ExitPrice);
    }

    [Fact]
    public void Tick_VenueOutside_HaltsAtItsPrice()
    {
        var s = Wide(o => o with { ExternalVenue = true }).Flat().Long().Report(1, 1, Orders.OrderState.Filled, 50, 100);
        Assert.Equal(TradingState.Active, s.Engine.State);
        s.Tick(s.Time, 98);
        Assert.Equal(TradingState.Active, s.Engine.State);
        s.Tick(s.Time, 90);
        Assert.Equal((9_500, TradingState.Reducing), (s.Engine.Equity, s.Engine.State));
    }

    [Fact]
    public void Funding_ThatTakesTheDaysLoss_Reduces()
    {
        var s = Wide(o => o).Opened().Fund(0.1);
        Assert.Equal(AuditReason.DailyLoss, s.Last(AuditKind.RiskTripped).Reason);
        Assert.Equal(TradingState.Reducing, s.Engine.State);
    }

    private static Scenario Wide(Func<Trading.Engine.EngineOptions, Trading.Engine.EngineOptions> change) => new(o => change(Scenario.With(
        o with { Sizing = new() { RiskPerTrade = 0.1 }, Limits = o.Limits with { RiskPerTrade = 0.1, DailyLoss = 0.04, DrawdownReduce = 0.05, DrawdownHalt = 0.06 } },
        (ExitPlan p) => p with { StopMultiple = 10, TargetMultiples = [], TargetFractions = [] })));
}
