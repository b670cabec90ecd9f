using Ratchet.Market.Bars;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Portfolio;
using Ratchet.Trading.Profiles;

namespace Ratchet.Trading.Tests.Journal;

/// <summary>Draws events and audit records of every kind, odd values among theirs.</summary>
internal sealed class RandomRecords(int seed)
{
    private static readonly double[] OddNumbers =
        [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, double.MaxValue, -1, 1e-300, BitConverter.Int64BitsToDouble(0x7FF8_0000_0000_1234)];

    private static readonly decimal[] OddMoney = [0, 0.0m, 1.50m, -1.5m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, -0.00m];
    private static readonly string[] Texts = ["", "a", "köstlich, 利益 \U0001F680", new('x', 300), "a\0b\n"];
    private readonly RandomStream random = StreamKey.FromSeed((ulong)seed).Derive("records").Open();

    public TradingEvent Event()
    {
        var (sequence, time, symbol) = (Long(), Long(), random.NextInt(5) - 1);
        return random.NextInt(11) switch
        {
            0 => TradingEvent.OfBar(sequence, time, symbol, Bar()),
            1 => TradingEvent.OfBar(sequence, time, symbol, Bar(), fine: true),
            2 => new() { Sequence = sequence, Time = time, Symbol = symbol, Kind = EventKind.Tick, Bar = Bar() },
            3 => TradingEvent.OfTimer(sequence, time),
            4 => TradingEvent.OfSignal(sequence, time, symbol, Signal()),
            5 => TradingEvent.Of(sequence, time, symbol, Advice()),
            6 => TradingEvent.Of(sequence, time, symbol, new Command(Any<CommandKind>(), Text(), Text())),
            7 => TradingEvent.Of(sequence, time, symbol, new FeedChange(Any<FeedState>(), Text(), random.NextInt(9))),
            8 => TradingEvent.OfFunding(sequence, time, symbol, Number()),
            9 => TradingEvent.Of(sequence, time, symbol, new VenueReport(Long(), Long(), Any<OrderState>(), Money(), Money(), Money(), Text())),
            _ => TradingEvent.Of(sequence, time, symbol, new Readiness(random.NextInt(3), Flag(), Long(), Number(), Flag(), Flag())),
        };
    }

    public AuditRecord Record() => new()
    {
        Kind = Any<AuditKind>(),
        Reason = Any<AuditReason>(),
        Event = Long(),
        Time = Long(),
        Symbol = random.NextInt(4) - 1,
        Strategy = random.NextInt(4) - 1,
        Order = Long(),
        Position = Long(),
        Side = Side(),
        Quantity = Money(),
        Price = Money(),
        Amount = Money(),
        Value = Number(),
        Limit = Number(),
        Detail = random.NextInt(4) switch { 0 => null, 1 => Text(), 2 => Trade(), _ => Order() },
    };

    private Bar Bar() => new(Long(), Number(), Number(), Number(), Number(), Number(), Number(), Number());

    private Signal Signal() => new(
        random.NextInt(3), Side(), Number(), Number(), Number(), Number(), Number(), random.NextInt(9), Number(),
        new(Number(), Number(), Number(), Number(), Number(), Number(), Number(), Number(), Number(), Number(), Long(), Number(), Number()));

    private Advice Advice() => new()
    {
        Strategy = random.NextInt(3),
        Block = Flag(),
        Multiplier = Number(),
        ConfidenceCap = Number(),
        Exits = Exits(),
        Profile = Text(),
        Regime = Text(),
        Why = Text(),
        Decision = Long(),
    };

    private ExitPlan? Exits() => Flag()
        ? null
        : new()
        {
            StopMultiple = Number(),
            TargetMultiples = Numbers(),
            TargetFractions = Numbers(),
            BreakEvenAfterTarget = random.NextInt(4),
            TrailingMultiple = Number(),
            TrailingShare = Number(),
            TrailingAfterTarget = random.NextInt(4),
            HorizonBars = random.NextInt(99),
            HorizonMilliseconds = Long(),
        };

    private OrderRequest Order() => new()
    {
        Id = Long(),
        Symbol = random.NextInt(3),
        Strategy = random.NextInt(3),
        Side = Side(),
        Kind = Any<OrderKind>(),
        Purpose = Any<OrderPurpose>(),
        Quantity = Money(),
        LimitPrice = Money(),
        StopPrice = Money(),
        ReduceOnly = Flag(),
        MaximumValue = Money(),
        StopDistance = Number(),
        Distance = Number(),
        Exits = Exits(),
        ExpiresAt = Long(),
    };

    private TradeRecord Trade() => new()
    {
        Position = Long(),
        Symbol = random.NextInt(3),
        Strategy = random.NextInt(3),
        Side = Side(),
        EntryTime = Long(),
        ExitTime = Long(),
        EntryBar = Long(),
        ExitBar = Long(),
        EntryPrice = Money(),
        ExitPrice = Money(),
        Quantity = Money(),
        Profit = Money(),
        Fees = Money(),
        Funding = Money(),
        Risk = Flag() ? 0 : 2.50m,
        Reason = Any<AuditReason>(),
        TargetsReached = random.NextInt(4),
        Confidence = Number(),
        Distance = Number(),
        Profile = Text(),
        Regime = Text(),
        Decision = Long(),
    };

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>()[random.NextInt(Enum.GetValues<T>().Length)];

    private double[] Numbers() => [.. Enumerable.Range(0, random.NextInt(4)).Select(_ => Number())];

    private double Number() => Flag() ? 100 * random.NextNormal() : OddNumbers[random.NextInt(OddNumbers.Length)];

    private decimal Money() => Flag() ? (decimal)random.NextNormal() : OddMoney[random.NextInt(OddMoney.Length)];

    private string Text() => Texts[random.NextInt(Texts.Length)];

    private long Long() => random.NextInt(5) switch { 0 => -1, 1 => long.MaxValue, 2 => long.MinValue, _ => (long)(random.NextUInt64() >> 20) };

    private sbyte Side() => (sbyte)(random.NextInt(3) - 1);

    private bool Flag() => random.NextInt(2) == 0;
}
