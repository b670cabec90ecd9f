using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Venues;

namespace Ratchet.Trading.Tests.Portfolios;

/// <summary>Options and events of three symbols and three strategies over one balance, named by a seed: bars, signals, funding, commands, and an end.</summary>
internal sealed class RandomPortfolio
{
    public const int Symbols = 3;
    public const int Strategies = 3;
    private const long Hour = 3_600_000;
    private static readonly string[] Names = ["BTC/USDT", "ETH/USDT", "XRP/USDT"];
    private readonly double[] price = [100, 2000, 0.5];
    private readonly bool fine;

    public RandomPortfolio(ulong seed, int bars)
    {
        var random = StreamKey.FromSeed(seed).Derive("portfolio").Open();
        fine = random.NextInt(5) == 0;
        var strategies = new StrategyRules[Strategies];
        for (var i = 0; i < Strategies; i++)
        {
            strategies[i] = new()
            {
                Name = $"strategy {i}",
                ConfidenceThreshold = 0.2,
                EntryKind = (OrderKind)(random.NextInt(2) * random.NextInt(4)),
                EntryExpiryBars = random.NextInt(4),
                Exits = Plan(random),
            };
        }

        var instruments = new InstrumentRules[Symbols];
        for (var i = 0; i < Symbols; i++)
        {
            var levered = random.NextInt(3) == 0;
            instruments[i] = new()
            {
                Symbol = Symbol.Parse(Names[i]),
                Frame = TimeFrame.Hour1,
                TickSize = random.NextInt(2) * 0.0001m,
                LotSize = random.NextInt(2) * 0.001m,
                Leverage = levered ? 30 : 1,
            };
        }

        Options = new()
        {
            Instruments = instruments,
            Strategies = strategies,
            Venue = new()
            {
                MakerFee = 0.0002,
                Slippage = (SlippageModel)random.NextInt(3),
                VolumeShare = random.NextInt(3) * 0.05,
                FineBarsDecide = fine,
            },
            Limits = new()
            {
                PositionValue = 0.1 + random.NextDouble(),
                GrossPerSymbol = 0.2 + random.NextDouble(),
                GrossExposure = 1 + random.NextDouble(),
                DailyLoss = random.NextInt(2) == 0 ? 0.05 : 1,
                LosingRun = random.NextInt(2) * 5,
            },
        };
        for (var i = 0; i < bars; i++)
        {
            for (var symbol = 0; symbol < Symbols; symbol++)
            {
                Step(random, i * Hour, symbol);
            }
        }

        Events.Add(TradingEvent.Of(Events.Count, bars * Hour, -1, new Command(CommandKind.EndOfData, "test", "end")));
    }

    public EngineOptions Options { get; }

    public List<TradingEvent> Events { get; } = [];

    private static ExitPlan Plan(RandomStream random) => new()
    {
        StopMultiple = 0.5 + random.NextDouble(),
        TargetMultiples = [0.5, 1, 1.5],
        TargetFractions = random.NextInt(2) == 0 ? [0.5, 0.3, 0.2] : [0.8, 0.1, 0.1],
        TrailingMultiple = random.NextInt(2) * 0.6,
        TrailingShare = random.NextInt(2) * 0.01,
        TrailingAfterTarget = random.NextInt(3),
        BreakEvenAfterTarget = random.NextInt(3),
        HorizonBars = random.NextInt(3) * 5,
        HorizonMilliseconds = random.NextInt(3) * 5 * Hour / 2,
    };

    private void Step(RandomStream random, long open, int symbol)
    {
        var close = open + Hour;
        var volume = 2_000 / price[symbol];
        var (first, high, low) = (0.0, 0.0, double.MaxValue);
        for (var part = 0; part < 4; part++)
        {
            var start = price[symbol] * (1 + ((random.NextDouble() - 0.5) * 0.006));
            var end = start * (1 + ((random.NextDouble() - 0.5) * 0.02));
            var (top, bottom) = (Math.Max(start, end) * (1 + (random.NextDouble() * 0.003)), Math.Min(start, end) * (1 - (random.NextDouble() * 0.003)));
            if (fine)
            {
                Events.Add(TradingEvent.OfBar(Events.Count, open + ((part + 1) * Hour / 4), symbol, new(open + (part * Hour / 4), start, top, bottom, end, volume * random.NextDouble() * 8), true));
                Events[^1] = Events[^1] with { Time = close };
            }

            (first, high, low, price[symbol]) = (part == 0 ? start : first, Math.Max(high, top), Math.Min(low, bottom), end);
        }

        Events.Add(TradingEvent.OfBar(Events.Count, close, symbol, new(open, first, high, low, price[symbol], volume * random.NextDouble() * 20)));
        for (var strategy = 0; strategy < Strategies; strategy++)
        {
            var side = (sbyte)(random.NextInt(3) - 1);
            var distance = price[symbol] * (0.005 + (random.NextDouble() * 0.02));
            Signal signal = new(strategy, side, random.NextDouble(), 1, random.NextDouble(), random.NextDouble() * 0.75, distance, 0, double.NaN, MarketContext.Unknown);
            Events.Add(TradingEvent.OfSignal(Events.Count, close, symbol, signal));
        }

        var rare = random.NextInt(100);
        if (rare < 6)
        {
            Events.Add(TradingEvent.OfFunding(Events.Count, close, symbol, (random.NextDouble() - 0.5) * 0.002));
        }
        else if (rare < 10)
        {
            CommandKind[] kinds = [CommandKind.Close, CommandKind.Reduce, CommandKind.Halt, CommandKind.Kill];
            Events.Add(TradingEvent.Of(Events.Count, close, kinds[rare - 6] == CommandKind.Close ? symbol : -1, new Command(kinds[rare - 6], "test", "rare")));
        }
        else if (rare < 18)
        {
            Events.Add(TradingEvent.Of(Events.Count, close, -1, new Command(CommandKind.Resume, "test", "rare")));
        }
    }
}
