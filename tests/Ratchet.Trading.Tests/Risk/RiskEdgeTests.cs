using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Tests.Engine;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>What gives no room and no leave: entries that may never fill, models of no time.</summary>
public sealed class RiskEdgeTests
{
    private const long Hour = Scenario.Hour;

    [Fact]
    public void NetExposure_OppositeLimitEntryThatMayNeverFill_GivesNoRoom()
    {
        // A short limit far away works with 30 % of equity; a long may still have no more than 20 % net.
        var options = Scenario.Plain with
        {
            Instruments = [new() { Symbol = Symbol.Parse("A/USDT"), Frame = TimeFrame.Hour1 }, new() { Symbol = Symbol.Parse("B/USDT"), Frame = TimeFrame.Hour1 }],
            Strategies = [Scenario.Plain.Strategies[0] with { Name = "far", EntryKind = OrderKind.Limit, EntryOffset = 10, EntryExpiryBars = 0 }, Scenario.Plain.Strategies[0]],
            Limits = Scenario.Plain.Limits with { NetExposure = 0.2, GrossPerSymbol = 0.4, CorrelatedExposure = 10 },
        };
        var s = new Scenario(_ => options);
        Bar bar = new(0, 100, 100, 100, 100, 1000);
        var n = 0L;
        s.Send(TradingEvent.OfBar(n++, Hour, 0, bar)).Send(TradingEvent.OfBar(n++, Hour, 1, bar));
        s.Send(Speaks(n++, 0, 0, -1)).Send(Speaks(n++, 1, 1, 1));
        // Both symbols' longs fill, the short does not.
        s.Send(TradingEvent.OfBar(n++, 2 * Hour, 0, bar with { OpenTime = Hour })).Send(TradingEvent.OfBar(n++, 2 * Hour, 1, bar with { OpenTime = Hour }));
        s.Send(Speaks(n++, 0, 1, 1, 2 * Hour));
        s.Send(TradingEvent.OfBar(n++, 3 * Hour, 0, bar with { OpenTime = 2 * Hour })).Send(TradingEvent.OfBar(n++, 3 * Hour, 1, bar with { OpenTime = 2 * Hour }));
        var net = s.Engine.Positions.Sum(p => p.Side * (double)p.Quantity * 100);
        Assert.True(net <= 0.2 * 10_000 * (1 + 1e-9), $"Net is {net}.");
    }

    [Fact]
    public void Readiness_TrainedBeforeTime_IsNotFresh()
    {
        var desk = new Desk(new() { RequireReadiness = true, ModelAge = 1000 });
        desk.Gate.ReadinessChanged(0, new(0, true, long.MinValue, 1, true, true), desk.Moment, desk.Audit);
        Assert.Null(desk.Enter(1));
        Assert.Equal(AuditReason.ModelNotFresh, desk.Verdict.Binding);
    }

    private static TradingEvent Speaks(long n, int symbol, int strategy, sbyte side, long time = Hour) =>
        TradingEvent.OfSignal(n, time, symbol, new(strategy, side, 1, 1, 1, double.NaN, 2, 0, double.NaN, MarketContext.Unknown));
}
