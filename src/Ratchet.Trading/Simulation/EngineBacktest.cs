using Ratchet.Market.Bars;
using Ratchet.Numerics.Windows;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Simulation;

/// <summary>Runs the engine over recorded bars, as fast as it goes. A bar's event has the time of its close; what is open at the end is closed at the last price.</summary>
public static class EngineBacktest
{
    private static Command End { get; } = new(CommandKind.EndOfData, "backtest", "the data ends");

    /// <summary>
    /// Runs strategies over the bars of all symbols in the order of their closes, through the same session as replay and paper. At equal closes the order is that
    /// of the instruments; finer bars come before the bar that they are part of.
    /// </summary>
    /// <param name="options">The engine's options.</param>
    /// <param name="series">The bars: of each instrument those of its time frame, and finer ones where they decide.</param>
    /// <param name="strategies">Who decides, in the order of the options.</param>
    /// <param name="adviser">The adaptive layer; null for none.</param>
    /// <param name="audit">Receives the audit records too; null for nobody.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    /// <exception cref="ArgumentException">An option is wrong, an instrument has no bars, or bars fit no instrument.</exception>
    public static EngineResult Run(
        EngineOptions options,
        IReadOnlyList<BarSeries> series,
        IReadOnlyList<ITradingStrategy> strategies,
        ITradeAdviser? adviser,
        IAuditSink? audit,
        CancellationToken cancellationToken)
    {
        var engine = new TradingEngine(options);
        var ledger = new BacktestLedger(audit);
        var session = new TradingSession(engine, strategies, adviser, ledger, 0);
        var curve = new CurveRecorder(series.Count == 0 ? 0 : series.Max(s => s.Count));
        var merge = new BarMerge(options, series);
        var time = 0L;
        while (merge.Next(out var item))
        {
            cancellationToken.ThrowIfCancellationRequested();
            time = item.Close;
            session.BarClosed(time, item.Symbol, item.Bar, item.Fine);
            if (!item.Fine)
            {
                curve.Add(time, engine);
            }
        }

        session.Commanded(time, -1, End);
        session.Commit();
        curve.Add(time, engine);
        return Result(options, engine, ledger, curve);
    }

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
        for (var row = range.Start; row < range.End; row++)
        {
            var bar = series[row];
            var time = bar.OpenTime + frame;
            Send(engine, ledger, TradingEvent.OfBar(sequence++, time, 0, bar));
            Send(engine, ledger, TradingEvent.OfSignal(sequence++, time, 0, Row(signals, row, bar.Close)));
            if (row == range.End - 1)
            {
                Send(engine, ledger, TradingEvent.Of(sequence++, time, -1, End));
            }

            curve.Add(time, engine);
        }

        return Result(options, engine, ledger, curve);
    }

    private static void Send(TradingEngine engine, BacktestLedger ledger, in TradingEvent e)
    {
        ledger.Append(e);
        engine.Process(e, ledger);
    }

    private static EngineResult Result(EngineOptions options, TradingEngine engine, BacktestLedger ledger, CurveRecorder curve) => new()
    {
        Trades = ledger.Trades,
        Curve = curve.Curve(options.InitialCash, options.Instruments.Max(i => i.Frame.BarsPerYear)),
        Times = curve.Times,
        Refusals = ledger.Refusals,
        OrderHash = ledger.OrderHash,
        FinalCash = engine.Cash,
        Orders = ledger.Orders,
        Fills = ledger.Fills,
        Events = ledger.Events,
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
