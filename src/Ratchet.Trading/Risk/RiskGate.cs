using Ratchet.Market.Bars;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Trading.Risk;

/// <summary>
/// The only way from an order that is wanted to an order that is approved. It knows hard limits, breakers and states; its limits cannot change, and it hears of
/// the world by facts alone: bars, marks, fills, closed trades, time, and a person's commands. Every limit is described in docs/risk.md.
/// </summary>
/// <remarks>
/// Review is monotone: it approves what was asked for or less. Exits pass in every state, cut to the position. Values are bounded by
/// <see cref="OrderRequest.MaximumValue"/>, which the venue keeps at the fill, because the price of the fill is not known at the approval; where the venue is
/// an exchange that knows no such bound, the quantity is cut at the reviewed price as well. Cost of a bar that trips nothing: constant, without allocation, plus
/// one step for each other symbol.
/// </remarks>
public sealed class RiskGate
{
    private const byte Format = 1;

    private static readonly Seal TheSeal = new();

    private readonly InstrumentRules[] instruments;
    private readonly double[] margins;
    private readonly RiskLimits limits;
    private readonly int strategies;
    private readonly bool venueCutsValue;
    private readonly AccountBreakers account;
    private readonly SymbolBreakers symbols;
    private readonly ReadinessGate readiness;
    private readonly ReturnCorrelation correlation;
    private long deadline = long.MinValue;

    /// <summary>Makes a gate that has seen nothing.</summary>
    /// <param name="limits">The hard limits.</param>
    /// <param name="instruments">What can be traded, in the order of the options.</param>
    /// <param name="strategies">How many strategies trade, at least 1.</param>
    /// <param name="initialCash">Money at the start, above 0.</param>
    /// <param name="venueCutsValue">Whether the venue keeps <see cref="OrderRequest.MaximumValue"/> at the fill; false for an exchange.</param>
    /// <exception cref="ArgumentException">There is no instrument.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A limit, the number of strategies or the money is outside its range.</exception>
    public RiskGate(RiskLimits limits, IReadOnlyList<InstrumentRules> instruments, int strategies, decimal initialCash, bool venueCutsValue = true)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(instruments);
        ArgumentOutOfRangeException.ThrowIfLessThan(strategies, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(initialCash);
        if (instruments.Count == 0)
        {
            throw new ArgumentException("A risk gate needs at least one instrument.", nameof(instruments));
        }

        limits.Validate();
        this.limits = limits;
        this.instruments = [.. instruments];
        this.strategies = strategies;
        this.venueCutsValue = venueCutsValue;
        margins = [.. instruments.Select(i => (double)(1 / i.Leverage))];
        account = new(limits, (double)initialCash);
        symbols = new(limits, instruments);
        readiness = new(limits, instruments.Count, strategies);
        correlation = new(instruments);
    }

    /// <summary>What may be done now.</summary>
    public TradingState State { get; private set; }

    /// <summary>Whether every position must be closed at the next price.</summary>
    public bool MustFlatten => State == TradingState.Halted;

    /// <summary>What sizes are multiplied by: 1, or 0.5 from the first drawdown threshold on. <see cref="Review"/> applies it; callers do not.</summary>
    public double SizeFactor => account.Halves ? 0.5 : 1;

    /// <summary>Approves an order, perhaps for less, or refuses it.</summary>
    /// <param name="request">What is wanted. Orders that are not entries, or are reduce-only, are exits.</param>
    /// <param name="exposure">The money and the positions as they are.</param>
    /// <param name="moment">Now.</param>
    /// <param name="audit">Takes a <see cref="AuditKind.RiskRefused"/> when the order is refused or cut.</param>
    /// <param name="verdict">What bound, its numbers and the quantity that is allowed.</param>
    /// <returns>The approved order, or null when it is refused.</returns>
    /// <exception cref="ArgumentException">The request or the view does not fit the options that the gate was made with.</exception>
    public ApprovedOrder? Review(OrderRequest request, in ExposureView exposure, Moment moment, IAuditSink audit, out RiskVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(audit);
        Demand(request, exposure);
        TimePassed(moment, audit);
        var approved = request.ReduceOnly || request.Purpose != OrderPurpose.Entry
            ? OrderBounds.Exit(request, exposure.PositionQuantity, out verdict)
            : Blocked(request, moment, out verdict) ? null
            : OrderBounds.Entry(request, exposure, Terms(request.Symbol), out verdict);
        if (verdict.Binding != AuditReason.None)
        {
            audit.Write(new()
            {
                Kind = AuditKind.RiskRefused,
                Reason = verdict.Binding,
                Event = moment.Event,
                Time = moment.Time,
                Symbol = request.Symbol,
                Strategy = request.Strategy,
                Order = request.Id,
                Side = request.Side,
                Quantity = verdict.Quantity,
                Price = OrderBoundary.Floor(exposure.Price),
                Value = verdict.Value,
                Limit = verdict.Limit,
            });
        }

        return approved is null ? null : new(approved, new Stamp(TheSeal));
    }

    /// <summary>Takes a closed bar: volatility, gaps, staleness, clock skew, correlation.</summary>
    /// <param name="symbol">Which symbol.</param>
    /// <param name="bar">The bar, with possible prices, later than the symbol's last.</param>
    /// <param name="moment">Now.</param>
    /// <param name="audit">Takes trips and clearings.</param>
    public void BarClosed(int symbol, in Bar bar, Moment moment, IAuditSink audit)
    {
        TimePassed(moment, audit);
        var change = symbols.BarClosed(symbol, bar, moment, audit);
        correlation.Update(symbol, bar.OpenTime, change);
        if (symbols.LookAgain)
        {
            deadline = long.MinValue;
        }
    }

    /// <summary>Takes the equity after a bar: daily loss and drawdown. Equity that is not finite halts.</summary>
    /// <param name="equity">Cash and the unrealised result.</param>
    /// <param name="moment">Now.</param>
    /// <param name="audit">Takes trips, clearings and changes of state.</param>
    public void Marked(double equity, Moment moment, IAuditSink audit)
    {
        TimePassed(moment, audit);
        if (account.Marked(equity, moment, audit))
        {
            Settle(moment, audit, AuditReason.ConditionPassed);
        }
    }

    /// <summary>Takes a closed trade: losing runs.</summary>
    /// <param name="trade">The trade.</param>
    /// <param name="moment">Now.</param>
    /// <param name="audit">Takes trips and changes of state.</param>
    public void TradeClosed(TradeRecord trade, Moment moment, IAuditSink audit)
    {
        ArgumentNullException.ThrowIfNull(trade);
        TimePassed(moment, audit);
        account.TradeClosed(trade.Profit, moment, audit);
        Settle(moment, audit, AuditReason.ConditionPassed);
    }

    /// <summary>Takes a fill: slippage; ends a run of rejections.</summary>
    /// <param name="symbol">Which symbol.</param>
    /// <param name="side">+1 bought, -1 sold.</param>
    /// <param name="expectedPrice">The price that the order counted on.</param>
    /// <param name="fillPrice">The price of the fill.</param>
    /// <param name="moment">Now.</param>
    /// <param name="audit">Takes trips.</param>
    public void Filled(int symbol, int side, double expectedPrice, double fillPrice, Moment moment, IAuditSink audit)
    {
        account.Filled();
        symbols.Filled(symbol, side, expectedPrice, fillPrice, moment, audit);
        if (symbols.LookAgain)
        {
            deadline = long.MinValue;
        }
    }

    /// <summary>Takes a venue's rejection of an order.</summary>
    /// <param name="symbol">Which symbol.</param>
    /// <param name="moment">Now.</param>
    /// <param name="audit">Takes trips and changes of state.</param>
    public void Rejected(int symbol, Moment moment, IAuditSink audit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)symbol, (uint)instruments.Length, nameof(symbol));
        TimePassed(moment, audit);
        account.Rejected(moment, audit);
        Settle(moment, audit, AuditReason.ConditionPassed);
    }

    /// <summary>Takes a change of a feed: a feed that is down or stale gives no new risk until it is back or a bar comes.</summary>
    /// <param name="symbol">Which symbol; -1 is all of them.</param>
    /// <param name="change">The change.</param>
    /// <param name="moment">Now.</param>
    /// <param name="audit">Takes trips and clearings.</param>
    public void FeedChanged(int symbol, FeedChange change, Moment moment, IAuditSink audit)
    {
        ArgumentNullException.ThrowIfNull(change);
        TimePassed(moment, audit);
        for (var i = Math.Max(symbol, 0); i <= (symbol < 0 ? instruments.Length - 1 : symbol); i++)
        {
            symbols.FeedChanged(i, change.State, moment, audit);
        }

        deadline = long.MinValue;
    }

    /// <summary>Takes what a strategy needs before it may trade a symbol.</summary>
    /// <param name="symbol">Which symbol; -1 is all of them.</param>
    /// <param name="readiness">What is there and what is missing.</param>
    /// <param name="moment">Now.</param>
    /// <param name="audit">Takes trips and clearings.</param>
    public void ReadinessChanged(int symbol, Readiness readiness, Moment moment, IAuditSink audit)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)readiness.Strategy, (uint)strategies, nameof(readiness));
        for (var i = Math.Max(symbol, 0); i <= (symbol < 0 ? instruments.Length - 1 : symbol); i++)
        {
            this.readiness.Changed(i, readiness, moment, audit);
        }
    }

    /// <summary>Takes a person's command. Close and end of data are the engine's and change nothing here.</summary>
    /// <param name="command">The command.</param>
    /// <param name="moment">Now.</param>
    /// <param name="audit">Takes trips, clearings and changes of state.</param>
    public void Commanded(Command command, Moment moment, IAuditSink audit)
    {
        ArgumentNullException.ThrowIfNull(command);
        TimePassed(moment, audit);
        account.Commanded(command.Kind, moment, audit);
        if (command.Kind == CommandKind.Resume)
        {
            symbols.Resume(moment, audit);
        }

        Settle(moment, audit, AuditReason.ByPerson);
    }

    /// <summary>Lets time pass: ends pauses and days, finds data that grew old. Called with every event; one comparison while there is nothing to do.</summary>
    /// <param name="moment">Now.</param>
    /// <param name="audit">Takes trips, clearings and changes of state.</param>
    public void TimePassed(Moment moment, IAuditSink audit)
    {
        if (moment.Time < deadline)
        {
            return;
        }

        var next = Math.Min(account.TimePassed(moment, audit), symbols.TimePassed(moment, audit));
        Settle(moment, audit, AuditReason.CoolDownEnded);
        deadline = next;
    }

    /// <summary>Writes everything that was learnt; equal gates write equal bytes.</summary>
    /// <param name="writer">Where the bytes go.</param>
    public void Write(StateWriter writer)
    {
        writer.Write(Format);
        writer.Write(instruments.Length);
        writer.Write(strategies);
        writer.Write((byte)State);
        account.Write(writer);
        symbols.Write(writer);
        readiness.Write(writer);
        correlation.Write(writer);
    }

    /// <summary>Takes back what <see cref="Write"/> wrote. The limits are those that this gate was made with.</summary>
    /// <param name="reader">Where the bytes come from.</param>
    /// <exception cref="InvalidDataException">The bytes are foreign, or of other symbols or strategies.</exception>
    public void Read(ref StateReader reader)
    {
        var (format, symbolCount, strategyCount, state) = (reader.ReadByte(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadByte());
        if (format != Format || symbolCount != instruments.Length || strategyCount != strategies || state > (byte)TradingState.Halted)
        {
            throw new InvalidDataException(
                $"A risk state of format {format} with {symbolCount} symbols, {strategyCount} strategies and state {state} does not fit format {Format}, {instruments.Length} symbols and {strategies} strategies.");
        }

        State = (TradingState)state;
        account.Read(ref reader);
        symbols.Read(ref reader);
        readiness.Read(ref reader);
        correlation.Read(ref reader);
        deadline = long.MinValue;
    }

    private EntryTerms Terms(int symbol) => new()
    {
        Limits = limits,
        Instrument = instruments[symbol],
        Margins = margins,
        Correlation = correlation,
        SizeFactor = SizeFactor,
        Drawdown = account.Drawdown,
        VenueCutsValue = venueCutsValue,
    };

    private bool Blocked(OrderRequest request, Moment moment, out RiskVerdict verdict)
    {
        var state = account.State(out var reason, out var value, out var limit);
        if (state == TradingState.Active)
        {
            reason = symbols.Blocks(request.Symbol, moment, out value, out limit);
        }

        if (reason == AuditReason.None)
        {
            reason = readiness.Blocks(request.Symbol, request.Strategy, moment, out value, out limit);
        }

        verdict = new(reason, value, limit, 0);
        return reason != AuditReason.None;
    }

    private void Settle(Moment moment, IAuditSink audit, AuditReason how)
    {
        deadline = long.MinValue;
        var state = account.State(out var cause, out _, out _);
        if (state != State)
        {
            var reason = cause is AuditReason.None or AuditReason.StateReducing or AuditReason.StateHalted ? how : cause;
            audit.Write(RiskRecords.State(State, state, reason, moment));
            State = state;
        }
    }

    private void Demand(OrderRequest request, in ExposureView exposure)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)request.Symbol, (uint)instruments.Length, nameof(request.Symbol));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)request.Strategy, (uint)strategies, nameof(request.Strategy));
        if (request.Side is not (1 or -1))
        {
            throw new ArgumentOutOfRangeException(nameof(request), request.Side, "An order's Side must be 1 or -1.");
        }

        if (exposure.SymbolNet.Length != instruments.Length || exposure.SymbolGross.Length != instruments.Length || exposure.StrategyGross.Length != strategies
            || (!exposure.SymbolNetUnhedged.IsEmpty && exposure.SymbolNetUnhedged.Length != instruments.Length))
        {
            throw new ArgumentException(
                $"An exposure must have {instruments.Length} symbols and {strategies} strategies; it has {exposure.SymbolNet.Length} and {exposure.SymbolGross.Length} symbols and {exposure.StrategyGross.Length} strategies.",
                nameof(exposure));
        }
    }

    /// <summary>Proof that an order passed the gate. Its constructor asks for a seal that nothing outside the gate can name or make.</summary>
    internal sealed class Stamp
    {
        /// <summary>Makes the proof.</summary>
        /// <param name="seal">The gate's seal.</param>
        /// <exception cref="ArgumentException">It is not the gate's seal.</exception>
        internal Stamp(object seal)
        {
            if (seal is not Seal)
            {
                throw new ArgumentException("A stamp can be made by the risk gate alone.", nameof(seal));
            }
        }
    }

    private sealed class Seal;
}
