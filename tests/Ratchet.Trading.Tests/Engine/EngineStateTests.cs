using System.Buffers;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Tests.Engine;

public sealed class EngineStateTests
{
    [Fact]
    public void ReadState_AfterEveryEventOfRandomRuns_GoesOnTheSame()
    {
        var (trades, restarts) = (0, 0);
        var kinds = new HashSet<AuditKind>();
        for (var seed = 0UL; seed < 40; seed++)
        {
            var session = new RandomSession(seed, 120);
            var (whole, broken) = (new List<AuditRecord>(), new List<AuditRecord>());
            var engine = new TradingEngine(session.Options);
            var restarted = new TradingEngine(session.Options);
            foreach (var e in session.Events)
            {
                engine.Process(e, new Sink(whole));
                restarted.Process(e, new Sink(broken));
                var state = State(restarted);
                restarted = TradingEngine.ReadState(session.Options, state);
                Assert.Equal(state, State(restarted));
                restarts++;
            }

            Assert.Equal(State(engine), State(restarted));
            Assert.Equal(whole.Count, broken.Count);
            for (var i = 0; i < whole.Count; i++)
            {
                // Details are objects of their own in both runs; trades and orders compare by value but for their plan.
                Assert.Equal(whole[i] with { Detail = null }, broken[i] with { Detail = null });
                kinds.Add(whole[i].Kind);
            }

            trades += whole.Count(r => r.Kind == AuditKind.PositionClosed);
        }

        Assert.True(trades > 500, $"{trades} trades");
        Assert.True(restarts > 40_000, $"{restarts} restarts");
        Assert.Superset(
            new HashSet<AuditKind>([AuditKind.Considered, AuditKind.Accepted, AuditKind.RiskRefused, AuditKind.OrderPlaced, AuditKind.OrderCancelled, AuditKind.OrderFilled, AuditKind.StopMoved, AuditKind.PositionClosed, AuditKind.Funding, AuditKind.StateChanged, AuditKind.EventRefused]),
            kinds);
    }

    [Fact]
    public void Process_RandomRuns_MoneyAddsUpAndOrdersEnd()
    {
        for (var seed = 100UL; seed < 160; seed++)
        {
            var session = new RandomSession(seed, 150);
            var records = new List<AuditRecord>();
            var engine = new TradingEngine(session.Options);
            foreach (var e in session.Events)
            {
                engine.Process(e, new Sink(records));
            }

            var trades = records.Where(r => r.Kind == AuditKind.PositionClosed).Select(r => (Portfolio.TradeRecord)r.Detail!).ToList();
            Assert.Empty(engine.Positions);
            Assert.Equal(session.Options.InitialCash + trades.Sum(t => t.Profit), engine.Cash);
            Assert.Equal((double)engine.Cash, engine.Equity);
            Assert.Equal(records.Where(r => r.Kind == AuditKind.OrderFilled).Sum(r => r.Amount), trades.Sum(t => t.Fees));
            Assert.Equal(records.Where(r => r.Kind == AuditKind.Funding).Sum(r => r.Amount), trades.Sum(t => t.Funding));

            // Every order that was placed was filled in full or cancelled, once; identities rise by one and none is used twice.
            var placed = records.Where(r => r.Kind == AuditKind.OrderPlaced).Select(r => r.Order).ToList();
            Assert.Equal(placed.Count, placed.Distinct().Count());
            var ended = records.Where(r => r.Kind is AuditKind.OrderFilled or AuditKind.OrderCancelled).Select(r => r.Order).ToHashSet();
            Assert.All(placed, id => Assert.Contains(id, ended));
            foreach (var trade in trades)
            {
                var fills = records.Where(r => r.Kind == AuditKind.OrderFilled && r.Position == trade.Position).ToList();
                Assert.Equal(trade.Quantity, fills.Where(f => f.Side == trade.Side).Sum(f => f.Quantity));
                Assert.Equal(trade.Quantity, fills.Where(f => f.Side != trade.Side).Sum(f => f.Quantity));
            }
        }
    }

    [Fact]
    public void ReadState_ForeignOrDamaged_Throws()
    {
        var session = new RandomSession(3, 30);
        var engine = new TradingEngine(session.Options);
        foreach (var e in session.Events)
        {
            engine.Process(e, new Sink([]));
        }

        var state = State(engine);
        for (var i = 0; i < state.Length; i += 7)
        {
            var damaged = state.ToArray();
            damaged[i] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => TradingEngine.ReadState(session.Options, damaged));
        }

        for (var length = 0; length < state.Length; length += 11)
        {
            Assert.Throws<InvalidDataException>(() => TradingEngine.ReadState(session.Options, state.AsSpan(0, length)));
        }

        var error = Assert.Throws<InvalidDataException>(() => TradingEngine.ReadState(Scenario.Plain, state));
        Assert.Contains("BTC/USDT@1h", error.Message, StringComparison.Ordinal);
    }

    private static byte[] State(TradingEngine engine)
    {
        var buffer = new ArrayBufferWriter<byte>();
        engine.WriteState(buffer);
        return buffer.WrittenSpan.ToArray();
    }

    private sealed class Sink(List<AuditRecord> records) : IAuditSink
    {
        public void Write(in AuditRecord record) => records.Add(record);
    }
}
