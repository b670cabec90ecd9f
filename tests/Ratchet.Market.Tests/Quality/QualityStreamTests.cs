using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Tests.Quality.Plain;
using Ratchet.Market.Time;

namespace Ratchet.Market.Tests.Quality;

public sealed class QualityStreamTests
{
    public static TheoryData<string> Calendars() => [.. TradingCalendar.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Calendars))]
    public void Check_DirtyRows_AgreesWithThePlainRules(string calendar)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var bars = DirtyBars.Make(seed, 40 + (seed * 9));
            var options = new QualityOptions { OutlierWindow = 20 + seed, OutlierThreshold = 3 + (seed % 5), StaleRun = 2 + (seed % 6) };
            var plain = PlainQualityChecker.Check(bars, TimeFrame.Hour1, TradingCalendar.Parse(calendar), options);
            AssertSame(plain, QualityChecker.Check(bars, TimeFrame.Hour1, TradingCalendar.Parse(calendar), options));
        }
    }

    [Fact]
    public void Add_AnyChunks_GivesTheSameReportAndTheGoodRows()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var bars = DirtyBars.Make(seed, 300);
            var whole = QualityChecker.Check(bars, TimeFrame.Hour1, TradingCalendar.CmeGlobex);
            using var stream = new QualityStream(TimeFrame.Hour1, TradingCalendar.CmeGlobex);
            var good = new List<long>();
            var rows = BarRows.Of(bars);
            for (var from = 0; from < rows.Count;)
            {
                var count = Math.Min(1 + ((seed + from) % 17), rows.Count - from);
                stream.Add(rows.Slice(from, count));
                good.AddRange(stream.Good.OpenTime);
                from += count;
            }

            var report = stream.Finish();
            good.AddRange(stream.Good.OpenTime);
            AssertSame(whole, report);
            Assert.Equal(whole.GoodRows.Select(r => bars.OpenTime[r]), good);
            Assert.Equal(whole.BadRows, stream.BadRows.Count);
            Assert.Equal(Enumerable.Range(0, bars.Count).Except(whole.GoodRows), stream.BadIndices.Order());
            Assert.Equal(stream.BadIndices.Select(i => bars.Line[i]), stream.BadRows.Line);
        }
    }

    [Fact]
    public void RepairStream_RowsInOrder_AgreesWithRowRepair()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var bars = RowRepair.Apply(DirtyBars.Make(seed, 200), new() { SortByTime = true }).Bars;
            var options = new RepairOptions { SortByTime = true, KeepLastDuplicate = seed % 3 > 0, MissingVolumeIsZero = seed % 2 > 0 };
            var whole = RowRepair.Apply(bars, options);
            var stream = new RepairStream(options);
            var times = new List<long>();
            var volumes = new List<double>();
            var rows = BarRows.Of(bars);
            for (var from = 0; from < rows.Count; from += 7)
            {
                Take(stream.Add(rows.Slice(from, Math.Min(7, rows.Count - from))));
            }

            Take(stream.Finish());
            Assert.Equal(0, stream.Descents);
            Assert.Equal(whole.Bars.OpenTime, times);
            Assert.Equal(whole.Bars.Volume, volumes);
            Assert.Equal(whole.Removed.Line, stream.Removed.Line);
            Assert.Equal(whole.Facts, stream.Facts);

            void Take(BarRows ready)
            {
                times.AddRange(ready.OpenTime);
                volumes.AddRange(ready.Volume);
            }
        }
    }

    [Fact]
    public void StepCounts_DescendingRows_GivesTheSameFrame()
    {
        long[] times = [0, 60_000, 120_000, 120_000, 480_000, 540_000, 300_000];
        var steps = new StepCounts();
        steps.Add(times.AsSpan(0, 3));
        steps.Add(times.AsSpan(3));
        Assert.Equal(TimeFrame.Minute1, steps.TimeFrame());
        Assert.Equal(1, steps.Descents);
        var back = new StepCounts();
        back.Add([180_000, 120_000, 60_000, 0]);
        Assert.Equal(TimeFrame.Minute1, back.TimeFrame(isDescending: true));
        Assert.Throws<MarketDataException>(() => back.TimeFrame());
    }

    private static void AssertSame(QualityReport expected, QualityReport actual)
    {
        Assert.Equal(expected.Defects, actual.Defects);
        Assert.Equal(expected.Gaps, actual.Gaps);
        Assert.Equal(expected.GoodRows, actual.GoodRows);
        Assert.Equal((expected.Rows, expected.ExpectedBars, expected.GoodBars), (actual.Rows, actual.ExpectedBars, actual.GoodBars));
    }
}
