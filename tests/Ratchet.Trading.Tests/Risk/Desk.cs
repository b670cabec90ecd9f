using System.Buffers;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Risk;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>A gate with one or more hourly symbols at a price of 100 and 10,000 of money, and short words for what happens to it.</summary>
internal sealed class Desk
{
    public const long Hour = 3_600_000;
    public const long Start = 20_000L * 24 * Hour;

    private long events;
    private long orders;

    public Desk(RiskLimits limits, int symbols = 1, int strategies = 1, bool venueCutsValue = true, Func<int, InstrumentRules>? instrument = null)
    {
        Instruments = [.. Enumerable.Range(0, symbols).Select(instrument ?? Instrument)];
        Limits = limits;
        Strategies = strategies;
        Gate = new(limits, Instruments, strategies, 10_000, venueCutsValue);
        (Net, Gross, ByStrategy) = (new double[symbols], new double[symbols], new double[strategies]);
        for (var i = 0; i < symbols; i++)
        {
            Bar(i, Start - Hour, Start);
        }

        Audit.Records.Clear();
    }

    public RiskGate Gate { get; private set; }

    public RiskLimits Limits { get; }

    public InstrumentRules[] Instruments { get; }

    public int Strategies { get; }

    public RecordedAudit Audit { get; } = new();

    public double Equity { get; set; } = 10_000;

    public double Price { get; set; } = 100;

    public double[] Net { get; }

    public double[] Gross { get; }

    public double[] ByStrategy { get; }

    public decimal Position { get; set; }

    public int Open { get; set; }

    public long Now { get; set; } = Start;

    public RiskVerdict Verdict { get; private set; }

    public Moment Moment => new(events++, Now);

    public static InstrumentRules Instrument(int index) => new() { Symbol = Symbol.Parse($"S{index}/USDT"), Frame = TimeFrame.Hour1 };

    public void Bar(int symbol, long openTime, long now, double range = 2, double close = 100)
    {
        Now = now;
        Gate.BarClosed(symbol, new(openTime, close, close + (range / 2), close - (range / 2), close, 1), Moment, Audit);
    }

    public void Mark(double equity)
    {
        Equity = equity;
        Gate.Marked(equity, Moment, Audit);
    }

    public void Pass(long milliseconds)
    {
        Now += milliseconds;
        Gate.TimePassed(Moment, Audit);
    }

    public void Trade(decimal profit) => Gate.TradeClosed(
        new()
        {
            Position = 1,
            Symbol = 0,
            Strategy = 0,
            Side = 1,
            EntryTime = 0,
            ExitTime = 0,
            EntryBar = 0,
            ExitBar = 0,
            EntryPrice = 1,
            ExitPrice = 1,
            Quantity = 1,
            Profit = profit,
            Fees = 0,
            Risk = 1,
            Reason = AuditReason.StopLoss,
        },
        Moment,
        Audit);

    public void Order(CommandKind kind) => Gate.Commanded(new(kind, "tester", "test"), Moment, Audit);

    public OrderRequest? Enter(decimal quantity, double stop = 1, sbyte side = 1, int symbol = 0, int strategy = 0) =>
        Review(new() { Id = ++orders, Symbol = symbol, Strategy = strategy, Side = side, Quantity = quantity, StopDistance = stop, Distance = stop });

    public OrderRequest? Leave(decimal quantity, sbyte side, OrderPurpose purpose = OrderPurpose.Exit) =>
        Review(new() { Id = ++orders, Symbol = 0, Strategy = 0, Side = side, Quantity = quantity, Purpose = purpose, ReduceOnly = true });

    public OrderRequest? Review(OrderRequest request)
    {
        var view = new ExposureView
        {
            Equity = Equity,
            Price = Price,
            SymbolNet = Net,
            SymbolGross = Gross,
            StrategyGross = ByStrategy,
            PositionQuantity = Position,
            OpenPositions = Open,
        };
        var approved = Gate.Review(request, view, Moment, Audit, out var verdict);
        Verdict = verdict;
        return approved?.Request;
    }

    public byte[] Bytes() => Bytes(Gate);

    public static byte[] Bytes(RiskGate gate)
    {
        var output = new ArrayBufferWriter<byte>();
        gate.Write(new(output));
        return output.WrittenSpan.ToArray();
    }

    public void Restart()
    {
        var fresh = new RiskGate(Limits, Instruments, Strategies, 10_000);
        var reader = new StateReader(Bytes());
        fresh.Read(ref reader);
        Assert.True(reader.AtEnd);
        Gate = fresh;
    }

    public AuditRecord Single(AuditKind kind)
    {
        var found = Assert.Single(Audit.Of(kind));
        Audit.Records.Clear();
        return found;
    }
}
