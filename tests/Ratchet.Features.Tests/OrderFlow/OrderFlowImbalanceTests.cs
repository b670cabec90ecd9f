using Ratchet.Features.OrderFlow;
using Ratchet.Market.Ticks;

namespace Ratchet.Features.Tests.OrderFlow;

public sealed class OrderFlowImbalanceTests
{
    private const string Lobster = "data/book/lobster_AAPL_20120621_book10.csv.gz";

    // The first contributions of the LOBSTER file by hand: row, best level; the rows between are 0. See docs/order-flow.md.
    private static readonly (int Row, double Flow)[] BestByHand =
    [
        (3, -18), (10, 18), (12, 18), (14, 18), (16, 20), (17, -40), (35, 40), (36, 25), (37, -1), (38, -10), (39, 25), (40, 5), (41, 7),
    ];

    private static readonly (int Row, double Flow)[] SecondByHand = [(1, 18), (3, -200), (4, -18), (9, -18), (10, 18), (11, 18), (12, 100), (14, 18)];

    [Theory]
    [InlineData(10, 5, 11, 7, 10, 8, 11, 7, 3)] // bid size grows
    [InlineData(10, 5, 11, 7, 10.5, 2, 11, 7, 2)] // bid price rises: the whole new size
    [InlineData(10, 5, 11, 7, 9.5, 9, 11, 7, -5)] // bid price falls: the whole old size
    [InlineData(10, 5, 11, 7, 10, 5, 11, 9, -2)] // ask size grows
    [InlineData(10, 5, 11, 7, 10, 5, 10.5, 4, -4)] // ask price falls
    [InlineData(10, 5, 11, 7, 10, 5, 11.5, 4, 7)] // ask price rises
    [InlineData(10, 5, 11, 7, 10, 5, double.NaN, double.NaN, 7)] // the ask side empties
    [InlineData(double.NaN, double.NaN, 11, 7, 10, 5, 11, 7, 5)] // the bid side fills
    [InlineData(10, 5, 11, 7, 10, double.NaN, 11, 7, double.NaN)] // no size
    public void Event_EachCase_IsTheFormulas(double b0, double bs0, double a0, double as0, double b1, double bs1, double a1, double as1, double expected) =>
        Assert.Equal(expected, OrderFlowEvent.Of(b0, bs0, a0, as0, b1, bs1, a1, as1));

    [Fact]
    public void Events_LobsterBestLevel_EqualTheHandCalculation()
    {
        var quotes = FlowFiles.Quotes(Lobster, 42);
        var flows = new double[quotes.Count];
        OrderFlowImbalance.Events(quotes, flows);
        Assert.True(double.IsNaN(flows[0]));
        var expected = new double[42];
        foreach (var (row, flow) in BestByHand)
        {
            expected[row] = flow;
        }

        Assert.Equal(expected[1..], flows[1..]);
        Assert.Equal(107, flows[1..].Sum());
    }

    [Fact]
    public void Levels_LobsterSecondLevel_EqualsTheHandCalculation()
    {
        var book = FlowFiles.Book(Lobster, 15);
        // A window far longer than the rows is warming up; one from the first row to the last is not.
        var span = (book.Time[14] - book.Time[0]) / 1e9;
        var output = new FlowValue[2];
        OrderFlowImbalance.Levels(book, 2, [book.Time[14]], new() { WindowSeconds = [span] }, output);
        Assert.Equal([36.0, -64.0], output.Select(o => o.Number));
        Assert.Equal(-64, SecondByHand.Sum(s => s.Flow));
        OrderFlowImbalance.Levels(book, 2, [book.Time[14]], new() { WindowSeconds = [span + 1] }, output);
        Assert.All(output, o => Assert.Equal(Availability.WarmingUp, o.Availability));
    }

    [Fact]
    public void BestLevel_Windows_HoldEventsAfterTheirStartOnly()
    {
        var stream = new BestLevelOfiStream(new() { WindowSeconds = [1, 2] });
        Assert.Equal(Availability.NoSource, stream.Read(0, 0).Availability);
        foreach (var (second, size) in ((int, double)[])[(0, 1), (1, 2), (2, 5), (3, 4)])
        {
            _ = stream.Update(new Quote(second * EventTime.Second, 10, size, 11, 1));
        }

        // Contributions: 1 s +1, 2 s +3, 3 s -1. Window (2, 3] holds the last, (1, 3] the last two.
        Assert.Equal(-1, stream.Read(0, 3 * EventTime.Second).Number);
        Assert.Equal(2, stream.Read(1, 3 * EventTime.Second).Number);
        Assert.Equal(0, stream.Read(0, 5 * EventTime.Second).Number);
    }

    [Fact]
    public void BestLevel_NoSizes_IsAbsentNotZero()
    {
        var stream = new BestLevelOfiStream(new() { WindowSeconds = [1] });
        for (var i = 0; i < 5; i++)
        {
            _ = stream.Update(new Quote(i * EventTime.Second, 10 + i, double.NaN, 20 + i, double.NaN));
        }

        var value = stream.Read(0, 4 * EventTime.Second);
        Assert.Equal(Availability.NoSizes, value.Availability);
        Assert.True(double.IsNaN(value.Number));
    }

    [Fact]
    public void Fit_TwoLevelsThatMoveTogether_FindsTheDirection()
    {
        // Rows (t, 2t): all variance lies along (1, 2), weights 1/3 and 2/3.
        var weights = IntegratedOfiWeights.Fit([-1, -2, 0, 0, 1, 2, double.NaN, 5], 2, 77)!;
        Assert.Equal(1 / 3.0, weights.Weights[0], 1e-12);
        Assert.Equal(2 / 3.0, weights.Weights[1], 1e-12);
        Assert.Equal(1, weights.ExplainedVariance, 1e-12);
        Assert.Equal(5.0 / 3, weights.Apply([1, 2]), 1e-12);
        Assert.Null(IntegratedOfiWeights.Fit([1, 1, 1, 1], 2, 0));
        Assert.Null(IntegratedOfiWeights.Fit([1, 1], 2, 0));
    }

    [Fact]
    public void Integrated_BeforeTheFit_IsAbsent()
    {
        var book = FlowFiles.Book("data/book/binance_BTCUSDT_20240808-09_book10.csv.gz", 3000);
        var at = FlowFiles.Moments(book.Time, 40);
        var rows = new double[20 * 5];
        OrderFlowImbalance.Scaled(book, 5, 30, at.AsSpan(0, 20), rows);
        var weights = IntegratedOfiWeights.Fit(rows, 5, at[19])!;
        Assert.InRange(weights.ExplainedVariance, 0.2, 1);
        var output = new FlowValue[40];
        OrderFlowImbalance.Integrated(book, weights, at, new() { WindowSeconds = [30] }, output);
        Assert.All(output[..19], o => Assert.False(o.IsMeasured));
        Assert.All(output[19..], o => Assert.True(o.IsMeasured));
        // The weights of a fit do not know rows after it.
        var again = new double[20 * 5];
        OrderFlowImbalance.Scaled(FlowFiles.Rewrite(book, at[19]), 5, 30, at.AsSpan(0, 20), again);
        Assert.Equal(weights.Weights.ToArray(), IntegratedOfiWeights.Fit(again, 5, at[19])!.Weights.ToArray());
    }

    [Theory]
    [InlineData("data/book/binance_BTCUSDT_20240808-09_book10.csv.gz", 5972)]
    [InlineData("data/book/bitstamp_BTCUSD_20150501_book10.csv.gz", 4000)]
    [InlineData("data/book/lobster_AAPL_20120621_book10.csv.gz", 999)]
    [InlineData("data/futures/ESH4_20231225_mbp10.csv.gz", 4000)]
    public void Levels_RealBooks_AreBlindToTheFutureAndEqualPlainSums(string file, int rows)
    {
        var book = FlowFiles.Book(file, rows);
        var at = FlowFiles.Moments(book.Time, 60);
        var options = new FlowWindowOptions { WindowSeconds = [5, 30] };
        FlowFiles.AssertBlindToTheFuture(at, (through, rewrite, some) =>
        {
            var output = new FlowValue[some.Length * 2 * 3];
            OrderFlowImbalance.Levels(through == long.MaxValue ? book : rewrite ? FlowFiles.Rewrite(book, through) : FlowFiles.Cut(book, through), 3, some, options, output);
            return output;
        });

        var best = new FlowValue[at.Length * 2];
        OrderFlowImbalance.BestLevel(book.ToQuotes(), at, options, best);
        var events = new double[book.Count];
        OrderFlowImbalance.Events(book.ToQuotes(), events);
        for (var m = 0; m < at.Length; m++)
        {
            for (var w = 0; w < 2; w++)
            {
                if (best[(m * 2) + w].IsMeasured)
                {
                    var from = at[m] - (long)(options.WindowSeconds[w] * 1e9);
                    var plain = Enumerable.Range(1, book.Count - 1).Where(i => book.Time[i] > from && book.Time[i] <= at[m]).Sum(i => events[i]);
                    Assert.Equal(plain, best[(m * 2) + w].Number, 1e-6);
                }
            }
        }

        Assert.Contains(best, b => b.IsMeasured);
    }

    [Fact]
    public void BestLevel_ReadAfterEveryQuote_GivesTheBatchsNumbers()
    {
        var quotes = FlowFiles.Quotes("data/book/binance_BTCUSDT_20240808-09_bbo.csv.gz", 20_000);
        var at = FlowFiles.Moments(quotes.Time, 50);
        var batch = new FlowValue[50 * 4];
        OrderFlowImbalance.BestLevel(quotes, at, null, batch);
        var stream = new BestLevelOfiStream();
        var i = 0;
        for (var m = 0; m < at.Length; m++)
        {
            for (; i < quotes.Count && quotes.Time[i] <= at[m]; i++)
            {
                _ = stream.Update(quotes[i]);
                _ = stream.Read(i % 4, quotes.Time[i]);
            }

            for (var w = 0; w < 4; w++)
            {
                Assert.Equal(batch[(m * 4) + w], stream.Read(w, at[m]));
            }
        }
    }
}
