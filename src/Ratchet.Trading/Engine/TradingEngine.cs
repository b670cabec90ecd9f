using System.Buffers;
using System.Globalization;
using Ratchet.Market.Bars;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Engine;

/// <summary>
/// The engine of backtest, replay and paper: an event in, audit records out, over a state that can be written as bytes. The same options and the same events give
/// the same records and the same state. What fills when is told in docs/engine.md. One thread at a time; memory does not grow with events or trades.
/// </summary>
public sealed class TradingEngine
{
    private readonly EngineCore core;
    private readonly EventChecks checks;
    private readonly PriceDesk prices;
    private readonly SignalDesk signals;
    private readonly CommandDesk commands;
    private readonly FundingDesk funding;
    private readonly ReportDesk reports;

    /// <summary>Makes an engine that has seen nothing.</summary>
    /// <param name="options">What is traded, by whom, under which limits.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public TradingEngine(EngineOptions options)
    {
        options.Validate();
        Options = options;
        core = new(options);
        var orders = new OrderDesk(core);
        var closes = new CloseDesk(core, orders);
        var exits = new ExitDesk(core, orders, closes);
        var entries = new EntryFills(core, orders, new(core, orders));
        checks = new(core);
        prices = new(core, orders, exits, entries, new(core, orders, closes), new(core));
        signals = new(core, new(core, orders), exits);
        commands = new(core, orders, exits);
        funding = new(core);
        reports = new(core, orders, entries, closes, exits);
    }

    /// <summary>The options, fixed for the engine's life.</summary>
    public EngineOptions Options { get; }

    /// <summary>What may be done now.</summary>
    public TradingState State => core.Gate.State;

    /// <summary>The money: the start and everything that was realised, paid and received.</summary>
    public decimal Cash => core.Account.Cash;

    /// <summary>Cash and the unrealised result of open positions at the last prices.</summary>
    public double Equity => core.Equity;

    /// <summary>The absolute value of all open positions at the last prices, in money; working entries not counted.</summary>
    public double GrossValue
    {
        get
        {
            var gross = 0.0;
            foreach (var slot in core.Book.All)
            {
                gross += slot.Position.IsOpen ? (double)slot.Position.Remaining * core.Clocks[slot.Symbol].Price : 0;
            }

            return gross;
        }
    }

    /// <summary>How many events were refused.</summary>
    public long RefusedEvents => core.RefusedEvents;

    /// <summary>The identity that the next order gets.</summary>
    public long NextOrder => core.NextOrder;

    /// <summary>The open positions, symbol by symbol and within it by strategy: a snapshot, made at every call.</summary>
    public IReadOnlyList<OpenPositionView> Positions => [.. core.Book.All.ToArray().Where(s => s.Position.IsOpen).Select(View)];

    /// <summary>How many decision bars of a symbol closed.</summary>
    /// <param name="symbol">The symbol's place in the options.</param>
    public long Bars(int symbol) => core.Clocks[symbol].Bars;

    /// <summary>
    /// Takes one event. Data is never thrown at: an event that cannot be true is refused, with the field and its range, and changes nothing but
    /// <see cref="RefusedEvents"/>. Nothing is allocated for a bar on which nothing happens.
    /// </summary>
    /// <param name="e">The event.</param>
    /// <param name="audit">Receives what was done and refused, in order.</param>
    public void Process(in TradingEvent e, IAuditSink audit)
    {
        ArgumentNullException.ThrowIfNull(audit);
        core.Begin(e.Sequence, e.Time, audit);
        if (checks.Accept(e))
        {
            core.LastTime = e.Time;
            core.DataTime = e.Time;
            core.Gate.TimePassed(core.Moment, audit);
            Dispatch(e, audit);
            commands.FollowState();
        }

        core.End();
    }

    /// <summary>Writes the state: equal states give equal bytes. The last eight bytes are a checksum.</summary>
    /// <param name="output">Where the bytes go.</param>
    public void WriteState(IBufferWriter<byte> output) => EngineState.Write(core, output);

    /// <summary>Makes an engine that goes on from a written state.</summary>
    /// <param name="options">The options that the state was written under.</param>
    /// <param name="state">The bytes.</param>
    /// <param name="otherOptions">Whether the state may have been written under other rules, limits, venue or sizing, which then go on with these. Default false.</param>
    /// <exception cref="InvalidDataException">The bytes are damaged, no state, or belong to other instruments, strategies or options.</exception>
    public static TradingEngine ReadState(EngineOptions options, ReadOnlySpan<byte> state, bool otherOptions = false)
    {
        var engine = new TradingEngine(options);
        EngineState.Read(engine.core, state, otherOptions);
        return engine;
    }

    private void Dispatch(in TradingEvent e, IAuditSink audit)
    {
        var (moment, gate) = (core.Moment, core.Gate);
        switch (e.Kind)
        {
            case EventKind.Bar:
                OnBar(e, audit);
                break;
            case EventKind.FineBar or EventKind.Tick:
                OnFine(e, audit);
                break;
            case EventKind.Signal:
                signals.Process(e.Symbol, e.Signal);
                break;
            case EventKind.Advice:
                var advice = (Advice)e.Detail!;
                core.Book.Slot(e.Symbol, advice.Strategy).Advice = advice;
                break;
            case EventKind.Command:
                commands.Process(e.Symbol, (Command)e.Detail!);
                break;
            case EventKind.Funding:
                funding.Pay(e.Symbol, e.FundingRate);
                gate.Marked(core.Equity, moment, audit);
                break;
            case EventKind.Report:
                reports.Process((VenueReport)e.Detail!);
                break;
            case EventKind.Feed:
                for (var symbol = Math.Max(e.Symbol, 0); symbol < (e.Symbol < 0 ? core.Clocks.Length : e.Symbol + 1); symbol++)
                {
                    gate.FeedChanged(symbol, (FeedChange)e.Detail!, moment, audit);
                }

                break;
            case EventKind.Readiness:
                for (var symbol = Math.Max(e.Symbol, 0); symbol < (e.Symbol < 0 ? core.Clocks.Length : e.Symbol + 1); symbol++)
                {
                    gate.ReadinessChanged(symbol, (Readiness)e.Detail!, moment, audit);
                }

                break;
            default:
                break;
        }
    }

    private void OnBar(in TradingEvent e, IAuditSink audit)
    {
        var (symbol, bar) = (e.Symbol, e.Bar);
        core.DataTime = bar.OpenTime + core.Frames[symbol];
        ref var clock = ref core.Clocks[symbol];
        if (core.Options.ExternalVenue)
        {
            prices.MoveStops(symbol, bar);
        }
        else if (!core.Options.Venue.FineBarsDecide)
        {
            prices.Fill(symbol, bar);
        }
        else if (clock.LastFine < bar.OpenTime)
        {
            WarnUncovered(symbol, clock, bar);
            prices.Fill(symbol, bar);
            clock.CoarseUntil = core.DataTime;
        }

        clock.Bars++;
        (clock.LastOpen, clock.LastClose, clock.Price, clock.LastBar) = (bar.OpenTime, core.DataTime, bar.Close, bar);
        core.Book.Mark(symbol, bar.Close);
        core.Gate.BarClosed(symbol, bar, core.Moment, audit);
        core.Gate.Marked(core.Equity, core.Moment, audit);
        commands.FollowState();
        prices.Close(symbol);
    }

    private void OnFine(in TradingEvent e, IAuditSink audit)
    {
        var (symbol, bar) = (e.Symbol, e.Bar);
        ref var clock = ref core.Clocks[symbol];
        clock.LastFine = bar.OpenTime;
        var outside = core.Options.ExternalVenue;
        if ((!outside && !core.Options.Venue.FineBarsDecide) || bar.OpenTime < (outside ? clock.LastClose : clock.CoarseUntil))
        {
            // Nobody asks for it, or a decision bar told of that time already.
            return;
        }

        if (!outside)
        {
            prices.Fill(symbol, bar);
        }

        (clock.Price, clock.LastBar) = (bar.Close, bar);
        core.Book.Mark(symbol, bar.Close);
        core.Gate.Marked(core.Equity, core.Moment, audit);
    }

    // Told at the first bar of a row of them.
    private void WarnUncovered(int symbol, in SymbolClock clock, in Bar bar)
    {
        if (clock.Bars > 0 && clock.CoarseUntil == clock.LastClose)
        {
            return;
        }

        core.Audit.Write(new()
        {
            Kind = AuditKind.Warning,
            Reason = AuditReason.FineBarsMissing,
            Event = core.Moment.Event,
            Time = core.Moment.Time,
            Symbol = symbol,
            Strategy = -1,
            Detail = string.Create(CultureInfo.InvariantCulture, $"no finer bar came of the bar that opened at {bar.OpenTime}; orders fill on bars of the decision time frame until one comes"),
        });
    }

    private OpenPositionView View(PositionSlot slot)
    {
        ref readonly var position = ref slot.Position;
        var price = core.Clocks[slot.Symbol].Price;
        return new(
            position.Id,
            slot.Symbol,
            slot.Strategy,
            position.Side,
            position.Remaining,
            position.EntryPrice,
            position.EntryTime,
            position.Stop,
            position.NextTarget < position.TargetCount ? position.Targets[position.NextTarget] : double.NaN,
            position.NextTarget,
            position.Liquidation > 0 ? position.Liquidation : double.NaN,
            position.Side * (price - position.EntryMark) * (double)position.Remaining,
            position.ExitOrder != 0);
    }
}
