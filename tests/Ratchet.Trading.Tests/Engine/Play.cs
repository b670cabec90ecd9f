using System.Buffers;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Risk;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>
/// One situation on hand-made candles. Numbers are chosen for the head: 10,000 of cash, 1 % at risk, a distance of 2 and a stop one distance away give 50 units;
/// from an entry at 100 the stop is 98 and the targets are 102, 104 and 106 for 25, 15 and 10 units. Taker fee 0.1 %, maker fee 0.05 %, no slippage, limits out of
/// the way. A short is the mirror: every price p of bars and fills is 200 - p. Each case is also run twice, and once with the state written and read between any two
/// events: the audit's bytes must not differ.
/// </summary>
internal sealed class Play
{
    public const double Taker = 0.001;
    public const double Maker = 0.0005;
    public const double Free = 0;
    public const long Hour = 3_600_000;
    public const long Start = 444_456 * Hour;
    private readonly List<TradingEvent> events = [];
    private readonly Dictionary<long, int> barOf = [];
    private readonly TradingEngine engine;
    private readonly RecordedAudit audit = new();
    private readonly sbyte side;
    private readonly bool mirrored;
    private int bars;
    private int fines;
    private int missing;
    private double last = double.NaN;

    public Play(
        int side = 1,
        ExitPlan? plan = null,
        VenueOptions? venue = null,
        InstrumentRules? instrument = null,
        StrategyRules? rules = null,
        RiskLimits? limits = null,
        bool mirror = true)
    {
        this.side = (sbyte)side;
        mirrored = mirror && side < 0;
        Options = new()
        {
            Instruments = [instrument ?? Instrument],
            Strategies = [(rules ?? Rules) with { Exits = plan ?? Plan }],
            Venue = venue ?? Venue,
            Limits = limits ?? Wide,
        };
        engine = new(Options);
    }

    public static ExitPlan Plan { get; } = new()
    {
        StopMultiple = 1,
        TargetMultiples = [1, 2, 3],
        TargetFractions = [0.5, 0.3, 0.2],
        BreakEvenAfterTarget = 1,
        HorizonBars = 0,
    };

    public static VenueOptions Venue { get; } = new() { TakerFee = Taker, MakerFee = Maker, SlippageBps = 0 };

    public static InstrumentRules Instrument { get; } = new() { Symbol = Symbol.Parse("BTC/USDT"), Frame = TimeFrame.Hour1 };

    public static StrategyRules Rules { get; } = new() { Name = "hand" };

    public static RiskLimits Wide { get; } = new()
    {
        RiskPerTrade = 1,
        PositionValue = double.PositiveInfinity,
        GrossPerSymbol = double.PositiveInfinity,
        GrossPerStrategy = double.PositiveInfinity,
        GrossExposure = double.PositiveInfinity,
        NetExposure = double.PositiveInfinity,
        CorrelatedExposure = double.PositiveInfinity,
        DailyLoss = 1,
        DrawdownReduce = 0.98,
        DrawdownHalt = 0.99,
        LosingRun = 0,
        StaleBars = 0,
        RejectedOrders = 0,
    };

    public EngineOptions Options { get; }

    public TradingEngine Engine => engine;

    public IReadOnlyList<AuditRecord> Records => audit.Records;

    public IReadOnlyList<TradeRecord> Trades => [.. Records.Where(r => r.Kind == AuditKind.PositionClosed).Select(r => (TradeRecord)r.Detail!)];

    private long Now => Start + ((bars + missing) * Hour);

    public static Fill In(int bar, double price, double quantity, double fee = Taker) => new(bar, price, quantity, fee, true);

    public static Fill Out(int bar, double price, double quantity, double fee = Taker) => new(bar, price, quantity, fee, false);

    /// <summary>A decision bar, an hour after the one before.</summary>
    public Play Bar(double open, double high, double low, double close, double volume = 1000)
    {
        var bar = Mirror(Now, open, high, low, close, volume);
        bars++;
        fines = 0;
        last = bar.Close;
        return Send(TradingEvent.OfBar(events.Count, Now, 0, bar), bars - 1);
    }

    /// <summary>A quarter of an hour of the decision bar that is forming.</summary>
    public Play Fine(double open, double high, double low, double close, double volume = 1000)
    {
        var opened = Now + (fines++ * Hour / 4);
        return Send(TradingEvent.OfBar(events.Count, opened + (Hour / 4), 0, Mirror(opened, open, high, low, close, volume), fine: true), bars);
    }

    /// <summary>A trade, minutes into the decision bar that is forming.</summary>
    public Play Tick(int minute, double price, double quantity = 1000)
    {
        var time = Now + (minute * Hour / 60);
        return Send(TradingEvent.OfTick(events.Count, time, 0, time, Turn(price), quantity), bars);
    }

    /// <summary>Hours without bars.</summary>
    public Play Missing(int hours)
    {
        missing += hours;
        return this;
    }

    /// <summary>The strategy wants in at the last close.</summary>
    public Play Signal(double distance = 2, double confidence = 1, double size = 1) => Say(side, distance, confidence, size, double.NaN);

    /// <summary>The exit model speaks at the last close; side 1 is with the position, -1 against it, 0 neither.</summary>
    public Play Exit(double probability, int with = 0) => Say((sbyte)(side * with), 2, 0, 1, probability);

    public Play Command(CommandKind kind) => Send(TradingEvent.Of(events.Count, Now, -1, new Command(kind, "hand", "test")), bars - 1);

    public Play Funding(double rate) => Send(TradingEvent.OfFunding(events.Count, Now, 0, rate), bars - 1);

    public Play Advice(Advice advice) => Send(TradingEvent.Of(events.Count, Now, 0, advice), bars - 1);

    /// <summary>The position closed: exactly these fills, this reason, and the profit is the price result less the fees of the fills.</summary>
    /// <param name="reason">Why its last part was closed.</param>
    /// <param name="result">The result of prices, and of funding where there is any, before fees.</param>
    /// <param name="fills">All fills, in order.</param>
    public Play Closed(AuditReason reason, double result, params Fill[] fills)
    {
        var fees = Fills(fills);
        var trade = Assert.Single(Trades);
        Assert.Equal(reason, trade.Reason);
        Assert.Equal(side, trade.Side);
        Near(fees, trade.Fees, "fees");
        Near(result - fees, trade.Profit, "profit");
        Near(10_000 + result - fees, engine.Cash, "cash");
        Near((double)engine.Cash, (decimal)engine.Equity, "equity");
        Assert.Equal((fills.First(f => f.Opens).Bar, fills.Last(f => !f.Opens).Bar), ((int)trade.EntryBar, (int)trade.ExitBar));
        Near(Mean(fills, opens: true), trade.EntryPrice, "entry price");
        Near(Mean(fills, opens: false), trade.ExitPrice, "exit price");
        Near(fills.Where(f => f.Opens).Sum(f => f.Quantity), trade.Quantity, "quantity");
        Assert.Empty(engine.Positions);
        return Replayed();
    }

    /// <summary>The position is open: exactly these fills, so much is left, and the stop stands there.</summary>
    public Play Open(double left, double stop, params Fill[] fills)
    {
        Fills(fills);
        Assert.Empty(Trades);
        var position = Assert.Single(engine.Positions);
        Near(left, position.Quantity, "left");
        Near(Turn(stop), (decimal)position.Stop, "stop");
        return Replayed();
    }

    /// <summary>Nothing was filled, and a record says why.</summary>
    public Play Unfilled(AuditReason why)
    {
        Fills([]);
        Assert.Contains(Records, r => r.Reason == why);
        Assert.Empty(engine.Positions);
        Assert.Equal(10_000m, engine.Cash);
        return Replayed();
    }

    private static void Near(double expected, decimal actual, string what) =>
        Assert.True(Math.Abs(expected - (double)actual) <= 1e-9 * Math.Max(1, Math.Abs(expected)), $"{what}: expected {expected:R}, got {actual}");

    // The expected fills against those of the audit; returns the expected fees.
    private double Fills(Fill[] fills)
    {
        var found = Records.Where(r => r.Kind == AuditKind.OrderFilled).ToArray();
        var text = string.Join("; ", found.Select(r => $"bar {barOf[r.Event]} {r.Side} {r.Quantity} at {r.Price} fee {r.Amount} ({r.Reason})"));
        Assert.True(found.Length == fills.Length, $"{fills.Length} fills expected, got {text}");
        var fees = 0.0;
        for (var i = 0; i < fills.Length; i++)
        {
            var (fill, record) = (fills[i], found[i]);
            var fee = Turn(fill.Price) * fill.Quantity * fill.FeeRate;
            Assert.True(fill.Bar == barOf[record.Event], $"fill {i} in bar {fill.Bar} expected, got {text}");
            Assert.True((fill.Opens ? side : -side) == record.Side, $"fill {i}: side, got {text}");
            Near(Turn(fill.Price), record.Price, $"fill {i}: price, got {text}");
            Near(fill.Quantity, record.Quantity, $"fill {i}: quantity, got {text}");
            Near(fee, record.Amount, $"fill {i}: fee, got {text}");
            fees += fee;
        }

        return fees;
    }

    private double Mean(Fill[] fills, bool opens)
    {
        var part = fills.Where(f => f.Opens == opens).ToArray();
        return part.Sum(f => Turn(f.Price) * f.Quantity) / part.Sum(f => f.Quantity);
    }

    // The same events again, in one engine and in engines that live for one event each.
    private Play Replayed()
    {
        var (whole, cut) = (new RecordedAudit(), new RecordedAudit());
        var (first, second) = (new TradingEngine(Options), new TradingEngine(Options));
        foreach (var e in events)
        {
            first.Process(e, whole);
            second = TradingEngine.ReadState(Options, State(second));
            second.Process(e, cut);
        }

        Assert.True(whole.Bytes.SequenceEqual(audit.Bytes), "the same events gave other records");
        Assert.True(cut.Bytes.SequenceEqual(audit.Bytes), "writing and reading the state between events gave other records");
        Assert.True(State(first).SequenceEqual(State(engine)) && State(second).SequenceEqual(State(engine)), "the states differ");
        return this;
    }

    private static ReadOnlySpan<byte> State(TradingEngine from)
    {
        var bytes = new ArrayBufferWriter<byte>();
        from.WriteState(bytes);
        return bytes.WrittenSpan;
    }

    private Play Say(sbyte wanted, double distance, double confidence, double size, double exit)
    {
        var signal = new Signal(0, wanted, confidence, 1, size, exit, distance, 0, double.NaN, MarketContext.Unknown with { Price = last });
        return Send(TradingEvent.OfSignal(events.Count, Now, 0, signal), bars - 1);
    }

    private Play Send(in TradingEvent e, int bar)
    {
        barOf[e.Sequence] = bar;
        events.Add(e);
        engine.Process(e, audit);
        Assert.Equal(0, engine.RefusedEvents);
        return this;
    }

    private double Turn(double price) => mirrored ? 200 - price : price;

    private Bar Mirror(long time, double open, double high, double low, double close, double volume) => mirrored
        ? new(time, 200 - open, 200 - low, 200 - high, 200 - close, volume)
        : new(time, open, high, low, close, volume);
}
