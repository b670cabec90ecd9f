using Ratchet.Features.OrderFlow;
using Ratchet.Market.Ticks;

namespace Ratchet.Features.Tests.OrderFlow;

public sealed class TapeTests
{
    private const long Ms = EventTime.Millisecond;

    [Fact]
    public void Read_HandMadeTrades_IsTheHandCalculation()
    {
        var stream = new TapeStream(new() { WindowSeconds = [2], SideRule = SideRule.Source });
        Trade[] trades =
        [
            new(0, 10, 100, AggressorSide.Buy), // leaves the window (1, 3]
            new(1500 * Ms, 10, 3, AggressorSide.Buy), new(2000 * Ms, 11, 4, AggressorSide.Buy), new(2500 * Ms, 10, 2, AggressorSide.Sell), new(3000 * Ms, 10, 1),
        ];
        foreach (var trade in trades)
        {
            _ = stream.Update(trade);
        }

        var tape = stream.Read(0, 3000 * Ms);
        Assert.Equal(5, tape.SignedVolume.Number); // 3 + 4 - 2
        Assert.Equal(5 / 9.0, tape.Imbalance.Number);
        Assert.Equal(1 / 3.0, tape.CountImbalance.Number);
        Assert.Equal(0.25, tape.UnsignedShare.Number);
        Assert.Equal(2, tape.TradeRate.Number);
        Assert.Equal(5, tape.VolumeRate.Number);
    }

    [Fact]
    public void Read_AbsentInputs_AreReportedNotZero()
    {
        var stream = new TapeStream(new() { WindowSeconds = [1], SideRule = SideRule.Source });
        Assert.Equal(Availability.NoSource, stream.Read(0, 5).TradeRate.Availability);
        _ = stream.Update(new Trade(10, 5, double.NaN));
        Assert.Equal(Availability.WarmingUp, stream.Read(0, 20).TradeRate.Availability);
        _ = stream.Update(new Trade(2 * EventTime.Second, 5, double.NaN));
        var tape = stream.Read(0, 2 * EventTime.Second);
        Assert.Equal(1, tape.TradeRate.Number);
        Assert.Equal(Availability.NoSizes, tape.VolumeRate.Availability);
        Assert.Equal(Availability.NoSides, tape.Imbalance.Availability);
        Assert.Equal(Availability.NoSides, tape.BuySweeps.Availability);
        var quiet = stream.Read(0, 9 * EventTime.Second);
        Assert.Equal(0, quiet.TradeRate.Number);
        Assert.Equal(Availability.NoEvents, quiet.Imbalance.Availability);
    }

    [Fact]
    public void Sweeps_PricesOrTradesWithinThePause_CountOnceWhenComplete()
    {
        var stream = new TapeStream(new() { WindowSeconds = [10], SideRule = SideRule.Source, SweepPrices = 3, SweepTrades = 4, SweepMilliseconds = 50 });
        _ = stream.Update(new Trade(-20_000 * Ms, 1, 1, AggressorSide.Sell));
        // Three prices up, 10 ms apart: complete at the third; the fourth belongs to it.
        foreach (var (t, p) in ((long, double)[])[(0, 10), (10, 11), (20, 12), (30, 13)])
        {
            _ = stream.Update(new Trade(t * Ms, p, 1, AggressorSide.Buy));
            Assert.Equal(t >= 20 ? 1 : 0, stream.Read(0, t * Ms).BuySweeps.Number);
        }

        // A pause of 51 ms begins another run; four trades at one price complete it.
        foreach (var t in (long[])[81, 90, 100, 110])
        {
            _ = stream.Update(new Trade(t * Ms, 13, 1, AggressorSide.Buy));
        }

        Assert.Equal(2, stream.Read(0, 110 * Ms).BuySweeps.Number);
        Assert.Equal(0, stream.Read(0, 110 * Ms).SellSweeps.Number);
    }

    [Fact]
    public void SideOf_LeeReady_UsesTheQuoteBeforeTheTradeAndElseTheTick()
    {
        var signer = new TradeSigner(SideRule.LeeReady);
        Assert.Equal(AggressorSide.Unknown, signer.SideOf(new Trade(0, 10, 1)));
        signer.Update(new Quote(1, 9, 1, 11, 1));
        Assert.Equal(AggressorSide.Buy, signer.SideOf(new Trade(2, 10.5, 1)));
        Assert.Equal(AggressorSide.Sell, signer.SideOf(new Trade(3, 9.5, 1)));
        Assert.Equal(AggressorSide.Buy, signer.SideOf(new Trade(4, 10, 1))); // at the mid: above the last price
        Assert.Equal(AggressorSide.Buy, signer.SideOf(new Trade(5, 10, 1))); // unchanged: the last tick
        signer.Update(new Quote(6, 12, 1, 14, 1)); // of the trade's own time: not used
        Assert.Equal(AggressorSide.Buy, signer.SideOf(new Trade(6, 11, 1)));
        Assert.Equal(AggressorSide.Sell, signer.SideOf(new Trade(7, 12.5, 1)));
        Assert.Equal(AggressorSide.Sell, signer.SideOf(new Trade(8, 99, 1, AggressorSide.Sell))); // the source's word holds
    }

    [Theory]
    [InlineData("data/trades/binance_BTCUSDT_20240808-09_trades.csv.gz", "data/book/binance_BTCUSDT_20240808-09_bbo.csv.gz")]
    [InlineData("data/trades/bitstamp_BTCUSD_20150501_trades.csv.gz", "data/book/bitstamp_BTCUSD_20150501_book10.csv.gz")]
    [InlineData("data/trades/SPY_20131007_trades.csv.gz", null)]
    [InlineData("data/trades/ESH4_20231225_trades.csv.gz", "data/futures/ESH4_20231225_mbp10.csv.gz")]
    [InlineData("data/trades/ESM8_20180507_trades.csv.gz", null)]
    public void Compute_RealTrades_IsBlindToTheFutureAndEqualsTheStream(string file, string? quoteFile)
    {
        var trades = FlowFiles.Trades(file, 15_000);
        var quotes = quoteFile is null ? null : FlowFiles.Cut(FlowFiles.Quotes(quoteFile, 80_000), trades.Time[^1]);
        var at = FlowFiles.Moments(trades.Time, 60);
        FlowFiles.AssertBlindToTheFuture(at, (through, rewrite, some) =>
        {
            var output = new TapeValues[some.Length];
            var t = through == long.MaxValue ? trades : rewrite ? FlowFiles.Rewrite(trades, through) : FlowFiles.Cut(trades, through);
            var q = quotes is null || through == long.MaxValue ? quotes : rewrite ? FlowFiles.Rewrite(quotes, through) : FlowFiles.Cut(quotes, through);
            Tape.Compute(t, q, some, null, output);
            return output;
        });

        var batch = new TapeValues[at.Length];
        Tape.Compute(trades, null, at, null, batch);
        var stream = new TapeStream();
        var i = 0;
        for (var m = 0; m < at.Length; m++)
        {
            for (; i < trades.Count && trades.Time[i] <= at[m]; i++)
            {
                _ = stream.Update(trades[i]);
                _ = stream.Read(0, trades.Time[i]);
            }

            Assert.Equal(batch[m], stream.Read(0, at[m]));
            if (batch[m].TradeRate.IsMeasured)
            {
                var (from, to) = (trades.FirstAtOrAfter(at[m] - EventTime.Minute + 1), trades.FirstAtOrAfter(at[m] + 1));
                Assert.Equal((to - from) / 60.0, batch[m].TradeRate.Number);
                var size = 0.0;
                for (var t = from; t < to; t++)
                {
                    size += trades.Size[t];
                }

                Assert.Equal(to > from && double.IsNaN(size), double.IsNaN(batch[m].VolumeRate.Number));
                Assert.True(double.IsNaN(size) || Math.Abs((size / 60) - batch[m].VolumeRate.Number) <= 1e-9 * size);
            }
        }
    }

    [Fact]
    public void SideOf_RulesAgainstTheExchangesWord_AgreeMostly()
    {
        var trades = FlowFiles.Trades("data/trades/ESH4_20231225_trades.csv.gz", int.MaxValue);
        var quotes = FlowFiles.Quotes("data/futures/ESH4_20231225_mbp10.csv.gz", int.MaxValue);
        foreach (var (rule, least) in ((SideRule, double)[])[(SideRule.Tick, 0.5), (SideRule.LeeReady, 0.7)])
        {
            var signer = new TradeSigner(rule);
            var (agree, all, q) = (0, 0, 0);
            for (var t = 0; t < trades.Count; t++)
            {
                for (; q < quotes.Count && quotes.Time[q] <= trades.Time[t]; q++)
                {
                    signer.Update(quotes[q]);
                }

                var found = signer.SideOf(trades[t] with { Side = AggressorSide.Unknown });
                if (trades[t].Side != AggressorSide.Unknown)
                {
                    all++;
                    agree += found == trades[t].Side ? 1 : 0;
                }
            }

            TestContext.Current.TestOutputHelper!.WriteLine($"{rule}: {agree} of {all}");
            Assert.True(agree >= least * all, $"{rule}: {agree} of {all}.");
        }
    }
}
