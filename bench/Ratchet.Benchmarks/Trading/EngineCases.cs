using Ratchet.Benchmarks.Cases;
using Ratchet.Benchmarks.Measurement;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Simulation;

namespace Ratchet.Benchmarks.Trading;

/// <summary>P14: the search kernel over the peers' million bars. P15: the engine over the same, and a run of a million trades.</summary>
internal static class EngineCases
{
    private const int Runs = 25;
    private const double Mega = 1e6;

    public static CaseResult Kernel(BenchmarkContext context)
    {
        var data = new TradedBars(context, 0.06);
        var options = KernelModel.ToSimulation(data.Options());
        var buffers = new SimulationBuffers();
        var spread = Spread.OfSeconds(() => SignalBacktest.Run(data.Market, data.Signals, new(0, TradedBars.Bars), options, buffers), Runs).Map(s => s * 1000);
        return new(spread, [new("trades", buffers.TradeCount), new("final_equity", buffers.Equity.Span[^1])]);
    }

    public static CaseResult Engine(BenchmarkContext context)
    {
        var data = new TradedBars(context, 0.06);
        var options = data.Options();
        EngineResult? result = null;
        var spread = Spread.OfSeconds(() => result = EngineBacktest.Run(options, data.Series, data.Signals, new(0, TradedBars.Bars), null), 7)
            .Map(s => TradedBars.Bars / Mega / s);
        var quiet = Spread.OfSeconds(() => Quiet(data, options), 7);
        var many = MillionTrades(data);
        return new(
            spread,
            [
                new("trades", result!.Trades.Count),
                new("orders", result.Orders),
                new("fills", result.Fills),
                new("final_cash", (double)result.FinalCash),
                new("quiet_bar_ns", quiet.Cpu / TradedBars.Bars * 1e9),
                .. many,
            ]);
    }

    // Bars and signals without a side: what an idle engine costs.
    private static void Quiet(TradedBars data, EngineOptions options)
    {
        var engine = new TradingEngine(options);
        var nobody = new NullJournal();
        var sequence = 0L;
        Signal signal = new(0, 0, 0.5, 1, 1, double.NaN, 1, 0, double.NaN, MarketContext.Unknown);
        for (var row = 0; row < TradedBars.Bars; row++)
        {
            var bar = data.Series[row];
            var time = bar.OpenTime + 60_000;
            engine.Process(TradingEvent.OfBar(sequence++, time, 0, bar), nobody);
            engine.Process(TradingEvent.OfSignal(sequence++, time, 0, signal), nobody);
        }
    }

    // A signal at every bar and a horizon of one: a trade every two bars. Does the last tenth cost what the first did, and does memory grow?
    private static KeyValuePair<string, double>[] MillionTrades(TradedBars data)
    {
        const int Tenths = 10;
        const int PerTenth = 210_000;

        // So little is risked, for free, that no drawdown ends the run.
        var engine = new TradingEngine(data.Options(horizon: 1) with { Sizing = new() { RiskPerTrade = 1e-6 }, Venue = new() { TakerFee = 0, SlippageBps = 0 } });
        var counter = new TradeCounter();
        var seconds = new double[Tenths];
        var (sequence, bars) = (0L, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var tenth = 0; tenth < Tenths; tenth++)
        {
            var start = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < PerTenth; i++, bars++)
            {
                var row = (int)(bars % TradedBars.Bars);
                var bar = data.Series[row] with { OpenTime = data.Series.OpenTime[0] + (bars * 60_000) };
                var signals = data.Signals;
                Signal signal = new(0, (sbyte)((bars & 2) - 1), 0.9, 1, 1, double.NaN, signals.Distance[row], 0, double.NaN, MarketContext.Unknown);
                engine.Process(TradingEvent.OfBar(sequence++, bar.OpenTime + 60_000, 0, bar), counter);
                engine.Process(TradingEvent.OfSignal(sequence++, bar.OpenTime + 60_000, 0, signal), counter);
            }

            seconds[tenth] = (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(engine);
        return
        [
            new("million_run_trades", counter.Trades),
            new("million_run_cpu_s", seconds.Sum()),
            new("million_run_cpu_second_tenth_s", seconds[1]),
            new("million_run_last_tenth_cpu_s", seconds[^1]),
            new("million_run_kept_kb", (after - before) / 1e3),
        ];
    }

    private sealed class TradeCounter : IAuditSink
    {
        public long Trades { get; private set; }

        public void Write(in AuditRecord record) => Trades += record.Kind == AuditKind.PositionClosed ? 1 : 0;
    }
}
