using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;
using Ratchet.Numerics.Windows;

namespace Ratchet.Market.Tests.Bars;

public sealed class SessionResamplerTests
{
    private static readonly TimeFrame Minutes30 = new(30);

    /// <summary>Chicago is six hours behind UTC in winter and five in summer: a session opens at 23:00 and then at 22:00 UTC, and closes 23 hours later.</summary>
    [Theory]
    [InlineData("2025-03-05T23:00:00Z", "2025-03-06T22:00:00Z")]
    [InlineData("2025-03-09T22:00:00Z", "2025-03-10T21:00:00Z")]
    [InlineData("2025-10-30T22:00:00Z", "2025-10-31T21:00:00Z")]
    [InlineData("2025-11-02T23:00:00Z", "2025-11-03T22:00:00Z")]
    public void Resample_DayAcrossTheClockChange_OpensAtSeventeenInChicago(string open, string close)
    {
        var bars = Globex("2025-03-02T23:00:00Z", "2025-03-14T21:00:00Z", "2025-10-26T22:00:00Z", "2025-11-07T22:00:00Z");
        var result = SessionResampler.Resample(bars, TimeFrame.Day1, TradingCalendar.CmeGlobex);
        var (from, to) = (UtcTime.Parse(open), UtcTime.Parse(close));
        var at = result.Bars.OpenTime.IndexOf(from);
        Assert.True(at >= 0);
        var first = bars.OpenTime.IndexOf(from);
        var last = bars.OpenTime.IndexOf(to - Minutes30.Milliseconds);
        Assert.Equal((bars.Open[first], bars.Close[last]), (result.Bars.Open[at], result.Bars.Close[at]));
        Assert.Equal(last - first + 1, result.Bars.Volume[at]);
        Assert.Equal(46, result.Bars.Volume[at]);
        Assert.Equal(0, result.OutsideSessions);
        Assert.Equal(0, result.PartialBars);
    }

    [Fact]
    public void Resample_FourHours_EndWithTheSession()
    {
        var result = SessionResampler.Resample(Globex("2025-01-06", "2025-01-08"), TimeFrame.Hour4, TradingCalendar.CmeGlobex);
        var day = UtcTime.Parse("2025-01-06T23:00:00Z");
        var times = result.Bars.OpenTime.ToArray().Where(t => t >= day && t < day + UtcTime.MillisecondsPerDay).ToArray();
        Assert.Equal([0, 4, 8, 12, 16, 20], times.Select(t => (t - day) / 3_600_000));
        Assert.Equal([8, 8, 8, 8, 8, 6], times.Select(t => result.Bars.Volume[result.Bars.OpenTime.IndexOf(t)]));
    }

    [Fact]
    public void Resample_ShortenedDay_IsClosedAtItsEnd()
    {
        // 2024-12-24 halts at 12:15 Chicago time, 18:15 UTC.
        var bars = Globex("2024-12-23T23:00:00Z", "2024-12-24T20:00:00Z");
        var result = SessionResampler.Resample(bars, TimeFrame.Day1, TradingCalendar.CmeGlobex);
        Assert.Null(result.IncompleteLast);
        Assert.Equal(UtcTime.Parse("2024-12-23T23:00:00Z"), Assert.Single(result.Bars.OpenTime.ToArray()));
    }

    [Fact]
    public void Resample_EveryPrefix_NeverServesAnOpenBarAsClosed()
    {
        var bars = Globex("2025-03-06", "2025-03-12");
        var whole = SessionResampler.Resample(bars, TimeFrame.Hour4, TradingCalendar.CmeGlobex).Bars;
        for (var count = 1; count <= bars.Count; count++)
        {
            var part = SessionResampler.Resample(bars.Slice(new IndexRange(0, count)), TimeFrame.Hour4, TradingCalendar.CmeGlobex);
            Assert.True(part.Bars.Count <= whole.Count);
            for (var i = 0; i < part.Bars.Count; i++)
            {
                Assert.Equal(whole[i], part.Bars[i]);
            }

            Assert.True(part.IncompleteLast is null || part.Bars.Count == 0 || part.IncompleteLast.Value.OpenTime > part.Bars.OpenTime[^1]);
        }
    }

    [Fact]
    public void Resample_BeginningAmidABar_LeavesThatBarOut()
    {
        var bars = Globex("2025-03-06T23:00:00Z", "2025-03-12");
        var whole = SessionResampler.Resample(bars, TimeFrame.Hour4, TradingCalendar.CmeGlobex);
        Assert.Null(whole.IncompleteFirst);
        for (var cut = 1; cut < 8; cut++)
        {
            var part = SessionResampler.Resample(bars.Slice(new IndexRange(cut, bars.Count)), TimeFrame.Hour4, TradingCalendar.CmeGlobex);
            Assert.Equal(whole.Bars.Count - 1, part.Bars.Count);
            Assert.Equal(whole.Bars[1], part.Bars[0]);
            Assert.Equal(whole.Bars.OpenTime[0], part.IncompleteFirst!.Value.OpenTime);
        }
    }

    [Fact]
    public void Resample_BarsOutsideSessions_AreLeftOutAndCounted()
    {
        var builder = new BarSeriesBuilder(Symbol.Parse("ES"), TimeFrame.Hour1);
        builder.Add(new(UtcTime.Parse("2025-01-04T12:00:00Z"), 1, 1, 1, 1, 1));
        builder.Add(new(UtcTime.Parse("2025-01-05T23:00:00Z"), 2, 2, 2, 2, 1));
        var result = SessionResampler.Resample(builder.Build(), TimeFrame.Day1, TradingCalendar.CmeGlobex);
        Assert.Equal(1, result.OutsideSessions);
        Assert.Equal(0, result.Bars.Count);
        Assert.Equal(2, result.IncompleteLast!.Value.Open);
        Assert.Throws<ArgumentException>(() => SessionResampler.Resample(builder.Build(), new TimeFrame(10_080), TradingCalendar.CmeGlobex));
    }

    /// <summary>Half-hourly bars of every session between pairs of times, each of volume 1.</summary>
    private static BarSeries Globex(params string[] spans)
    {
        var builder = new BarSeriesBuilder(Symbol.Parse("ES"), Minutes30);
        for (var k = 0; k < spans.Length; k += 2)
        {
            foreach (var time in TradingCalendar.CmeGlobex.ExpectedOpenTimes(Minutes30, new(UtcTime.Parse(spans[k]), UtcTime.Parse(spans[k + 1]))))
            {
                var price = 100 + (builder.Count % 17);
                builder.Add(new(time, price, price + 2, price - 2, price + 1, 1));
            }
        }

        return builder.Build();
    }
}
