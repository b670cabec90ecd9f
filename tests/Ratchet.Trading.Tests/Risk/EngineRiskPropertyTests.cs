using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Randomness;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Orders;
using Ratchet.Trading.Profiles;
using Ratchet.Trading.Risk;
using Ratchet.Trading.Sizing;

namespace Ratchet.Trading.Tests.Risk;

/// <summary>Through the whole engine: whatever strategies, advice, feeds, people and markets do, nothing is placed or filled beyond the limits.</summary>
public sealed class EngineRiskPropertyTests
{
    private static readonly StreamKey Root = StreamKey.FromSeed(20_26).Derive("engine risk");

    [Fact]
    public void Process_RandomStrategiesAdviceAndMarkets_NeverGoesBeyondALimit()
    {
        var (placed, fills, exits, refusals) = (0, 0, 0, new Dictionary<AuditReason, int>());
        for (var i = 0; i < 700; i++)
        {
            var auditor = Run(i);
            (placed, fills, exits) = (placed + auditor.EntriesPlaced, fills + auditor.EntryFills, exits + auditor.Exits);
            foreach (var (reason, count) in auditor.Refusals)
            {
                refusals[reason] = refusals.GetValueOrDefault(reason) + count;
            }
        }

        Assert.True(placed > 4_000 && fills > 2_000 && exits > 2_000, $"{placed} entries placed, {fills} entry fills, {exits} exit fills.");
        foreach (var reason in new[]
        {
            AuditReason.RiskPerTrade, AuditReason.PositionValue, AuditReason.GrossPerSymbol, AuditReason.GrossExposure, AuditReason.NetExposure,
            AuditReason.GrossPerStrategy, AuditReason.CorrelatedExposure, AuditReason.OpenPositions, AuditReason.DrawdownReduce, AuditReason.StaleData,
        })
        {
            Assert.True(refusals.GetValueOrDefault(reason) > 20, $"{reason} bound {refusals.GetValueOrDefault(reason)} times.");
        }
    }

    private static EngineAuditor Run(int index)
    {
        var random = Root.Derive(index).Open();
        var options = Options(random);
        var engine = new TradingEngine(options);
        var auditor = new EngineAuditor(options);
        var prices = options.Instruments.Select(_ => 5 + (200 * random.NextDouble())).ToArray();
        var silent = new int[prices.Length];
        var (sequence, open) = (0L, 20_000L * 86_400_000);
        for (var bar = 0; bar < 100; bar++)
        {
            open += 3_600_000L * (random.NextInt(40) == 0 ? 1 + random.NextInt(8) : 1);
            var time = open + 3_600_000;
            for (var symbol = 0; symbol < prices.Length; symbol++)
            {
                // Now and then a symbol is silent for some bars, and its strategies are not.
                silent[symbol] = silent[symbol] > 0 ? silent[symbol] - 1 : random.NextInt(40) == 0 ? 1 + random.NextInt(6) : 0;
                if (silent[symbol] > 0 && bar > 0)
                {
                    Send(TradingEvent.OfTimer(sequence++, time));
                    Send(TradingEvent.OfSignal(sequence++, time, symbol, Signal(random, 0, prices[symbol])));
                    continue;
                }

                // A bar that opened before the halt knows no price after it.
                var wasHalted = engine.State == TradingState.Halted && open >= auditor.StateSince;
                Send(TradingEvent.OfBar(sequence++, time, symbol, Bar(random, open, ref prices[symbol])));
                auditor.Prices[symbol] = prices[symbol];
                Assert.False(wasHalted && options.Venue.VolumeShare == 0 && auditor.Holds(symbol), "A position outlived the bar after the halt.");
                Assert.False(engine.State != TradingState.Active && auditor.AnyWorking, "A working entry outlived the active state.");
                if (random.NextInt(60) == 0)
                {
                    Send(TradingEvent.OfBar(sequence++, time, symbol, new(open + 3_600_000, 1, -1, double.NaN, 1, 1)));
                }

                for (var strategy = 0; strategy < options.Strategies.Count; strategy++)
                {
                    if (random.NextInt(2) == 0)
                    {
                        Send(TradingEvent.Of(sequence++, time, symbol, Advice(random, strategy)));
                    }

                    Send(TradingEvent.OfSignal(sequence++, time, symbol, Signal(random, strategy, prices[symbol])));
                }
            }

            Disturb(time);
            Assert.Equal(engine.Equity, auditor.Equity, Math.Abs(engine.Equity) * 1e-9);
        }

        return auditor;

        void Send(in TradingEvent e) => engine.Process(e, auditor);

        void Disturb(long time)
        {
            var symbol = random.NextInt(prices.Length + 1) - 1;
            switch (random.NextInt(30))
            {
                case 0:
                    Send(TradingEvent.Of(sequence++, time, symbol, new Command((CommandKind)random.NextInt(6), "random", "random")));
                    break;
                case 1 or 2:
                    Send(TradingEvent.Of(sequence++, time, -1, new Command(CommandKind.Resume, "random", "random")));
                    break;
                case 3:
                    Send(TradingEvent.Of(sequence++, time, symbol, new FeedChange((FeedState)random.NextInt(7), "random", 0)));
                    break;
                case 4 when symbol >= 0:
                    Send(TradingEvent.OfFunding(sequence++, time, symbol, 0.001 * random.NextNormal()));
                    break;
                default:
                    break;
            }
        }
    }

    private static EngineOptions Options(RandomStream random)
    {
        var instruments = Enumerable.Range(0, 1 + random.NextInt(4)).Select(i => new InstrumentRules
        {
            Symbol = Symbol.Parse($"S{i}/USDT"),
            Frame = TimeFrame.Hour1,
            TickSize = random.NextInt(2) == 0 ? 0 : 0.01m,
            LotSize = random.NextInt(2) == 0 ? 0 : 0.01m,
            MinimumValue = random.NextInt(2) == 0 ? 0 : 10,
            Leverage = random.NextInt(3) == 0 ? 1 + random.NextInt(5) : 1,
        }).ToArray();
        var strategies = Enumerable.Range(0, 1 + random.NextInt(3)).Select(i => new StrategyRules
        {
            Name = $"strategy {i}",
            ConfidenceThreshold = 0.2,
            EntryKind = (OrderKind)random.NextInt(4),
            Exits = Exits(random),
        }).ToArray();
        return new()
        {
            Instruments = instruments,
            Strategies = strategies,
            Limits = RandomLimits.Draw(random) with { RequireReadiness = false, OpenPositions = 1 + random.NextInt(12), ClockSkew = 0 },
            Sizing = new() { Method = (SizingMethod)random.NextInt(3), RiskPerTrade = 0.2 * random.NextDouble(), KellyCap = 0.3, KellyShare = 1, VolatilityTarget = 0.1 * random.NextDouble() },
            Venue = new() { SlippageBps = 30 * random.NextDouble(), VolumeShare = random.NextInt(3) == 0 ? 0.3 * random.NextDouble() : 0 },
        };
    }

    private static ExitPlan Exits(RandomStream random) => random.NextInt(3) == 0
        ? new() { StopMultiple = 0.1 + (4 * random.NextDouble()), TargetMultiples = [], TargetFractions = [], HorizonBars = 1 + random.NextInt(20) }
        : new() { StopMultiple = 0.1 + (4 * random.NextDouble()), TargetMultiples = [0.5, 1 + random.NextDouble()], TargetFractions = [0.3, 0.7], TrailingMultiple = random.NextInt(3) };

    private static Advice Advice(RandomStream random, int strategy) => new()
    {
        Strategy = strategy,
        Block = random.NextInt(20) == 0,
        Multiplier = 2 * random.NextDouble(),
        ConfidenceCap = 0.3 + (0.7 * random.NextDouble()),
        Exits = random.NextInt(2) == 0 ? Exits(random) : null,
    };

    private static Signal Signal(RandomStream random, int strategy, double price) => new(
        strategy,
        (sbyte)(random.NextInt(3) - 1),
        random.NextDouble(),
        random.NextNormal(),
        1.5 * random.NextDouble(),
        random.NextDouble(),
        price * 0.02 * random.NextDouble(),
        0,
        double.NaN,
        MarketContext.Unknown);

    private static Market.Bars.Bar Bar(RandomStream random, long open, ref double price)
    {
        // One bar in twenty opens far from the close before.
        var first = price * Math.Exp((random.NextInt(20) == 0 ? 0.08 : 0.001) * random.NextNormal());
        price = Math.Max(0.01, Math.Round(first * Math.Exp(0.01 * random.NextNormal()), 4));
        var wick = 1 + (0.01 * random.NextDouble());
        return new(open, first, Math.Max(first, price) * wick, Math.Min(first, price) / wick, price, 10_000 * random.NextDouble());
    }
}
