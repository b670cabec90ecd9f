using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>
/// An engine that is driven by hand: hourly bars of one symbol from time 0 on, free trading, 10,000 of cash, 1 % at risk. A signal with distance 2 asks for
/// 100 / 2 = 50 units.
/// </summary>
internal sealed class Scenario : IAuditSink
{
    public const long Hour = 3_600_000;
    private long sequence;

    public Scenario(Func<EngineOptions, EngineOptions>? change = null)
    {
        Options = change is null ? Plain : change(Plain);
        Engine = new(Options);
    }

    public static EngineOptions Plain { get; } = new()
    {
        Instruments = [new() { Symbol = Symbol.Parse("BTC/USDT"), Frame = TimeFrame.Hour1 }],
        Strategies = [new() { Name = "hand", ConfidenceThreshold = 0.5, Exits = new() { StopMultiple = 1, TargetMultiples = [1, 2, 3], HorizonBars = 0 } }],
        Venue = new() { TakerFee = 0, SlippageBps = 0 },
        Limits = new() { PositionValue = 10, GrossPerSymbol = 10, GrossPerStrategy = 10, GrossExposure = 10, NetExposure = 10, CorrelatedExposure = 10, DailyLoss = 1, DrawdownReduce = 0.9, DrawdownHalt = 0.99, LosingRun = 0, StaleBars = 0 },
    };

    public EngineOptions Options { get; }

    public TradingEngine Engine { get; set; }

    public List<AuditRecord> Records { get; } = [];

    public long Time { get; set; }

    public IReadOnlyList<TradeRecord> Trades => [.. Records.Where(r => r.Kind == AuditKind.PositionClosed).Select(r => (TradeRecord)r.Detail!)];

    public OpenPositionView Position => Engine.Positions.Single();

    public static EngineOptions With(EngineOptions options, Func<StrategyRules, StrategyRules> change) => options with { Strategies = [change(options.Strategies[0])] };

    public static EngineOptions With(EngineOptions options, Func<ExitPlan, ExitPlan> change) => With(options, s => s with { Exits = change(s.Exits) });

    public static EngineOptions With(EngineOptions options, Func<InstrumentRules, InstrumentRules> change) => options with { Instruments = [change(options.Instruments[0])] };

    public IEnumerable<AuditRecord> Of(AuditKind kind) => Records.Where(r => r.Kind == kind);

    public AuditRecord Last(AuditKind kind) => Records.Last(r => r.Kind == kind);

    public Scenario Bar(double open, double high, double low, double close, double volume = 1000)
    {
        Bar bar = new(Time, open, high, low, close, volume);
        Time += Hour;
        return Send(TradingEvent.OfBar(sequence++, Time, 0, bar));
    }

    public Scenario Tick(long traded, double price) => Send(TradingEvent.OfTick(sequence++, Math.Max(traded, Time), 0, traded, price, 1000));

    public Scenario Flat(double price = 100) => Bar(price, price, price, price);

    public Scenario Fine(long openTime, double open, double high, double low, double close) =>
        Send(TradingEvent.OfBar(sequence++, openTime + 60_000, 0, new(openTime, open, high, low, close, 1000), fine: true));

    public Scenario Long(double distance = 2, double confidence = 1) => Speak(1, distance, confidence);

    public Scenario Short(double distance = 2, double confidence = 1) => Speak(-1, distance, confidence);

    public Scenario Speak(int side, double distance = 2, double confidence = 1, double exit = double.NaN, double momentum = 1, double size = 1) =>
        Send(TradingEvent.OfSignal(sequence++, Time, 0, new(0, (sbyte)side, confidence, momentum, size, exit, distance, 0, double.NaN, MarketContext.Unknown)));

    public Scenario Tell(object detail, int symbol = 0) => Send(TradingEvent.Of(sequence++, Time, symbol, detail));

    public Scenario Order(CommandKind kind) => Tell(new Command(kind, "test", "test"), -1);

    public Scenario Fund(double rate) => Send(TradingEvent.OfFunding(sequence++, Time, 0, rate));

    public Scenario Report(long number, long order, OrderState state, decimal quantity = 0, decimal price = 0, decimal fee = 0) =>
        Tell(new VenueReport(number, order, state, quantity, price, fee, "test"));

    public Scenario Send(in TradingEvent e)
    {
        Engine.Process(e, this);
        return this;
    }

    /// <summary>Opens a long of 50 units at 100 with stop 98 and targets 102, 104, 106: the entry bar does nothing.</summary>
    public Scenario Opened(int side = 1) => Flat().Speak(side).Flat();

    public void Write(in AuditRecord record) => Records.Add(record);
}
