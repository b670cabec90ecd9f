using System.Buffers;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;

namespace Ratchet.Trading.Tests.Portfolios;

/// <summary>Three symbols and three strategies over one balance: the money is added up again from the audit.</summary>
public sealed class PortfolioTests
{
    [Fact]
    public void Process_ThreeSymbolsThreeStrategies_CashAndEquityAreTheSumOfTheFills()
    {
        var (trades, together, partly) = (0, 0, 0);
        for (var seed = 0UL; seed < 500; seed++)
        {
            var run = new RandomPortfolio(seed, 40);
            var engine = new TradingEngine(run.Options);
            var ledger = new AuditLedger(run.Options.InitialCash);
            var prices = new double[RandomPortfolio.Symbols];
            foreach (var e in run.Events)
            {
                engine.Process(e, ledger);
                if (e.Kind is EventKind.Bar or EventKind.FineBar)
                {
                    prices[e.Symbol] = e.Bar.Close;
                }

                Assert.True(ledger.Cash == engine.Cash, $"seed {seed}, event {e.Sequence}: {ledger.Cash} added up, {engine.Cash} in the engine");
                var equity = ledger.Equity(prices);
                Assert.True(Math.Abs(equity - engine.Equity) <= 1e-9 * equity, $"seed {seed}, event {e.Sequence}: equity {equity:R} added up, {engine.Equity:R} in the engine");
                together = Math.Max(together, ledger.Open.Count());
            }

            Assert.Empty(ledger.Open);
            Assert.True(Math.Abs(ledger.RawCash - engine.Cash) < 1e-6m, $"seed {seed}: {ledger.RawCash} of values, {engine.Cash}");
            trades += ledger.Trades;
            partly += ledger.Fills > 2 * ledger.Trades ? 1 : 0;
        }

        Assert.True(trades > 20_000, $"{trades} trades");
        Assert.True(together >= 7, $"at most {together} positions at a time");
        Assert.True(partly > 300, $"{partly} runs with partial fills");
    }

    [Fact]
    public void Process_Twice_And_ThroughStates_GivesTheSameBytes()
    {
        for (var seed = 1000UL; seed < 1010; seed++)
        {
            var run = new RandomPortfolio(seed, 25);
            var (once, twice, cut) = (new Engine.RecordedAudit(), new Engine.RecordedAudit(), new Engine.RecordedAudit());
            var (first, second, third) = (new TradingEngine(run.Options), new TradingEngine(run.Options), new TradingEngine(run.Options));
            foreach (var e in run.Events)
            {
                first.Process(e, once);
                second.Process(e, twice);
                third = TradingEngine.ReadState(run.Options, State(third));
                third.Process(e, cut);
            }

            Assert.True(once.Bytes.SequenceEqual(twice.Bytes), $"seed {seed}: the same events gave other bytes");
            Assert.True(once.Bytes.SequenceEqual(cut.Bytes), $"seed {seed}: states between the events gave other bytes");
            Assert.True(State(first).SequenceEqual(State(third)), $"seed {seed}: the states differ");
        }
    }

    [Fact]
    public void Run_ThreeStrategiesOfOneBalance_TheCurveIsCashAndUnrealised()
    {
        var setup = PortfolioRun.Portfolio(1);
        var audit = new Engine.RecordedAudit();
        var result = setup.Run(audit);
        var ledger = new AuditLedger(setup.Options.InitialCash);
        var prices = new double[setup.Series.Count];
        var next = 0;
        Assert.Equal(result.Times.Length, result.Curve.Length);
        for (var i = 0; i < result.Times.Length; i++)
        {
            var time = result.Times.Span[i];
            for (; next < audit.Records.Count && audit.Records[next].Time <= time; next++)
            {
                ledger.Write(audit.Records[next]);
            }

            for (var symbol = 0; symbol < prices.Length; symbol++)
            {
                var series = setup.Series[symbol];
                var row = (int)((time - PortfolioRun.Start) / series.TimeFrame.Milliseconds) - 1;
                prices[symbol] = series.Close[row];
            }

            Assert.Equal(ledger.Equity(prices), result.Curve.Equity.Span[i], 1e-7);
        }

        Assert.Equal(audit.Records.Count, next);
        Assert.Equal(ledger.Cash, result.FinalCash);
        Assert.Equal(result.Trades.Count, ledger.Trades);
        Assert.Equal(3, result.Trades.Select(t => t.Strategy).Distinct().Count());
        Assert.Equal(3, result.Trades.Select(t => t.Symbol).Distinct().Count());
        Assert.Equal(setup.Options.InitialCash + result.Trades.Sum(t => t.Profit), result.FinalCash);
        Assert.Equal(result.OrderHash, setup.Run(null).OrderHash);
    }

    [Fact]
    public void Run_AloneOrTogether_AStrategyThatIsNotCutTradesTheSameBars()
    {
        // Limits out of the way, and sizes of a ten-thousandth of equity: what strategy 0 does does not depend on who else trades.
        var together = PortfolioRun.Portfolio(2, tiny: true).Run(null).Trades.Where(t => t.Strategy == 0).Select(t => (t.Symbol, t.EntryTime, t.ExitTime, t.Side, t.Reason));
        var alone = PortfolioRun.Portfolio(2, tiny: true, only: 0).Run(null).Trades.Select(t => (t.Symbol, t.EntryTime, t.ExitTime, t.Side, t.Reason));
        Assert.Equal(alone, together);
        Assert.NotEmpty(alone);
    }

    private static ReadOnlySpan<byte> State(TradingEngine engine)
    {
        var bytes = new ArrayBufferWriter<byte>();
        engine.WriteState(bytes);
        return bytes.WrittenSpan;
    }
}
