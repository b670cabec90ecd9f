using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Tests.Engine;

/// <summary>Random options of three symbols and two strategies, and random events of every kind for them, named by a seed.</summary>
internal sealed class RandomSession
{
    private const int Symbols = 3;
    private const int Strategies = 2;
    private readonly double[] price = [100, 20_000, 0.05];

    public RandomSession(ulong seed, int bars)
    {
        var random = StreamKey.FromSeed(seed).Derive("session").Open();
        Options = MakeOptions(ref random);
        for (var i = 0; i < bars; i++)
        {
            var open = i * Scenario.Hour;
            for (var symbol = 0; symbol < Symbols; symbol++)
            {
                Step(ref random, open, symbol);
            }
        }

        Events.Add(TradingEvent.Of(Events.Count, bars * Scenario.Hour, -1, new Command(CommandKind.EndOfData, "test", "end")));
    }

    public EngineOptions Options { get; }

    public List<TradingEvent> Events { get; } = [];

    private static EngineOptions MakeOptions(ref RandomStream random)
    {
        var fine = random.NextInt(4) == 0;
        return new()
        {
            Instruments =
            [
                new() { Symbol = Symbol.Parse("BTC/USDT"), Frame = TimeFrame.Hour1, TickSize = random.NextInt(2) * 0.1m, LotSize = random.NextInt(2) * 0.01m, Leverage = 1 + random.NextInt(20), MinimumValue = 5 },
                new() { Symbol = Symbol.Parse("ETH/USDT"), Frame = TimeFrame.Hour1, LotSize = random.NextInt(2) * 0.0001m },
                new() { Symbol = Symbol.Parse("XRP/USDT"), Frame = TimeFrame.Hour1, TickSize = random.NextInt(2) * 0.0001m, LotSize = 1 },
            ],
            Strategies = [Rules("first", ref random), Rules("second", ref random)],
            Venue = new()
            {
                Slippage = (SlippageModel)random.NextInt(3),
                MakerFee = random.NextInt(2) == 0 ? null : 0.0002,
                VolumeShare = random.NextInt(2) * 0.1,
                FineBarsDecide = fine,
            },
            Limits = new() { LosingRun = random.NextInt(6), DailyLoss = 0.02 + (random.NextDouble() * 0.2), VolatilitySpike = random.NextInt(2) * 4 },
            AuditEverySignal = random.NextInt(2) == 0,
        };
    }

    private static StrategyRules Rules(string name, ref RandomStream random) => new()
    {
        Name = name,
        ConfidenceThreshold = 0.3,
        EntryKind = (OrderKind)random.NextInt(4),
        EntryOffset = random.NextDouble() * 0.5,
        EntryExpiryBars = random.NextInt(4),
        Exits = Plan(ref random),
    };

    private static ExitPlan Plan(ref RandomStream random) => new()
    {
        StopMultiple = 0.5 + random.NextDouble(),
        TrailingMultiple = random.NextInt(2) * 0.7,
        TrailingShare = random.NextInt(2) * 0.01,
        TrailingAfterTarget = random.NextInt(3),
        BreakEvenAfterTarget = random.NextInt(4),
        HorizonBars = random.NextInt(3) * 6,
        HorizonMilliseconds = random.NextInt(2) * 9 * Scenario.Hour,
    };

    private void Step(ref RandomStream random, long open, int symbol)
    {
        var close = open + Scenario.Hour;
        if (random.NextInt(40) == 0)
        {
            return;
        }

        var (low, high, first, last) = (double.MaxValue, 0.0, 0.0, 0.0);
        for (var part = 0; part < 4; part++)
        {
            var start = price[symbol] * Math.Exp(random.NextNormal() * 0.002);
            var end = start * Math.Exp(random.NextNormal() * 0.006);
            var (top, bottom) = (Math.Max(start, end) * (1 + (random.NextDouble() * 0.002)), Math.Min(start, end) * (1 - (random.NextDouble() * 0.002)));
            var time = open + (part * Scenario.Hour / 4);
            Events.Add(TradingEvent.OfBar(Events.Count, close, symbol, new(time, start, top, bottom, end, random.NextDouble() * 200), fine: true));
            (low, high, last, price[symbol]) = (Math.Min(low, bottom), Math.Max(high, top), end, end);
            first = part == 0 ? start : first;
        }

        Events.Add(TradingEvent.OfBar(Events.Count, close, symbol, new(open, first, high, low, last, random.NextDouble() * 200)));
        for (var strategy = 0; strategy < Strategies; strategy++)
        {
            Decide(ref random, close, symbol, strategy);
        }

        Rare(ref random, close, symbol);
    }

    private void Decide(ref RandomStream random, long time, int symbol, int strategy)
    {
        if (random.NextInt(6) == 0)
        {
            var exits = random.NextInt(2) == 0 ? Plan(ref random) : null;
            Events.Add(TradingEvent.Of(Events.Count, time, symbol, new Advice { Strategy = strategy, Multiplier = random.NextDouble() * 2, Block = random.NextInt(5) == 0, Exits = exits, Profile = "p", Decision = time }));
        }

        var side = (sbyte)(random.NextInt(3) - 1);
        Signal signal = new(strategy, side, random.NextDouble(), random.NextNormal(), random.NextDouble(), random.NextDouble() * 0.8, price[symbol] * 0.01 * (0.2 + random.NextDouble()), 0, double.NaN, MarketContext.Unknown);
        Events.Add(TradingEvent.OfSignal(Events.Count, time, symbol, signal));
    }

    private void Rare(ref RandomStream random, long time, int symbol)
    {
        var e = random.NextInt(120) switch
        {
            < 8 => TradingEvent.OfFunding(Events.Count, time, symbol, random.NextNormal() * 0.001),
            8 => TradingEvent.Of(Events.Count, time, -1, new Command(CommandKind.Reduce, "test", "")),
            9 => TradingEvent.Of(Events.Count, time, -1, new Command(CommandKind.Halt, "test", "")),
            10 => TradingEvent.Of(Events.Count, time, -1, new Command(CommandKind.Kill, "test", "")),
            < 20 => TradingEvent.Of(Events.Count, time, -1, new Command(CommandKind.Resume, "test", "")),
            20 => TradingEvent.Of(Events.Count, time, symbol, new Command(CommandKind.Close, "test", "")),
            < 24 => TradingEvent.OfBar(Events.Count, time, symbol, new(time, double.NaN, 1, 1, 1, 1)),
            < 26 => TradingEvent.Of(Events.Count, time, symbol, new FeedChange((FeedState)random.NextInt(7), "test", 1)),
            < 40 => TradingEvent.OfTimer(Events.Count, time),
            _ => default,
        };
        if (e != default)
        {
            Events.Add(e);
        }
    }
}
