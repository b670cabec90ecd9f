using Ratchet.Features.Levels;
using Ratchet.Features.Tests.OrderFlow;
using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Levels;

public sealed class LevelTests
{
    private const long Minute = 60_000;

    [Theory]
    [InlineData("2024-03-08T12:00:00Z", "2024-03-08T09:00:00Z", "2024-03-08T14:30:00Z", "2024-03-08T21:00:00Z")] // winter
    [InlineData("2024-03-10T12:00:00Z", "2024-03-11T08:00:00Z", "2024-03-11T13:30:00Z", "2024-03-11T20:00:00Z")] // the Sunday clocks go forward
    [InlineData("2024-11-03T12:00:00Z", "2024-11-04T09:00:00Z", "2024-11-04T14:30:00Z", "2024-11-04T21:00:00Z")] // the Sunday they go back
    [InlineData("2024-11-28T15:00:00Z", "2024-11-29T09:00:00Z", "2024-11-29T14:30:00Z", "2024-11-29T18:00:00Z")] // Thanksgiving, then a short day
    [InlineData("2024-03-08T21:00:00Z", "2024-03-11T08:00:00Z", "2024-03-11T13:30:00Z", "2024-03-11T20:00:00Z")] // the close belongs to the next day
    public void From_NewYork_KnowsClocksAndHolidays(string time, string preMarket, string open, string close) =>
        Assert.Equal(new(new(At(preMarket), At(open)), new(At(open), At(close))), MarketDays.UnitedStates.From(At(time)));

    [Fact]
    public void Build_OneMorning_IsTheHandCalculation()
    {
        var open = At("2024-03-11T13:30:00Z");
        // Pre-market 08:00 to 13:30 UTC: highest 12, lowest 7; opening range 20 and 18; later 30.
        var bars = Series(
            (open - (330 * Minute), 10, 12, 9), (open - (2 * Minute), 8, 10, 7), (open - Minute, 9, 10, 8),
            (open, 19, 20, 18), (open + (14 * Minute), 19, 19.5, 18.5), (open + (15 * Minute), 29, 30, 28), (open + (389 * Minute), 25, 26, 24), (open + (390 * Minute), 50, 60, 40));
        var table = LevelTable.Build(bars, LevelSources.All(MarketDays.UnitedStates, TimeFrame.Minute1, new() { RoundStep = 10 }));
        var close = open + (390 * Minute);
        Assert.Equal([new Level(LevelKind.PreMarketHigh, 12, open, close)], table.Of(LevelKind.PreMarketHigh));
        Assert.Equal([new Level(LevelKind.PreMarketLow, 7, open, close)], table.Of(LevelKind.PreMarketLow));
        Assert.Equal([new Level(LevelKind.OpeningRangeHigh, 20, open + (15 * Minute), close)], table.Of(LevelKind.OpeningRangeHigh));
        Assert.Equal([new Level(LevelKind.OpeningRangeLow, 18, open + (15 * Minute), close)], table.Of(LevelKind.OpeningRangeLow));
        var next = At("2024-03-12T20:00:00Z");
        Assert.Equal([new Level(LevelKind.PreviousHigh, 30, close, next)], table.Of(LevelKind.PreviousHigh));
        Assert.Equal([new Level(LevelKind.PreviousLow, 18, close, next)], table.Of(LevelKind.PreviousLow));
        Assert.Equal([new Level(LevelKind.PreviousClose, 25, close, next)], table.Of(LevelKind.PreviousClose));
        // Volumes are 1; typical prices 19, 19 and (30 + 28 + 29) / 3 = 29.
        Assert.Equal([19, 19, 67 / 3.0], table.Of(LevelKind.SessionVwap).Take(3).Select(l => l.Price));
        Assert.True(table.TryFind(LevelKind.RoundAbove, open + (16 * Minute), out var round));
        Assert.Equal(30, round.Price);
        Assert.False(table.TryFind(LevelKind.PreMarketHigh, open - 1, out _));
        Assert.True(table.TryFind(LevelKind.PreMarketHigh, open, out _));
        Assert.False(table.TryFind(LevelKind.OpeningRangeHigh, open + (15 * Minute) - 1, out _));
        Assert.False(table.TryFind(LevelKind.PreMarketHigh, close, out _));
        Assert.Empty(table.Of(LevelKind.Average200));
    }

    [Fact]
    public void Build_BarMissingAtTheBell_LevelIsKnownByTheClock()
    {
        var open = At("2024-03-11T13:30:00Z");
        var stream = new LevelStream(LevelSources.All(MarketDays.UnitedStates, TimeFrame.Minute1));
        stream.Update(Series((open - (330 * Minute), 10, 12, 9))[0]);
        stream.Advance(open - 1);
        Assert.False(stream.TryGet(LevelKind.PreMarketHigh, open - 1, out _));
        stream.Advance(open);
        Assert.True(stream.TryGet(LevelKind.PreMarketHigh, open, out var level));
        Assert.Equal(12, level.Price);
    }

    [Fact]
    public void Build_FeedBeginsInsideTheRange_GivesNoLevel()
    {
        var open = At("2024-03-11T13:30:00Z");
        var bars = Series((open + Minute, 10, 12, 9), (open + (20 * Minute), 10, 12, 9));
        var table = LevelTable.Build(bars, LevelSources.All(MarketDays.UnitedStates, TimeFrame.Minute1), open + (400 * Minute));
        Assert.Empty(table.Kinds);
    }

    [Fact]
    public void Average_200Closes_IsTheirMean()
    {
        var bars = Series([.. Enumerable.Range(0, 201).Select(i => (At("2024-03-11T00:00:00Z") + (i * Minute), (double)i, i + 1.0, i - 1.0))]);
        var levels = LevelTable.Build(bars, [AverageSource.Of200(TimeFrame.Minute1)]).Of(LevelKind.Average200);
        Assert.Equal([99.5, 100.5], levels.Select(l => l.Price));
        Assert.Equal(bars.OpenTime[199] + Minute, levels[0].KnownFrom);
    }

    [Fact]
    public void Vwap_NoVolume_IsAbsent()
    {
        var bars = FlowFiles.Bars("data/futures/ES_1m_2024-12_2025-09.csv.gz", 0, 3000);
        var table = LevelTable.Build(bars, LevelSources.All(MarketDays.UnitedStates, TimeFrame.Minute1));
        Assert.DoesNotContain(LevelKind.SessionVwap, table.Kinds);
        Assert.Contains(LevelKind.PreMarketHigh, table.Kinds);
    }

    [Theory]
    [InlineData("data/futures/ES_1m_2024-12_2025-09.csv.gz", 84_800, 7000)] // over the change of clocks of 2025-03-09
    [InlineData("data/futures/SPY_1m_2024-02_05.csv.gz", 8500, 5000)] // over that of 2024-03-10
    public void Build_RealBars_IsBlindToTheFutureAndEqualsTheStream(string file, int from, int count)
    {
        var bars = FlowFiles.Bars(file, from, count);
        LevelTable Build(BarSeries series, long until) => LevelTable.Build(series, LevelSources.All(MarketDays.UnitedStates, TimeFrame.Minute1, new() { RoundStep = 25 }), until);
        var last = bars.OpenTime[^1] + Minute;
        var whole = Build(bars, last);
        Assert.True(whole.Of(LevelKind.OpeningRangeHigh).Count >= 4, $"{whole.Of(LevelKind.OpeningRangeHigh).Count} opening ranges.");
        for (var cut = 500; cut < bars.Count; cut += 1511)
        {
            // A moment inside a bar: what has closed by then is known.
            var now = bars.OpenTime[cut] + (Minute / 2);
            var closed = bars.OpenTime[..cut].ToArray().Count(t => t + Minute <= now);
            var truncated = Build(bars.Slice(new(0, closed)), now);
            var rewritten = Build(FlowFiles.Rewrite(bars, closed), last);
            foreach (var kind in whole.Kinds)
            {
                var known = whole.Of(kind).Where(l => l.KnownFrom <= now).ToArray();
                FlowFiles.AssertSame(known, truncated.Of(kind), $"{kind} cut");
                FlowFiles.AssertSame(known, [.. rewritten.Of(kind).Where(l => l.KnownFrom <= now)], $"{kind} rewritten");
            }
        }

        var stream = new LevelStream(LevelSources.All(MarketDays.UnitedStates, TimeFrame.Minute1, new() { RoundStep = 25 }));
        for (var i = 0; i < bars.Count; i++)
        {
            stream.Update(bars[i]);
            var now = bars.OpenTime[i] + Minute;
            foreach (var kind in whole.Kinds)
            {
                Assert.Equal(whole.TryFind(kind, now, out var expected), stream.TryGet(kind, now, out var level));
                Assert.Equal(expected.HoldsAt(now) ? expected : default, level.HoldsAt(now) ? level : default);
            }
        }

        foreach (var level in whole.Of(LevelKind.PreMarketHigh))
        {
            var day = MarketDays.UnitedStates.From(level.KnownFrom);
            var plain = Enumerable.Range(0, bars.Count).Where(i => day.PreMarket.Contains(bars.OpenTime[i])).Max(i => bars.High[i]);
            Assert.Equal(plain, level.Price);
            Assert.Equal(day.Regular.From, level.KnownFrom);
        }
    }

    [Fact]
    public void Context_HandMadeBars_IsTheHandCalculation()
    {
        var open = At("2024-03-11T13:30:00Z");
        var stream = new LevelContextStream(MarketDays.UnitedStates, TimeFrame.Minute1, new() { TouchBand = 1, MonitorBand = 3, AtrPeriod = 2, VolatilityPeriod = 2 });
        (double Close, double High, double Low, int Touches)[] path =
        [
            (95, 96, 94, 0), // wholly outside: armed
            (98, 98.5, 97, 0), // in the monitor band
            (99.5, 99.8, 98, 1), // touches
            (100, 100.5, 99, 1), // still the same touch
            (95, 96, 94, 1), // a full exit
            (99, 99, 95, 2), // touches again
        ];
        for (var i = 0; i < path.Length; i++)
        {
            var (close, high, low, touches) = path[i];
            var context = stream.Update(new Bar(open + (i * Minute), close, high, low, close, 1), 100);
            Assert.Equal(touches, context.Touches);
            Assert.Equal(100 - close, context.Distance);
            Assert.Equal(i + 1, context.MinutesSinceOpen);
            Assert.Equal((i + 1) / 390.0, context.SessionShare, 1e-15);
            Assert.Equal(i < 2, double.IsNaN(context.DistanceInAtr));
            if (i == 2)
            {
                // True ranges 3.5 and 1.8 of bars 1 and 2: mean 2.65. Returns ln(98/95), ln(99.5/98).
                Assert.Equal(0.5 / 2.65, context.DistanceInAtr, 1e-12);
                var (a, b) = (Math.Log(98 / 95.0), Math.Log(99.5 / 98));
                Assert.Equal(Math.Abs(a - b) / Math.Sqrt(2), context.Volatility, 1e-12);
            }
        }
    }

    [Fact]
    public void Context_RealBars_IsBlindToTheFutureAndEqualsTheStream()
    {
        var bars = FlowFiles.Bars("data/futures/ES_1m_2024-12_2025-09.csv.gz", 50_000, 4000);
        var levels = Enumerable.Repeat(bars.Close[2000], bars.Count).ToArray();
        var whole = new LevelContext[bars.Count];
        LevelContexts.Compute(bars, MarketDays.UnitedStates, levels, null, whole);
        var rewritten = new LevelContext[bars.Count];
        LevelContexts.Compute(FlowFiles.Rewrite(bars, 2500), MarketDays.UnitedStates, levels, null, rewritten);
        Assert.Equal(whole[..2500], rewritten[..2500]);
        Assert.NotEqual(whole[2500..], rewritten[2500..]);
        var stream = new LevelContextStream(MarketDays.UnitedStates, TimeFrame.Minute1);
        for (var i = 0; i < bars.Count; i++)
        {
            Assert.Equal(whole[i], stream.Update(bars[i], levels[i]));
        }

        Assert.True(whole.Max(w => w.Touches) > 1);
    }

    private static long At(string time) => UtcTime.Parse(time);

    private static BarSeries Series(params (long Open, double Close, double High, double Low)[] bars) => new(Symbol.Parse("TEST/USD"), TimeFrame.Minute1, new()
    {
        OpenTime = bars.Select(b => b.Open).ToArray(),
        Open = bars.Select(b => b.Close).ToArray(),
        High = bars.Select(b => b.High).ToArray(),
        Low = bars.Select(b => b.Low).ToArray(),
        Close = bars.Select(b => b.Close).ToArray(),
        Volume = bars.Select(_ => 1.0).ToArray(),
    });
}
