using Ratchet.Market.Bars;
using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Tests.Bars;

public sealed class BarGridTests
{
    /// <summary>A session opens at 23:00 UTC in winter and at 22:00 in summer; its last four-hour bar opens 20 hours later.</summary>
    [Theory]
    [InlineData("2025-03-06T23:00:00Z", true)]
    [InlineData("2025-03-06T22:00:00Z", false)]
    [InlineData("2025-03-07T19:00:00Z", true)]
    [InlineData("2025-03-07T20:00:00Z", false)]
    [InlineData("2025-03-09T22:00:00Z", true)]
    [InlineData("2025-03-09T23:00:00Z", false)]
    [InlineData("2025-03-08T12:00:00Z", false)]
    [InlineData("2025-11-02T23:00:00Z", true)]
    [InlineData("2024-12-24T15:00:00Z", true)]
    [InlineData("2024-12-24T19:00:00Z", false)]
    public void Holds_FourHoursOfGlobex_CountsFromTheOpening(string time, bool expected) =>
        Assert.Equal(expected, new BarGrid(TimeFrame.Hour4, TradingCalendar.CmeGlobex, BarAlignment.Session).Holds(UtcTime.Parse(time)));

    [Fact]
    public void Holds_TimesInAnyOrder_AnswersAsForEachAlone()
    {
        var grid = new BarGrid(TimeFrame.Hour4, TradingCalendar.CmeGlobex, BarAlignment.Session);
        var start = UtcTime.Parse("2024-10-27T00:00:00Z");
        for (var k = 0; k < 3000; k++)
        {
            var time = start + (k * 7919L % 3000 * 3_600_000);
            Assert.Equal(new BarGrid(TimeFrame.Hour4, TradingCalendar.CmeGlobex, BarAlignment.Session).Holds(time), grid.Holds(time));
        }
    }

    /// <summary>Every hour is asked for by itself: the number in any range is how many of them are held.</summary>
    [Theory]
    [InlineData(60)]
    [InlineData(240)]
    [InlineData(1440)]
    public void CountExpected_AnyRange_IsTheNumberOfTimesHeld(int minutes)
    {
        var grid = new BarGrid(new(minutes), TradingCalendar.CmeGlobex, BarAlignment.Session);
        var start = UtcTime.Parse("2024-12-20T00:00:00Z");
        const long Hour = 3_600_000;
        var held = Enumerable.Range(0, 500).Select(h => grid.Holds(start + (h * Hour)) ? 1 : 0).ToArray();
        for (var from = 0; from < 500; from += 7)
        {
            for (var to = from; to <= 500; to += 13)
            {
                Assert.Equal(held[from..to].Sum(), grid.CountExpected(new TimeRange(start + (from * Hour), start + (to * Hour))));
            }
        }
    }

    [Fact]
    public void Grid_WithoutSessions_IsThatOfUtc()
    {
        var grid = new BarGrid(TimeFrame.Hour4, TradingCalendar.AroundTheClock, BarAlignment.Session);
        Assert.False(grid.IsOfSessions);
        Assert.True(grid.Holds(UtcTime.Parse("2025-03-08T12:00:00Z")));
        Assert.False(grid.Holds(UtcTime.Parse("2025-03-08T13:00:00Z")));
        Assert.Throws<ArgumentException>(() => new BarGrid(new(10_080), TradingCalendar.CmeGlobex, BarAlignment.Session));
    }
}
