using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Simulation;

/// <summary>Runs the engine over recorded bars, as fast as it goes. A bar's event has the time of its close; what is open at the end is closed at the last price.</summary>
public static class EngineBacktest
{
    /// <summary>
    /// Runs signals that are there already, as the search kernel takes them: one instrument and one strategy. With options that
    /// <see cref="KernelModel.Refusals"/> finds nothing in, the trades are those of <see cref="SignalBacktest"/>.
    /// </summary>
    /// <param name="options">The engine's options, with one instrument and one strategy.</param>
    /// <param name="series">The bars; the symbol is the instrument's.</param>
    /// <param name="signals">The signals, one element a bar of the series.</param>
    /// <param name="range">The bars that are run; the others are not read.</param>
    /// <param name="audit">Receives the audit records too; null for nobody.</param>
    /// <exception cref="ArgumentException">An option, a length, the range or the symbol is wrong.</exception>
    public static EngineResult Run(EngineOptions options, BarSeries series, in SignalColumns signals, IndexRange range, IAuditSink? audit)
    {
        if (options.Instruments.Count != 1 || options.Strategies.Count != 1)
        {
            throw new ArgumentException(
                $"Signals in columns are for one instrument and one strategy; there are {options.Instruments.Count} and {options.Strategies.Count}.", nameof(options));
        }

        var instrument = options.Instruments[0];
        if (series.Symbol != instrument.Symbol || series.TimeFrame != instrument.Frame)
        {
            throw new ArgumentException($"The bars are {series.Symbol} {series.TimeFrame}; the instrument is {instrument.Symbol} {instrument.Frame}.", nameof(series));
        }

        SimulationInput.Check(signals, series.Count);
        SimulationInput.Check(new MarketColumns { Open = series.Open, High = series.High, Low = series.Low, Close = series.Close }, range);
        var engine = new TradingEngine(options);
        var ledger = new BacktestLedger(audit);
        var curve = new CurveRecorder(range.Length);
        var frame = instrument.Frame.Milliseconds;
        var sequence = 0L;
        var time = 0L;
        for (var row = range.Start; row < range.End; row++)
        {
            var bar = series[row];
            time = bar.OpenTime + frame;
            engine.Process(TradingEvent.OfBar(sequence++, time, 0, bar), ledger);
            engine.Process(TradingEvent.OfSignal(sequence++, time, 0, Row(signals, row, bar.Close)), ledger);
            if (row == range.End - 1)
            {
                engine.Process(TradingEvent.Of(sequence++, time, -1, new Command(CommandKind.EndOfData, "backtest", "the data ends")), ledger);
            }

            curve.Add(time, engine);
        }

        return Result(options, engine, ledger, curve, sequence);
    }

    private static EngineResult Result(EngineOptions options, TradingEngine engine, BacktestLedger ledger, CurveRecorder curve, long events) => new()
    {
        Trades = ledger.Trades,
        Curve = curve.Curve(options.InitialCash, options.Instruments.Max(i => i.Frame.BarsPerYear)),
        Times = curve.Times,
        Refusals = ledger.Refusals,
        OrderHash = ledger.OrderHash,
        FinalCash = engine.Cash,
        Orders = ledger.Orders,
        Fills = ledger.Fills,
        Events = events,
    };

    // Columns that are left out filter nothing.
    private static Signal Row(in SignalColumns signals, int row, double close) => new(
        0,
        signals.Side[row],
        signals.Confidence[row],
        signals.Momentum.IsEmpty ? double.MaxValue : signals.Momentum[row],
        signals.Size.IsEmpty ? 1 : signals.Size[row],
        signals.ExitProbability.IsEmpty ? double.NaN : signals.ExitProbability[row],
        signals.Distance[row],
        0,
        double.NaN,
        MarketContext.Unknown with { Price = close });
}
