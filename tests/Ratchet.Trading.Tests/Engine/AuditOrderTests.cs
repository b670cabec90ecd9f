using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Risk;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>The records of whole trades, in their exact order, with the identities of their orders.</summary>
public sealed class AuditOrderTests
{
    [Fact]
    public void TargetThenBreakEven_EveryRecordInOrder()
    {
        var play = new Play().Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(100, 102, 99, 101).Bar(101, 101, 100, 100);
        Assert.Equal(
            [
                "2 Accepted None order 1 position 0 side 1 quantity 50 price 0 amount 0",
                "2 OrderPlaced None order 1 position 0 side 1 quantity 50 price 0 amount 0",
                "3 OrderFilled None order 1 position 1 side 1 quantity 50 price 100 amount 5",
                "3 PositionOpened None order 1 position 1 side 1 quantity 50 price 100 amount 0",
                "3 OrderPlaced None order 2 position 1 side -1 quantity 50 price 98 amount 0",
                "3 OrderPlaced None order 3 position 1 side -1 quantity 25 price 102 amount 0",
                "3 OrderPlaced None order 4 position 1 side -1 quantity 15 price 104 amount 0",
                "3 OrderPlaced None order 5 position 1 side -1 quantity 10 price 106 amount 0",
                "4 OrderFilled Target order 3 position 1 side -1 quantity 25 price 102 amount 1.275",
                "4 StopMoved BreakEven order 2 position 1 side -1 quantity 25 price 100 amount 0",
                "5 OrderFilled BreakEven order 2 position 1 side -1 quantity 25 price 100 amount 2.5",
                "5 OrderCancelled BracketDone order 4 position 1 side -1 quantity 0 price 0 amount 0",
                "5 OrderCancelled BracketDone order 5 position 1 side -1 quantity 0 price 0 amount 0",
                // 25 x 2 less 5, 1.275 and 2.5; the mean exit price of 25 at 102 and 25 at 100.
                "5 PositionClosed BreakEven order 2 position 1 side 1 quantity 50 price 101 amount 41.225",
            ],
            Lines(play));
        Assert.Equal(6, play.Engine.NextOrder);
    }

    [Fact]
    public void ShortThroughAllTargets_TheStopIsCancelled()
    {
        var play = new Play(-1).Bar(100, 101, 99, 100).Signal().Bar(100, 106, 99, 105);
        Assert.Equal(
            [
                "2 Accepted None order 1 position 0 side -1 quantity 50 price 0 amount 0",
                "2 OrderPlaced None order 1 position 0 side -1 quantity 50 price 0 amount 0",
                "3 OrderFilled None order 1 position 1 side -1 quantity 50 price 100 amount 5",
                "3 PositionOpened None order 1 position 1 side -1 quantity 50 price 100 amount 0",
                "3 OrderPlaced None order 2 position 1 side 1 quantity 50 price 102 amount 0",
                "3 OrderPlaced None order 3 position 1 side 1 quantity 25 price 98 amount 0",
                "3 OrderPlaced None order 4 position 1 side 1 quantity 15 price 96 amount 0",
                "3 OrderPlaced None order 5 position 1 side 1 quantity 10 price 94 amount 0",
                "3 OrderFilled Target order 3 position 1 side 1 quantity 25 price 98 amount 1.225",
                "3 OrderFilled Target order 4 position 1 side 1 quantity 15 price 96 amount 0.72",
                "3 OrderFilled Target order 5 position 1 side 1 quantity 10 price 94 amount 0.47",
                "3 OrderCancelled BracketDone order 2 position 1 side 1 quantity 0 price 0 amount 0",
                // 50 + 60 + 60 less 5 and 2.415; (25 x 98 + 15 x 96 + 10 x 94) / 50 = 96.6.
                "3 PositionClosed Target order 5 position 1 side -1 quantity 50 price 96.6 amount 162.585",
            ],
            Lines(play));
    }

    [Fact]
    public void ExitSignal_IsAnOrderOfItsOwnAndCancelsTheBracket()
    {
        var play = new Play().Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Exit(0.9).Bar(101, 101.5, 100, 101);
        Assert.Equal(
            [
                "4 OrderPlaced None order 6 position 1 side -1 quantity 50 price 0 amount 0",
                "5 OrderFilled ExitSignal order 6 position 1 side -1 quantity 50 price 101 amount 5.05",
                "5 OrderCancelled BracketDone order 2 position 1 side -1 quantity 0 price 0 amount 0",
                "5 OrderCancelled BracketDone order 3 position 1 side -1 quantity 0 price 0 amount 0",
                "5 OrderCancelled BracketDone order 4 position 1 side -1 quantity 0 price 0 amount 0",
                "5 OrderCancelled BracketDone order 5 position 1 side -1 quantity 0 price 0 amount 0",
                "5 PositionClosed ExitSignal order 6 position 1 side 1 quantity 50 price 101 amount 39.95",
            ],
            Lines(play)[8..]);
    }

    [Fact]
    public void Orders_SayWhatTheyAreFor()
    {
        var play = new Play().Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Command(CommandKind.Kill);
        var orders = play.Records.Where(r => r.Kind == AuditKind.OrderPlaced).Select(r => (OrderRequest)r.Detail!).ToArray();
        Assert.Equal(
            [
                (1, OrderKind.Market, OrderPurpose.Entry, false), (2, OrderKind.Stop, OrderPurpose.StopLoss, true), (3, OrderKind.Limit, OrderPurpose.Target, true),
                (4, OrderKind.Limit, OrderPurpose.Target, true), (5, OrderKind.Limit, OrderPurpose.Target, true), (6, OrderKind.Market, OrderPurpose.Flatten, true),
            ],
            orders.Select(o => (o.Id, o.Kind, o.Purpose, o.ReduceOnly)));
        Assert.Equal((98m, 102m, 104m, 106m), (orders[1].StopPrice, orders[2].LimitPrice, orders[3].LimitPrice, orders[4].LimitPrice));
        Assert.Equal((2.0, 2.0), (orders[0].StopDistance, orders[0].Distance));
        Assert.Same(play.Options.Strategies[0].Exits, orders[0].Exits);
        Assert.Contains(play.Records, r => r.Kind == AuditKind.StateChanged && (int)r.Value == (int)TradingState.Halted);
    }

    [Fact]
    public void SecondTrade_GoesOnNumbering()
    {
        // Entry 1 and its bracket 2 to 5, then entry 6 and its bracket 7 to 10.
        var play = new Play().Bar(100, 101, 99, 100).Signal().Bar(100, 101, 97, 100).Signal().Bar(100, 101, 99, 100);
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], play.Records.Where(r => r.Kind == AuditKind.OrderPlaced).Select(r => r.Order));
        Assert.Equal(6, play.Engine.Positions[0].Position);
    }

    [Fact]
    public void RefusedByTheGate_UsesItsNumberUp()
    {
        var play = new Play().Bar(100, 101, 99, 100).Command(CommandKind.Reduce).Signal().Command(CommandKind.Resume).Signal();
        var refused = Assert.Single(play.Records, r => r.Kind == AuditKind.RiskRefused);
        Assert.Equal((1L, AuditReason.StateReducing), (refused.Order, refused.Reason));
        Assert.Equal(2, Assert.Single(play.Records, r => r.Kind == AuditKind.OrderPlaced).Order);
    }

    [Fact]
    public void LegBelowALot_HasNoOrderAndNoCancellation()
    {
        // In lots of 40 a half of 40 is no lot: the stop, and one target for all of it. A stop cancels the one target that there is.
        var play = new Play(instrument: Instrument with { LotSize = 40 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 97, 100);
        Assert.Equal([1, 2, 5], play.Records.Where(r => r.Kind == AuditKind.OrderPlaced).Select(r => r.Order));
        Assert.Equal([5], play.Records.Where(r => r.Kind == AuditKind.OrderCancelled).Select(r => r.Order));
    }

    [Fact]
    public void LegBelowALotOfTheFirstPart_IsPlacedWhenTheEntryHasGrown()
    {
        // The first 10 of 50, in lots of 10, have no half; with the second 40 they have: targets of 20 and 10 beside the last one.
        var venue = Venue with { VolumeShare = 0.1 };
        var play = new Play(venue: venue, instrument: Instrument with { LotSize = 10 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100, 100).Bar(100, 101, 99, 100)
            .Open(50, 98, In(1, 100, 10), In(2, 100, 40));
        Assert.Equal([1, 2, 5, 3, 4], play.Records.Where(r => r.Kind == AuditKind.OrderPlaced).Select(r => r.Order));
        Assert.Equal([50m, 10m, 10m, 20m, 10m], play.Records.Where(r => r.Kind == AuditKind.OrderPlaced).Select(r => r.Quantity));
    }

    [Fact]
    public void NothingDone_IsExplained()
    {
        var play = new Play().Bar(100, 101, 99, 100).Signal(confidence: 0.25).Signal(distance: double.NaN).Signal(distance: 0).Signal(confidence: double.NaN);
        Assert.Equal(
            [(AuditReason.ConfidenceBelowThreshold, 0.25, 0.6), (AuditReason.NoDistance, double.NaN, 0), (AuditReason.NoDistance, 0, 0), (AuditReason.NotReady, double.NaN, 0)],
            play.Records.Select(r => (r.Reason, r.Value, r.Limit)));
    }

    // Events are counted from 1, as the lines above say them.
    private static string[] Lines(Play play) =>
    [
        .. play.Records.Select(r =>
            $"{r.Event + 1} {r.Kind} {r.Reason} order {r.Order} position {r.Position} side {r.Side} quantity {Plain(r.Quantity)} price {Plain(r.Price)} amount {Plain(r.Amount)}"),
    ];

    private static string Plain(decimal value) => value.ToString("0.############", System.Globalization.CultureInfo.InvariantCulture);
}
