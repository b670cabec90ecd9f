using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Risk;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Engine;

/// <summary>What the desks of an engine share: the state, and the event that is being processed.</summary>
internal sealed class EngineCore
{
    private string? optionsHash;

    public EngineCore(EngineOptions options)
    {
        Options = options;
        Gate = new(options.Limits, options.Instruments, options.Strategies.Count, options.InitialCash, venueCutsValue: !options.ExternalVenue);
        Book = new(options.Instruments.Count, options.Strategies.Count);
        Account = new(options.InitialCash);
        Fills = new(options.Venue);
        Scales = [.. options.Instruments.Select(i => new InstrumentScale(i))];
        Frames = [.. options.Instruments.Select(i => i.Frame.Milliseconds)];
        Delistings = [.. options.Instruments.Select(i => i.Delisted ?? long.MaxValue)];
        Clocks = new SymbolClock[options.Instruments.Count];
        Array.Fill(Clocks, new() { LastOpen = long.MinValue, LastClose = long.MinValue, LastFine = long.MinValue, CoarseUntil = long.MinValue });
    }

    public EngineOptions Options { get; }

    public string OptionsHash => optionsHash ??= Options.ContentHash();

    public RiskGate Gate { get; }

    public PositionBook Book { get; }

    public Account Account { get; }

    public FillRules Fills { get; }

    public InstrumentScale[] Scales { get; }

    /// <summary>The length of each symbol's decision bars, in milliseconds.</summary>
    public long[] Frames { get; }

    /// <summary>The first moment after each symbol's trading.</summary>
    public long[] Delistings { get; }

    public SymbolClock[] Clocks { get; }

    public long NextOrder { get; set; } = 1;

    public long LastTime { get; set; } = long.MinValue;

    public long RefusedEvents { get; set; }

    public long LastReport { get; set; } = long.MinValue;

    public TradingState SeenState { get; set; }

    public bool SeenFlatten { get; set; }

    public IAuditSink Audit { get; private set; } = NoAudit.Instance;

    public Moment Moment { get; private set; }

    /// <summary>Up to when the data that is being decided on reaches.</summary>
    public long DataTime { get; set; }

    public double Equity => Account.CashMark + Book.Unrealised();

    public void Begin(long sequence, long time, IAuditSink audit)
    {
        Moment = new(sequence, time);
        Audit = audit;
    }

    /// <summary>Ends the event: the caller's sink is not held beyond it.</summary>
    public void End() => Audit = NoAudit.Instance;

    /// <summary>Whether the symbol's last bar closed for the last time before it leaves the market, or after: the next one would close too late.</summary>
    public bool Leaves(int symbol) => Clocks[symbol].LastClose > Delistings[symbol] - Frames[symbol];

    /// <summary>
    /// Orders decided now fill on bars that open then or later: not before the data of the decision ended, and not more than one bar before the event, so that a bar
    /// that came late gives no price of the past.
    /// </summary>
    public long Earliest(int symbol) => Math.Max(DataTime, Moment.Time - Frames[symbol]);

    public long TakeOrderId() => NextOrder++;

    /// <summary>A record about a slot, with the event's number and time.</summary>
    public AuditRecord About(AuditKind kind, AuditReason reason, PositionSlot slot) => new()
    {
        Kind = kind,
        Reason = reason,
        Event = Moment.Event,
        Time = Moment.Time,
        Symbol = slot.Symbol,
        Strategy = slot.Strategy,
    };

    /// <summary>Refuses the event: counted, told, nothing else changes.</summary>
    public void Refuse(int symbol, int strategy, AuditReason reason, string text)
    {
        RefusedEvents++;
        Audit.Write(new()
        {
            Kind = AuditKind.EventRefused,
            Reason = reason,
            Event = Moment.Event,
            Time = Moment.Time,
            Symbol = symbol,
            Strategy = strategy,
            Detail = text,
        });
    }
}
