using System.Buffers;
using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Simulation;
using Ratchet.Trading.Venues;
using Ratchet.Validation.Metrics;

namespace Ratchet.Trading.Tests.Simulation;

public sealed class ShadowBookTests
{
    private static readonly VenueOptions Free = new() { TakerFee = 0, SlippageBps = 0 };

    [Fact]
    public void BarClosed_RandomSignals_AgreesWithTheKernel()
    {
        var trades = 0;
        for (ulong seed = 0; seed < 60; seed++)
        {
            var random = new RandomMarket(seed, 400);
            var options = RandomMarket.Options(seed) with { ExitThreshold = 1 };
            var buffers = new SimulationBuffers();
            SignalBacktest.Run(random.Market, random.Signals, new IndexRange(0, 400), options, buffers);
            var book = new ShadowBook(Venue(options), 1);
            var outcomes = new List<ShadowOutcome>();
            var plan = Plan(options);
            var next = 0;
            for (var t = 0; t < 400; t++)
            {
                book.BarClosed(0, At(random, t), outcomes);
                if (next < buffers.TradeCount && buffers.Trades[next].EntryIndex == t + 1)
                {
                    book.Open(0, buffers.Trades[next].Side, random.Distance[t], plan, next++, t);
                }
            }

            book.EndOfData(0, outcomes);
            Assert.Equal(buffers.TradeCount, outcomes.Count);
            for (var i = 0; i < outcomes.Count; i++)
            {
                var expected = buffers.Trades[i];
                Assert.Equal(i, outcomes[i].Tag);
                Assert.Equal(expected.Profit / expected.Risk, outcomes[i].ResultInR, 9);
                Assert.Equal(expected.ExitIndex - expected.EntryIndex, outcomes[i].Bars);
                Assert.Equal(expected.EntryIndex, outcomes[i].EntryTime);
                Assert.Equal(expected.ExitIndex, outcomes[i].ExitTime);
                Assert.Equal(Reason(expected.ExitReason), outcomes[i].Reason);
            }

            trades += outcomes.Count;
        }

        Assert.True(trades > 1000, $"{trades} trades");
    }

    [Fact]
    public void BarClosed_HandCase_PartialThenBreakEven()
    {
        var book = new ShadowBook(Free, 1);
        var outcomes = new List<ShadowOutcome>();
        var exits = new ExitPlan { StopMultiple = 1, TargetMultiples = [1, 3], TargetFractions = [0.5, 0.5], HorizonBars = 0 };
        book.Open(0, 1, 10, exits, 7, 0);
        book.BarClosed(0, new(0, 100, 111, 99, 110, 1), outcomes);
        Assert.Empty(outcomes);
        Assert.Equal(1, book.OpenCount);
        book.BarClosed(0, new(1, 110, 112, 99, 100, 1), outcomes);
        Assert.Equal(new ShadowOutcome(7, 0, 1, 0, 1, 1, 0.5, AuditReason.BreakEven), Assert.Single(outcomes));
        Assert.Equal(0, book.OpenCount);
    }

    [Fact]
    public void BarClosed_TimeInMilliseconds_LeavesAtTheFirstOpenAfter()
    {
        var book = new ShadowBook(Free, 1);
        var outcomes = new List<ShadowOutcome>();
        book.Open(0, -1, 10, new() { StopMultiple = 1, HorizonBars = 0, HorizonMilliseconds = 1000, TargetMultiples = [], TargetFractions = [] }, 1, 0);
        book.BarClosed(0, new(0, 100, 101, 99, 100, 1), outcomes);
        book.BarClosed(0, new(900, 100, 101, 99, 100, 1), outcomes);
        book.BarClosed(0, new(2000, 95, 96, 94, 95, 1), outcomes);
        Assert.Equal(new ShadowOutcome(1, 0, -1, 0, 2000, 2, 0.5, AuditReason.TimeStop), Assert.Single(outcomes));
    }

    [Fact]
    public void BarClosed_TrailingShareFromTheEntry_FollowsTheBest()
    {
        var book = new ShadowBook(Free, 1);
        var outcomes = new List<ShadowOutcome>();
        var exits = new ExitPlan { StopMultiple = 1, TargetMultiples = [], TargetFractions = [], HorizonBars = 0, TrailingShare = 0.05, TrailingAfterTarget = 0 };
        book.Open(0, 1, 10, exits, 1, 0);
        book.BarClosed(0, new(0, 100, 120, 99, 119, 1), outcomes);
        book.BarClosed(0, new(1, 119, 119, 113, 114, 1), outcomes);
        var outcome = Assert.Single(outcomes);
        Assert.Equal(1.4, outcome.ResultInR, 12);
        Assert.Equal(AuditReason.TrailingStop, outcome.Reason);
    }

    [Fact]
    public void BarClosed_VolatilitySlippage_IsPaidOnBothSides()
    {
        var book = new ShadowBook(Free with { Slippage = SlippageModel.Volatility, SlippageFactor = 0.1 }, 1);
        var outcomes = new List<ShadowOutcome>();
        book.Open(0, 1, 10, new() { StopMultiple = 1, TargetMultiples = [], TargetFractions = [], HorizonBars = 1 }, 1, 0);
        book.BarClosed(0, new(0, 100, 104, 94, 100, 1), outcomes);
        book.BarClosed(0, new(1, 100, 110, 90, 100, 1), outcomes);
        Assert.Equal(-0.3, Assert.Single(outcomes).ResultInR, 12);
    }

    [Theory]
    [InlineData(double.NaN, 101, 99, 100)]
    [InlineData(100, double.PositiveInfinity, 99, 100)]
    [InlineData(100, 101, 0, 100)]
    [InlineData(100, 101, 99, 102)]
    public void BarClosed_ImpossibleBar_IsNotPlayed(double open, double high, double low, double close)
    {
        var book = new ShadowBook(Free, 1);
        var outcomes = new List<ShadowOutcome>();
        book.Open(0, 1, 0.1, new(), 1, 0);
        var before = Bytes(book);
        book.BarClosed(0, new(0, open, high, low, close, 1), outcomes);
        Assert.Empty(outcomes);
        Assert.Equal(before, Bytes(book));
    }

    [Fact]
    public void Open_OutOfRange_IsRefused()
    {
        var book = new ShadowBook(Free, 2);
        Assert.Throws<ArgumentOutOfRangeException>("symbol", () => book.Open(2, 1, 1, new(), 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("side", () => book.Open(0, 0, 1, new(), 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("distance", () => book.Open(0, 1, 0, new(), 0, 0));
    }

    [Fact]
    public void Read_MidRun_ContinuesAlike()
    {
        var random = new RandomMarket(5, 300);
        var venue = new VenueOptions();
        var book = new ShadowBook(venue, 2);
        var other = new ShadowBook(venue, 2);
        var outcomes = new List<ShadowOutcome>();
        var others = new List<ShadowOutcome>();
        for (var t = 0; t < 300; t++)
        {
            if (t == 150)
            {
                var bytes = Bytes(book);
                var reader = new StateReader(bytes);
                other.Read(ref reader);
                Assert.True(reader.AtEnd);
                Assert.Equal(bytes, Bytes(other));
                outcomes.Clear();
            }

            foreach (var (each, closed) in new[] { (book, outcomes), (other, others) }.Take(t < 150 ? 1 : 2))
            {
                each.BarClosed(t % 2, At(random, t), closed);
                each.Open(t % 2, t % 3 == 0 ? 1 : -1, 1 + (t % 5), TradeProfiles.All[t % 7].Exits, t, t);
            }
        }

        Assert.NotEmpty(others);
        Assert.Equal(outcomes, others);
        Assert.Equal(Bytes(book), Bytes(other));
        Assert.Throws<InvalidDataException>(() =>
        {
            var reader = new StateReader(Bytes(book));
            new ShadowBook(venue, 3).Read(ref reader);
        });
    }

    private static byte[] Bytes(ShadowBook book)
    {
        var output = new ArrayBufferWriter<byte>();
        book.Write(new(output));
        return output.WrittenSpan.ToArray();
    }

    private static Bar At(RandomMarket market, int t) => new(t, market.Open[t], market.High[t], market.Low[t], market.Close[t], 1);

    private static VenueOptions Venue(SimulationOptions options) => new() { TakerFee = options.FeeRate, MakerFee = options.MakerFeeRate, SlippageBps = options.SlippageBps };

    private static ExitPlan Plan(SimulationOptions options) => new()
    {
        StopMultiple = options.StopMultiple,
        TargetMultiples = [.. options.TargetSteps.Select(s => s * options.TargetMultiple)],
        TargetFractions = options.TargetFractions,
        BreakEvenAfterTarget = options.BreakEvenAfterFirstTarget ? 1 : 0,
        TrailingMultiple = options.TrailingMultiple,
        HorizonBars = options.HorizonBars,
    };

    private static AuditReason Reason(ExitReason reason) => reason switch
    {
        ExitReason.StopLoss => AuditReason.StopLoss,
        ExitReason.Target => AuditReason.Target,
        ExitReason.BreakEven => AuditReason.BreakEven,
        ExitReason.TrailingStop => AuditReason.TrailingStop,
        ExitReason.TimeStop => AuditReason.TimeStop,
        _ => AuditReason.EndOfData,
    };
}
