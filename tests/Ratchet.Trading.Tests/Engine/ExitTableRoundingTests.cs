using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;
using static Ratchet.Trading.Tests.Engine.Play;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Ticks, lots and least orders. Fills of market and stop orders round against the order, stops and targets away from the entry price.</summary>
public sealed class ExitTableRoundingTests
{
    private static InstrumentRules HalfTicks { get; } = Instrument with { TickSize = 0.5m };

    [Fact]
    public void Ticks_LongFillUpStopDownTargetUp() =>
        // Bought at 100.2, paid 100.5. Stop 100.5 - 2.2 = 98.3 -> 98, target 100.5 + 2.2 = 102.7 -> 103. Size 100 / 2.2.
        new Play(1, instrument: HalfTicks).Bar(100, 101, 99, 100).Signal(distance: 2.2).Bar(100.2, 102.75, 98.125, 100).Bar(100, 103, 99, 100)
            .Open(100 / 2.2 * 0.5, 100.5, In(1, 100.5, 100 / 2.2), Out(2, 103, 100 / 2.2 * 0.5, Maker));

    [Fact]
    public void Ticks_ShortFillDownStopUpTargetDown() =>
        // Sold at 99.8, got 99.5. Stop 99.5 + 2.2 = 101.7 -> 102, target 99.5 - 2.2 = 97.3 -> 97.
        new Play(-1, instrument: HalfTicks, mirror: false).Bar(100, 101, 99, 100).Signal(distance: 2.2).Bar(99.8, 101.875, 97.25, 100).Bar(100, 101, 97, 100)
            .Open(100 / 2.2 * 0.5, 99.5, In(1, 99.5, 100 / 2.2), Out(2, 97, 100 / 2.2 * 0.5, Maker));

    [Fact]
    public void Ticks_StopThatGapsSellsBelowTheOpen() =>
        // The open of 96.75 is off the grid: sold at 96.5.
        new Play(1, instrument: HalfTicks).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(96.75, 97, 96, 97)
            .Closed(AuditReason.StopLoss, 50 * (96.5 - 100), In(1, 100, 50), Out(2, 96.5, 50));

    [Fact]
    public void Ticks_SlippageFirstThenTheGrid() =>
        // 100 + 0.1 % = 100.1 -> 100.5; the stop at 98.5 sells at 98.4015 -> 98.
        new Play(1, venue: Venue with { SlippageBps = 10 }, instrument: HalfTicks).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Bar(99, 99, 98.5, 98.75)
            .Closed(AuditReason.StopLoss, 50 * (98.0 - 100.5), In(1, 100.5, 50), Out(2, 98, 50));

    [Fact]
    public void Ticks_TrailingStopRoundsAway() =>
        // Best 103.25, less 1 is 102.25 -> 102.
        new Play(1, Plan with { TrailingMultiple = 0.5 }, instrument: HalfTicks).Bar(100, 101, 99, 100).Signal().Bar(100, 103.25, 99, 103)
            .Open(25, 102, In(1, 100, 50), Out(1, 102, 25, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void Lots_EntryAndSharesRoundDown_TheLastTakesTheRest(int side) =>
        // 100 / 3 = 33.33 -> 33.3; a half is 16.65 -> 16.6, three tenths 9.99 -> 9.9, the rest is 6.8.
        new Play(side, instrument: Instrument with { LotSize = 0.1m }).Bar(100, 101, 99, 100).Signal(distance: 3).Bar(100, 109, 99, 108)
            .Closed(
                AuditReason.Target,
                (16.6 * 3) + (9.9 * 6) + (6.8 * 9),
                In(1, 100, 33.3), Out(1, 103, 16.6, Maker), Out(1, 106, 9.9, Maker), Out(1, 109, 6.8, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void Lots_ASharesTooSmallForALot_IsNoOrder(int side) =>
        // 50 -> 40 in lots of 20: a half is 20, three tenths (12) are no lot, the last takes the other 20.
        new Play(side, instrument: Instrument with { LotSize = 20 }).Bar(100, 101, 99, 100).Signal().Bar(100, 107, 99, 106)
            .Closed(AuditReason.Target, (20 * 2.0) + (20 * 6.0), In(1, 100, 40), Out(1, 102, 20, Maker), Out(1, 106, 20, Maker));

    [Theory, InlineData(1), InlineData(-1)]
    public void Lots_LessThanALot_IsRefused(int side) =>
        new Play(side, instrument: Instrument with { LotSize = 60 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Unfilled(AuditReason.BelowMinimum);

    [Theory, InlineData(1), InlineData(-1)]
    public void MinimumQuantity_IsKept(int side)
    {
        // 50 is not below 50, and below 50.1.
        new Play(side, instrument: Instrument with { MinimumQuantity = 50 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Open(50, 98, In(1, 100, 50));
        new Play(side, instrument: Instrument with { MinimumQuantity = 50.1m }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Unfilled(AuditReason.BelowMinimum);
    }

    [Theory, InlineData(1), InlineData(-1)]
    public void MinimumValue_IsKept(int side)
    {
        // 50 x 100 = 5,000.
        new Play(side, instrument: Instrument with { MinimumValue = 5000 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Open(50, 98, In(1, 100, 50));
        new Play(side, instrument: Instrument with { MinimumValue = 5001 }).Bar(100, 101, 99, 100).Signal().Bar(100, 101, 99, 100).Unfilled(AuditReason.BelowMinimum);
    }
}
