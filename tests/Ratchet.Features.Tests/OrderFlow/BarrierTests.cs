using Ratchet.Features.OrderFlow;
using Ratchet.Market.Books;
using Ratchet.Market.Ticks;

namespace Ratchet.Features.Tests.OrderFlow;

public sealed class BarrierTests
{
    private static readonly BarrierZone Zone = new(100, 1, ApproachSide.FromBelow);
    private static readonly double[] Even = [10, 10, 10, 10, 10];

    [Fact]
    public void Neutral_EvenBook_IsTheHandCalculation()
    {
        var (measures, state) = Run(Even, 0, Even);
        // Zone [99, 101] holds three levels of 10; density 5 x 10 x 4 / (5 x 4) = 10 a point, width 2.
        Assert.Equal(new BarrierMeasures(30, 30, 20, 0, 0, 0, 0, Availability.Measured), measures);
        Assert.Equal(1.5, measures.Thickness);
        Assert.True(double.IsNaN(measures.Replenishment));
        Assert.Equal(BarrierState.Neutral, state);
    }

    [Fact]
    public void Wall_ThickAndUntouched_IsTheHandCalculation()
    {
        var (measures, state) = Run(Even, 0, [50, 50, 50, 10, 10]);
        // Densities 10 and 34, mean 22, times 2.
        Assert.Equal(new BarrierMeasures(150, 30, 44, 0, 120, 0, 0, Availability.Measured), measures);
        Assert.Equal(120, measures.Change);
        Assert.Equal(BarrierState.Wall, state);
    }

    [Fact]
    public void Vacuum_ThinWithoutTrades_IsTheHandCalculation()
    {
        var (measures, state) = Run([1, 1, 1, 20, 20], 0, [1, 1, 1, 20, 20]);
        Assert.Equal(3 / 17.2, measures.Thickness, 1e-12);
        Assert.Equal(BarrierState.Vacuum, state);
    }

    [Fact]
    public void Absorption_HitAndFilledUpAgain_IsTheHandCalculation()
    {
        var (measures, state) = Run(Even, 20, Even);
        Assert.Equal(new BarrierMeasures(30, 30, 20, 20, 20, 0, 20, Availability.Measured), measures);
        Assert.Equal(1, measures.Replenishment);
        Assert.Equal(BarrierState.Absorption, state);
    }

    [Fact]
    public void Consumed_TradesTookMost_IsTheHandCalculation()
    {
        var (measures, state) = Run(Even, 20, [3, 3, 2, 10, 10]);
        Assert.Equal(8, measures.Depth);
        Assert.Equal(-22, measures.Change);
        Assert.Equal(20, measures.Traded);
        Assert.Equal(2, measures.Cancelled); // 30 - 20 traded - 8 left
        Assert.Equal(BarrierState.Consumed, state);
    }

    [Fact]
    public void Cancelled_FallWithoutTrades_IsNotConsumed()
    {
        var (measures, state) = Run(Even, 0, [1, 1, 1, 10, 10]);
        Assert.Equal(27, measures.Cancelled);
        Assert.Equal(BarrierState.Vacuum, state);
    }

    [Fact]
    public void Read_AbsentOrUnseen_SaysWhy()
    {
        var stream = new BarrierStream(Zone, new() { WindowSeconds = [60] });
        Assert.Equal(Availability.NoSource, stream.Read(0, 0).Availability);
        stream.Update(0, Levels(90, Even));
        Assert.Equal(Availability.WarmingUp, stream.Read(0, 59 * EventTime.Second).Availability);
        Assert.Equal(Availability.NotSeen, stream.Read(0, 60 * EventTime.Second).Availability);
        Assert.Equal(BarrierState.Unknown, stream.State(0, 60 * EventTime.Second));
        stream.Update(61 * EventTime.Second, Levels(96, Even)); // reaches 100: half the zone is seen
        var half = stream.Read(0, 61 * EventTime.Second);
        Assert.Equal(20, half.Depth);
        Assert.Equal(10, half.Usual);
        Assert.True(double.IsNaN(half.Traded), "Without trades what was traded is not known.");
        Assert.True(double.IsNaN(half.DepthBefore));
    }

    [Fact]
    public void Update_FromAbove_WatchesBidsAndSellers()
    {
        var book = new BookSeries(new()
        {
            Time = new long[] { 0, 60 * EventTime.Second },
            BidPrice = [new double[] { 101, 101 }, new double[] { 100, 100 }, new double[] { 90, 90 }],
            BidSize = [new double[] { 1, 1 }, new double[] { 2, 2 }, new double[] { 4, 4 }],
            AskPrice = [new double[] { 102, 102 }, new double[] { 103, 103 }, new double[] { 104, 104 }],
            AskSize = [new double[] { 9, 9 }, new double[] { 9, 9 }, new double[] { 9, 9 }],
        });
        var trades = new TradeSeries(new()
        {
            Time = new long[] { 0, EventTime.Second },
            Price = new double[] { 101, 101 },
            Size = new double[] { 5, 0.5 },
            Side = new[] { AggressorSide.Buy, AggressorSide.Sell },
        });
        var output = new BarrierMeasures[1];
        ZoneBarrier.Compute(book, trades, Zone with { Side = ApproachSide.FromAbove }, 0, [60 * EventTime.Second], new() { WindowSeconds = [60] }, output);
        Assert.Equal(3, output[0].Depth);
        Assert.Equal(0.5, output[0].Traded);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Zone_WrongWidth_Throws(double width) => Assert.Throws<ArgumentException>(() => new BarrierStream(new(100, width, ApproachSide.FromAbove)));

    [Theory]
    [InlineData("data/book/binance_BTCUSDT_20240808-09_book10.csv.gz", "data/trades/binance_BTCUSDT_20240808-09_trades.csv.gz", 5972, 3.0)]
    [InlineData("data/book/bitstamp_BTCUSD_20150501_book10.csv.gz", "data/trades/bitstamp_BTCUSD_20150501_trades.csv.gz", 4000, 0.5)]
    [InlineData("data/futures/ESH4_20231225_mbp10.csv.gz", "data/trades/ESH4_20231225_trades.csv.gz", 8000, 1.0)]
    [InlineData("data/book/lobster_AAPL_20120621_book10.csv.gz", null, 999, 0.2)]
    public void Compute_RealBooks_IsBlindToTheFutureAndEqualsTheStream(string file, string? tradeFile, int rows, double width)
    {
        var book = FlowFiles.Book(file, rows);
        var trades = tradeFile is null ? null : FlowFiles.Trades(tradeFile, 20_000);
        var at = FlowFiles.Moments(book.Time, 40);
        var zone = new BarrierZone(book.AskPrice(2)[rows / 3], width, ApproachSide.FromBelow);
        var options = new BarrierOptions { WindowSeconds = [10, 30] };
        BarrierMeasures[] Batch(long through, bool rewrite, long[] some)
        {
            var output = new BarrierMeasures[some.Length * 2];
            var b = through == long.MaxValue ? book : rewrite ? FlowFiles.Rewrite(book, through) : FlowFiles.Cut(book, through);
            var t = trades is null || through == long.MaxValue ? trades : rewrite ? FlowFiles.Rewrite(trades, through) : FlowFiles.Cut(trades, through);
            ZoneBarrier.Compute(b, t, zone, long.MinValue, some, options, output);
            return output;
        }

        FlowFiles.AssertBlindToTheFuture(at, Batch);
        var batch = Batch(long.MaxValue, false, at);
        var stream = new BarrierStream(zone, options);
        var (i, k) = (0, 0);
        var states = new int[6];
        for (var m = 0; m < at.Length; m++)
        {
            while (true)
            {
                var nextTrade = trades is not null && k < trades.Count ? trades.Time[k] : long.MaxValue;
                var nextBook = i < book.Count ? book.Time[i] : long.MaxValue;
                if (Math.Min(nextTrade, nextBook) > at[m])
                {
                    break;
                }

                if (nextTrade <= nextBook)
                {
                    stream.Update(trades![k++]);
                }
                else
                {
                    stream.Update(book, i++);
                    _ = stream.Read(i % 2, nextBook);
                }
            }

            for (var w = 0; w < 2; w++)
            {
                Assert.Equal(batch[(m * 2) + w], stream.Read(w, at[m]));
                states[(int)stream.State(w, at[m])]++;
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{file}: {string.Join(", ", states.Select((n, s) => $"{(BarrierState)s} {n}"))}");
    }

    private static (BarrierMeasures Measures, BarrierState State) Run(double[] before, double hit, double[] after)
    {
        var stream = new BarrierStream(Zone, new() { WindowSeconds = [60] });
        stream.Update(new Trade(0, 98, 1, AggressorSide.Sell));
        stream.Update(0, Levels(99, before));
        if (hit > 0)
        {
            stream.Update(new Trade(30 * EventTime.Second, 100, hit, AggressorSide.Buy));
        }

        stream.Update(new Trade(31 * EventTime.Second, 100, 7, AggressorSide.Sell)); // the wrong side
        stream.Update(new Trade(31 * EventTime.Second, 102, 7, AggressorSide.Buy)); // outside the zone
        stream.Update(40 * EventTime.Second, Levels(99, after));
        return (stream.Read(0, 60 * EventTime.Second), stream.State(0, 60 * EventTime.Second));
    }

    private static BookLevel[] Levels(double best, double[] sizes) => [.. sizes.Select((s, i) => new BookLevel(best + i, s))];
}
