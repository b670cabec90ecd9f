using Ratchet.Market.Bars;
using Ratchet.Market.Synthetic;
using Ratchet.Numerics.Randomness;
using Ratchet.Strategies.Signals;
using Ratchet.Trading.Engine;
using Ratchet.Trading.Events;
using Ratchet.Trading.Journal;
using Ratchet.Trading.Portfolio;

namespace Ratchet.Strategies.Tests.Signals;

public sealed class PatternMemoryTests
{
    private static readonly PatternMemoryOptions Small = new() { Capacity = 10, LeastSetups = 6, Neighbours = 3, PriorWeight = 2, RefreshEvery = 1, Influence = 0.5 };

    [Fact]
    public void Judge_SixSetups_IsWhatTheHandFinds()
    {
        var memory = new PatternMemory(["x"], Small);
        foreach (var (x, result) in new[] { (0.0, -1.0), (1, -1), (2, 3), (10, 2), (11, 1), (12, -0.5) })
        {
            Assert.Equal(PatternVerdict.None, memory.Judge([x]));
            memory.Remember([x], result);
        }

        // 3 of 6 ended above 0: prior (3 + 1) / 8. Near 0: one of three, (1 + 2 x 0.5) / 5. Near 11: two of three.
        var low = memory.Judge([0.5]);
        Assert.Equal((3, 1, 0.5), (low.Neighbours, low.Successes, low.Prior));
        Assert.Equal(0.4, low.Share, 15);
        Assert.Equal(1 / 3.0, low.MeanR, 15);
        Assert.Equal(0.8 * (0.5 + (0.5 * 0.8)), low.Limit(0.8, 0.5), 15);
        var high = memory.Judge([11]);
        Assert.Equal(0.6, high.Share, 15);
        Assert.Equal(0.8, high.Limit(0.8, 0.5));
        Assert.Equal(0.8, low.Limit(0.8, 0));
    }

    [Fact]
    public void Remember_BeyondItsCapacity_ForgetsTheOldest()
    {
        var memory = new PatternMemory(["x"], Small);
        for (var i = 0; i < 10; i++)
        {
            memory.Remember([i], -1);
        }

        for (var i = 0; i < 10; i++)
        {
            memory.Remember([i], 1);
        }

        Assert.Equal(10, memory.Count);
        Assert.Equal(11.0 / 12, memory.Judge([4]).Prior);
        Assert.Equal(3, memory.Judge([4]).Successes);
    }

    [Fact]
    public void Remember_BetweenRefreshes_JudgesByTheOldIndex()
    {
        var memory = new PatternMemory(["x"], Small with { RefreshEvery = 3 });
        for (var i = 0; i < 8; i++)
        {
            memory.Remember([i], 1);
        }

        Assert.Equal(7.0 / 8, memory.Judge([4]).Prior);
        memory.Remember([8], 1);
        Assert.Equal(10.0 / 11, memory.Judge([4]).Prior);
    }

    [Fact]
    public void Remember_NotFinite_IsRefused()
    {
        var memory = new PatternMemory(["x", "y"], Small);
        Assert.Contains("'y' is NaN", Assert.Throws<ArgumentException>(() => memory.Remember([1, double.NaN], 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => memory.Remember([1], 1));
        Assert.Throws<ArgumentException>(() => memory.Remember([1, 1], double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => memory.Judge([double.NegativeInfinity, 0]));
    }

    [Fact]
    public void Update_RandomOutcomes_NeverRaisesAConfidenceAndChangesNothingElse()
    {
        var bars = SyntheticMarket.Generate(new() { Bars = 6000, TimeFrame = new(15), Seed = 8 }).Bars;
        var random = StreamKey.FromSeed(9).Derive("outcomes").Open();
        var options = new PatternMemoryOptions { LeastSetups = 10, Neighbours = 5, RefreshEvery = 1, PriorWeight = 1, Influence = 1 };
        var plain = SignalStrategies.Find("FVG_Pattern").Create(new(bars.TimeFrame));
        var remembering = new RememberingStrategy(SignalStrategies.Find("FVG_Pattern").Create(new(bars.TimeFrame)), options);
        Assert.Equal("FVG_Pattern", remembering.Name);
        var (lowered, judged) = (0, 0);
        var open = default(Signal);
        for (var i = 0; i < bars.Count; i++)
        {
            plain.Update(0, bars[i], 0, out var expected);
            remembering.Update(0, bars[i], 0, out var signal);
            Assert.Equal(expected, signal with { Confidence = expected.Confidence });
            if (open.Side != 0)
            {
                remembering.Closed(Trade(bars.OpenTime[i], open.Side, random.NextDouble() < 0.4 ? 2 : -1));
            }

            open = signal.Side != 0 ? signal : default;
            if (signal.Side != 0)
            {
                Assert.True(signal.Confidence <= expected.Confidence);
                lowered += signal.Confidence < expected.Confidence ? 1 : 0;
                judged += remembering.LastVerdict.Neighbours > 0 ? 1 : 0;
            }
            else
            {
                Assert.Equal(expected.Confidence, signal.Confidence);
            }
        }

        Assert.InRange(lowered, judged / 5, judged - 1);
        Assert.True(remembering.Memory.Count > 50);
    }

    [Fact]
    public void Update_SetupsThatFailedBefore_LoseConfidenceAndOthersDoNot()
    {
        // Quiet bars win, wild bars lose; the memory tells them apart by their range.
        var strategy = new RememberingStrategy(new EveryBar(), new() { LeastSetups = 20, Neighbours = 5, RefreshEvery = 1, Influence = 0.5 });
        var (quiet, wild) = (double.NaN, double.NaN);
        for (var i = 0; i < 200; i++)
        {
            var isWild = i % 2 == 1;
            var bar = new Bar(i * 60_000L, 100, 101, 99, 100 + (i % 3), 10);
            strategy.Update(0, bar with { TradeCount = isWild ? 5 : 1 }, 0, out var signal);
            (quiet, wild) = isWild ? (quiet, signal.Confidence) : (signal.Confidence, wild);
            strategy.Closed(Trade((i + 1) * 60_000L, 1, isWild ? -1 : 1));
        }

        Assert.Equal(0.8, quiet);

        // None of 5 succeeded: share = 10 prior / 15, whatever the prior.
        Assert.Equal(0.8 * (0.5 + (0.5 * 10 / 15)), wild, 12);
    }

    [Fact]
    public void Closed_TradeWithoutAKnownSignal_IsNotRemembered()
    {
        var strategy = new RememberingStrategy(new EveryBar(), Small);
        for (var i = 0; i < 40; i++)
        {
            strategy.Update(0, new Bar(i * 60_000L, 100, 101, 99, 100, 10, 1), 0, out _);
        }

        strategy.Closed(Trade(0, 1, 1));
        strategy.Closed(Trade(60_000_000, -1, 1));
        strategy.Closed(Trade(60_000_000, 1, 1) with { Risk = 0 });
        strategy.Closed(Trade(60_000_000, 1, 1) with { Symbol = 1 });
        Assert.Equal(0, strategy.Memory.Count);
        strategy.Closed(Trade(60_000_000, 1, 1));
        Assert.Equal(1, strategy.Memory.Count);
    }

    private static TradeRecord Trade(long entryTime, sbyte side, decimal result) => new()
    {
        Position = 1,
        Symbol = 0,
        Strategy = 0,
        Side = side,
        EntryTime = entryTime,
        ExitTime = entryTime + 1,
        EntryBar = 1,
        ExitBar = 2,
        EntryPrice = 100,
        ExitPrice = 101,
        Quantity = 1,
        Profit = result * 10,
        Fees = 0,
        Risk = 10,
        Reason = AuditReason.TimeStop,
    };

    /// <summary>Long on every bar; its ATR is the bar's trade count, so that a test can draw it.</summary>
    private sealed class EveryBar : ITradingStrategy
    {
        public string Name => "every bar";

        public void Update(int symbol, in Bar bar, int strategy, out Signal signal) => signal = new(
            strategy, 1, 0.8, 0, 1, double.NaN, 1, 1, 0, new(100, bar.TradeCount, 20, 20, 20, 100, 100, 1, double.NaN, double.NaN, 1, double.NaN, double.NaN));

        public void Closed(TradeRecord trade)
        {
        }
    }
}
