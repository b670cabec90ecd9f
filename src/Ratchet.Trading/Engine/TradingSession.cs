using System.Buffers;
using System.Globalization;
using Ratchet.Market.Bars;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;

namespace Ratchet.Trading.Engine;

/// <summary>
/// The one way from inputs to events to the engine to the journal, under backtest, replay and paper alike. Every event is appended to the journal before it is
/// processed, every audit record as it comes; nothing is published before <see cref="Commit"/> made it durable. Synchronous, for one thread.
/// </summary>
/// <remarks>
/// <para>A closed bar goes: event to the engine; entries that it filled or ended to the adviser, trades that it closed to their strategy and to the adviser; the bar to
/// the adviser; then for each strategy in order: its signal, shown to the adviser, the adviser's advice where the signal has a side, the advice's event, the signal's event.</para>
/// <para>Bars that are not later than the last of their symbol and kind become <see cref="FeedChange"/> events, duplicate or late, and go no further. A bar that the
/// engine refuses is shown to nobody. A time before the session's is raised to it, and reported once: the session's time never goes back.</para>
/// <para>When an input ends in an exception, which only a strategy's or the engine's programming error can cause, the session takes nothing more and commits nothing more: what was
/// appended since the last commit is lost with it, and a restart recovers from the journal.</para>
/// </remarks>
public sealed class TradingSession
{
    private readonly IReadOnlyList<ITradingStrategy> strategies;
    private readonly AdviserGuard adviser;
    private readonly IJournal journal;
    private readonly SessionDoor door;
    private readonly SessionAudit audit;
    private readonly ArrayBufferWriter<byte> stateBytes = new();
    private long stateAt;
    private bool broken;
    private bool behind;

    /// <summary>Begins a session.</summary>
    /// <param name="engine">The engine, fresh; <see cref="SessionRecovery"/> makes sessions that go on.</param>
    /// <param name="strategies">Who decides, in the order of the engine's options; empty where signals are not wanted.</param>
    /// <param name="adviser">The adaptive layer, or null.</param>
    /// <param name="journal">Where everything is recorded.</param>
    /// <param name="nextSequence">The number of the first event, from 0.</param>
    /// <exception cref="ArgumentException">There are more strategies than the engine's options know, or one has another name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public TradingSession(TradingEngine engine, IReadOnlyList<ITradingStrategy> strategies, ITradeAdviser? adviser, IJournal journal, long nextSequence)
        : this(engine, strategies, adviser, journal, nextSequence, new(Require(engine).Options.Instruments.Count))
    {
    }

    internal TradingSession(
        TradingEngine engine, IReadOnlyList<ITradingStrategy> strategies, ITradeAdviser? adviser, IJournal journal, long nextSequence, SessionDoor door)
    {
        ArgumentNullException.ThrowIfNull(strategies);
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentOutOfRangeException.ThrowIfNegative(nextSequence);
        RequireNames(engine.Options, strategies);
        Engine = engine;
        this.strategies = strategies;
        this.adviser = new(adviser, AdviserFailed);
        this.journal = journal;
        this.door = door;
        audit = new(journal);
        NextSequence = nextSequence;
        stateAt = nextSequence;
    }

    /// <summary>The engine. To be looked at; what changes it goes through the session.</summary>
    public TradingEngine Engine { get; }

    /// <summary>The number of the next event.</summary>
    public long NextSequence { get; private set; }

    /// <summary>The session's time: the latest that was given; <see cref="long.MinValue"/> before the first input.</summary>
    public long Time => door.Time;

    /// <summary>How many inputs the session has taken since it began, restarts included: each call made one, whatever came of it. A source that is replayed goes on with this one.</summary>
    public long Inputs => door.Inputs;

    /// <summary>How many bars came again.</summary>
    public long Duplicates => door.Duplicates;

    /// <summary>How many bars came after a later one.</summary>
    public long Late => door.Late;

    /// <summary>Whether a commit failed and has to be called again before the session takes another input. Nothing of its group has acted.</summary>
    public bool CommitOwed { get; private set; }

    /// <summary>Gets the audit records once they are durable: screens, alerts, venues outside. Null for nobody.</summary>
    public IAuditSink? Published
    {
        get => audit.Published;
        set => audit.Published = value;
    }

    /// <summary>After how many events a commit also records the engine's state, from which a restart begins; 0 is never. Default 0.</summary>
    public long StateInterval { get; set; }

    /// <summary>The open time of the last bar that was taken, in milliseconds since 1970-01-01 UTC; <see cref="long.MinValue"/> where there was none.</summary>
    /// <param name="symbol">The symbol's place in the options.</param>
    /// <param name="fine">Whether finer bars are meant.</param>
    public long LastOpenTime(int symbol, bool fine = false) => door.LastOpenTime(symbol, fine);

    /// <summary>Takes a closed bar, and asks the strategies unless it is a finer one.</summary>
    /// <param name="time">What the clock shows, in milliseconds since 1970-01-01 UTC; the bar's close time or later.</param>
    /// <param name="symbol">The symbol's place in the options.</param>
    /// <param name="bar">The bar.</param>
    /// <param name="fine">Whether it is finer than the bars that are decided on.</param>
    public void BarClosed(long time, int symbol, in Bar bar, bool fine = false)
    {
        time = Begin(time);
        if (door.Fault(symbol, bar.OpenTime, fine) is { } fault)
        {
            var why = string.Create(CultureInfo.InvariantCulture, $"the bar that opened at {bar.OpenTime} came when the one of {door.LastOpenTime(symbol, fine)} was known");
            Send(TradingEvent.Of(NextSequence, time, symbol, new FeedChange(fault, why, 1)));
        }
        else if (Send(TradingEvent.OfBar(NextSequence, time, symbol, bar, fine)))
        {
            door.Took(symbol, bar.OpenTime, fine);
            if (!fine)
            {
                Decide(time, symbol, bar);
            }
        }

        broken = false;
    }

    /// <summary>Takes a trade of the market, on whose price resting orders fill.</summary>
    /// <param name="time">What the clock shows.</param>
    /// <param name="symbol">The symbol's place in the options.</param>
    /// <param name="price">The price.</param>
    /// <param name="quantity">How much was traded, in units of the base asset.</param>
    public void Traded(long time, int symbol, double price, double quantity)
    {
        time = Begin(time);
        Bar bar = new(time, price, price, price, price, quantity);
        Send(new TradingEvent { Sequence = NextSequence, Time = time, Kind = EventKind.Tick, Symbol = symbol, Bar = bar });
        broken = false;
    }

    /// <summary>Takes a change of a feed.</summary>
    /// <param name="time">What the clock shows.</param>
    /// <param name="symbol">The symbol's place in the options; -1 for all.</param>
    /// <param name="change">What changed.</param>
    public void FeedChanged(long time, int symbol, FeedChange change) => Take(time, symbol, change);

    /// <summary>Takes a wish of a person or a supervisor.</summary>
    /// <param name="time">What the clock shows.</param>
    /// <param name="symbol">The symbol's place in the options; -1 for all.</param>
    /// <param name="command">The wish.</param>
    public void Commanded(long time, int symbol, Command command) => Take(time, symbol, command);

    /// <summary>Takes what a strategy has of what it needs.</summary>
    /// <param name="time">What the clock shows.</param>
    /// <param name="symbol">The symbol's place in the options; -1 for all.</param>
    /// <param name="readiness">What is there.</param>
    public void ReadinessChanged(long time, int symbol, Readiness readiness) => Take(time, symbol, readiness);

    /// <summary>Takes a report of a venue outside.</summary>
    /// <param name="time">What the clock shows.</param>
    /// <param name="symbol">The symbol's place in the options.</param>
    /// <param name="report">The report.</param>
    public void Reported(long time, int symbol, VenueReport report) => Take(time, symbol, report);

    /// <summary>Takes funding that fell due.</summary>
    /// <param name="time">What the clock shows.</param>
    /// <param name="symbol">The symbol's place in the options.</param>
    /// <param name="rate">Longs pay this share of their value, shorts receive it.</param>
    public void Funding(long time, int symbol, double rate)
    {
        time = Begin(time);
        Send(TradingEvent.OfFunding(NextSequence, time, symbol, rate));
        broken = false;
    }

    /// <summary>Takes that time passed.</summary>
    /// <param name="time">What the clock shows.</param>
    public void TimePassed(long time)
    {
        time = Begin(time);
        Send(TradingEvent.OfTimer(NextSequence, time));
        broken = false;
    }

    /// <summary>Makes everything since the last commit durable, then publishes its audit records. After a failure it can be called again.</summary>
    /// <exception cref="JournalWriteException">The journal could not be written; <see cref="CommitOwed"/> is set and nothing was published.</exception>
    public void Commit()
    {
        RequireWhole();
        if (StateInterval > 0 && NextSequence - stateAt >= StateInterval)
        {
            stateBytes.ResetWrittenCount();
            Engine.WriteState(stateBytes);
            journal.AppendState(NextSequence, stateBytes.WrittenSpan);
            stateAt = NextSequence;
        }

        CommitOwed = true;
        journal.Commit();
        CommitOwed = false;
        audit.Publish();
    }

    private static TradingEngine Require(TradingEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return engine;
    }

    private static void RequireNames(EngineOptions options, IReadOnlyList<ITradingStrategy> strategies)
    {
        if (strategies.Count > options.Strategies.Count)
        {
            throw new ArgumentException($"There are {strategies.Count} strategies, but the options know {options.Strategies.Count}.", nameof(strategies));
        }

        for (var i = 0; i < strategies.Count; i++)
        {
            if (strategies[i].Name != options.Strategies[i].Name)
            {
                throw new ArgumentException($"Strategy {i} is named '{strategies[i].Name}', but '{options.Strategies[i].Name}' in the options.", nameof(strategies));
            }
        }
    }

    private void Take(long time, int symbol, object detail)
    {
        ArgumentNullException.ThrowIfNull(detail);
        time = Begin(time);
        Send(TradingEvent.Of(NextSequence, time, symbol, detail));
        broken = false;
    }

    private void Decide(long time, int symbol, in Bar bar)
    {
        adviser.BarClosed(time, symbol, bar);
        for (var s = 0; s < strategies.Count; s++)
        {
            strategies[s].Update(symbol, bar, s, out var signal);
            adviser.Signalled(time, symbol, signal);
            if (signal.Side != 0 && adviser.Advise(time, symbol, signal) is { } advice)
            {
                Send(TradingEvent.Of(NextSequence, time, symbol, advice));
            }

            Send(TradingEvent.OfSignal(NextSequence, time, symbol, signal));
        }
    }

    /// <summary>Appends and processes; false where the engine refused.</summary>
    private bool Send(in TradingEvent tradingEvent)
    {
        journal.Append(tradingEvent);
        door.Appended(tradingEvent);
        NextSequence++;
        audit.Begin(tradingEvent.Sequence);
        Engine.Process(tradingEvent, audit);
        foreach (var record in audit.Entries)
        {
            adviser.EntryChanged(tradingEvent.Time, record);
        }

        foreach (var trade in audit.Closed)
        {
            if (trade.Strategy < strategies.Count)
            {
                strategies[trade.Strategy].Closed(trade);
            }

            adviser.Closed(tradingEvent.Time, trade);
        }

        return !audit.Refused;
    }

    private long Begin(long time)
    {
        RequireWhole();
        if (CommitOwed)
        {
            throw new InvalidOperationException("The last commit failed; it must succeed before the session takes another input.");
        }

        broken = true;
        if (time >= door.Time)
        {
            behind = false;
            return time;
        }

        if (!behind)
        {
            behind = true;
            Warn(-1, AuditReason.ClockStepped, time, string.Create(CultureInfo.InvariantCulture, $"the clock went back by {door.Time - time} ms"));
        }

        return door.Time;
    }

    private void RequireWhole()
    {
        if (broken)
        {
            throw new InvalidOperationException("An input of the session ended in an exception, or has not ended; the session has to be recovered from its journal.");
        }
    }

    private void AdviserFailed(int symbol, string subject, Exception exception) =>
        Warn(symbol, AuditReason.AdviserFailed, 0, $"the adviser failed at {subject}: {exception.GetType().Name}: {exception.Message}");

    private void Warn(int symbol, AuditReason reason, double value, string text) =>
        audit.Write(new()
        {
            Kind = AuditKind.Warning,
            Reason = reason,
            Event = NextSequence - 1,
            Time = door.Time,
            Symbol = symbol,
            Strategy = -1,
            Value = value,
            Detail = text,
        });
}
