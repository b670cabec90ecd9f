using System.Buffers;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Situations at the edges: reports, times, delisting, ranges of options.</summary>
public sealed class EdgeTests
{
    private const long Hour = Scenario.Hour;

    [Fact]
    public void Report_OrderZero_IsUnknown()
    {
        // The entry works on with one unit, and no exit does.
        var s = new Scenario(o => o with { ExternalVenue = true }).Flat().Long().Report(1, 1, OrderState.PartlyFilled, 49, 100);
        s.Report(2, 0, OrderState.Filled, 49, 50);
        Assert.Equal(49m, s.Position.Quantity);
        Assert.Equal(AuditReason.UnknownOrder, s.Last(AuditKind.EventRefused).Reason);
    }

    [Fact]
    public void Report_VenueInside_IsRefused()
    {
        var s = new Scenario().Flat().Long().Report(1, 1, OrderState.Filled, 50, 42);
        Assert.Empty(s.Engine.Positions);
        Assert.Equal(AuditReason.BadReport, s.Last(AuditKind.EventRefused).Reason);
    }

    [Fact]
    public void Bar_FromTheFuture_IsRefusedAndTheSymbolGoesOn()
    {
        var s = new Scenario().Opened();
        var far = 200 * 365 * 24 * Hour;
        s.Send(TradingEvent.OfBar(100, s.Time, 0, new(far, 100, 100, 100, 100, 1)));
        Assert.Contains("OpenTime", (string)s.Last(AuditKind.EventRefused).Detail!, StringComparison.Ordinal);
        Assert.Equal(AuditReason.StopLoss, s.Bar(99, 99, 90, 91).Trades.Single().Reason);
    }

    [Fact]
    public void Tick_FromTheFuture_IsRefused()
    {
        var s = new Scenario(o => o with { Venue = new() { TakerFee = 0, SlippageBps = 0, FineBarsDecide = true } }).Flat().Long();
        s.Send(TradingEvent.OfTick(100, s.Time, 0, s.Time + (100 * Hour), 100, 1));
        Assert.Empty(s.Engine.Positions);
        Assert.Single(s.Tick(s.Time, 100).Engine.Positions);
    }

    [Theory]
    [InlineData(3 * Hour)]
    [InlineData((5 * Hour / 2) + Hour)]
    public void Delisted_WithinTheNextBar_IsClosedAtTheLastCloseBefore(long delisted)
    {
        var s = new Scenario(o => Scenario.With(o, (InstrumentRules i) => i with { Delisted = delisted })).Opened().Flat(101);
        Assert.Equal((AuditReason.NotListed, 101m), (s.Trades.Single().Reason, s.Trades.Single().ExitPrice));
        Assert.Equal(AuditReason.NotListed, s.Long().Last(AuditKind.Considered).Reason);
    }

    [Theory]
    [InlineData("TickSize")]
    [InlineData("LotSize")]
    [InlineData("SlippageFactor")]
    public void Engine_GridOrFactorOutsideWhatMoneyHolds_Throws(string name)
    {
        var options = name switch
        {
            "TickSize" => Scenario.With(Scenario.Plain, (InstrumentRules i) => i with { TickSize = 1e-28m }),
            "LotSize" => Scenario.With(Scenario.Plain, (InstrumentRules i) => i with { LotSize = 1e-28m }),
            _ => Scenario.Plain with { Venue = new() { Slippage = SlippageModel.Volatility, SlippageFactor = 1e30 } },
        };
        Assert.Contains(name, Assert.ThrowsAny<ArgumentException>(() => new TradingEngine(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Engine_FarTrailingStop_DoesNotThrow()
    {
        var s = new Scenario(o => Scenario.With(o with { InitialCash = 1_000_000_000_000m }, (ExitPlan p) => p with
        {
            StopMultiple = 1e20,
            TargetMultiples = [],
            TargetFractions = [],
            TrailingAfterTarget = 0,
            TrailingMultiple = 1e18,
        })).Flat(1e12).Speak(-1, 1e12).Flat(1e12);
        Assert.Single(s.Of(AuditKind.StopMoved));
    }

    [Fact]
    public void State_SameMoneyWithOtherScale_IsRead()
    {
        var output = new ArrayBufferWriter<byte>();
        new Scenario(o => o with { InitialCash = 10_000m }).Opened().Engine.WriteState(output);
        Assert.Equal(50m, TradingEngine.ReadState(Scenario.Plain with { InitialCash = 10_000.00m }, output.WrittenSpan).Positions.Single().Quantity);
    }
}
