using Ratchet.Market.Instruments;
using Ratchet.Market.Time;

namespace Ratchet.Market.Tests.Instruments;

public sealed class TradingCalendarTests
{
    [Fact]
    public void AroundTheClock_ADay_HasEveryBar()
    {
        var day = Range("2024-01-01", "2024-01-02");
        Assert.Equal(96, TradingCalendar.AroundTheClock.CountExpected(new TimeFrame(15), day));
        Assert.Equal(24, TradingCalendar.AroundTheClock.ExpectedOpenTimes(TimeFrame.Hour1, day).Count());
    }

    [Theory]
    [InlineData("2025-03-05", "2025-03-06", 23)] // a plain Wednesday: one hour of maintenance
    [InlineData("2025-03-08", "2025-03-09", 0)] // Saturday
    [InlineData("2025-03-09", "2025-03-10", 2)] // Sunday of the clock change: opens at 22:00 UTC
    [InlineData("2025-03-02", "2025-03-03", 1)] // Sunday before it: opens at 23:00 UTC
    [InlineData("2024-12-25", "2024-12-26", 1)] // Christmas: reopens at 23:00 UTC
    [InlineData("2025-04-18", "2025-04-19", 0)] // Good Friday
    [InlineData("2025-09-01", "2025-09-02", 19)] // Labor Day: halts at 17:00 UTC, reopens at 22:00
    public void CmeGlobex_Days_HaveTheirHours(string from, string to, int hours) =>
        Assert.Equal(hours, TradingCalendar.CmeGlobex.CountExpected(TimeFrame.Hour1, Range(from, to)));

    [Theory]
    [InlineData("2024-07-01", "2024-07-02", 16 * 60)]
    [InlineData("2024-07-03", "2024-07-04", 13 * 60)]
    [InlineData("2024-07-04", "2024-07-05", 0)]
    [InlineData("2024-03-29", "2024-03-30", 0)]
    [InlineData("2024-06-19", "2024-06-20", 0)]
    public void UsEquityExtended_Days_HaveTheirMinutes(string from, string to, int minutes) =>
        Assert.Equal(minutes, TradingCalendar.UsEquityExtended.CountExpected(TimeFrame.Minute1, Range(from, to)));

    [Theory]
    [InlineData("cme-globex", 5)]
    [InlineData("cme-globex", 60)]
    [InlineData("cme-globex", 240)]
    [InlineData("cme-globex", 1440)]
    [InlineData("us-equity-extended", 30)]
    [InlineData("us-equity-extended", 1440)]
    [InlineData("24/7", 60)]
    public void CountExpected_AnyFrame_AgreesWithTheList(string name, int minutes)
    {
        var calendar = TradingCalendar.Parse(name);
        var frame = new TimeFrame(minutes);
        foreach (var (from, to) in ((string, string)[])[("2024-11-20", "2025-01-15"), ("2024-11-20T10:07:00Z", "2024-11-26T22:51:00Z"), ("2024-11-23", "2024-11-24")])
        {
            var times = calendar.ExpectedOpenTimes(frame, Range(from, to)).ToArray();
            Assert.Equal(times.Length, calendar.CountExpected(frame, Range(from, to)));
            Assert.Equal(times.Distinct().Order(), times);
            Assert.All(times, t => Assert.Equal(t, UtcTime.Align(t, frame)));
        }
    }

    [Fact]
    public void Parse_UnknownName_ListsThemAll() =>
        Assert.Contains("cme-globex", Assert.Throws<FormatException>(() => TradingCalendar.Parse("nyse")).Message, StringComparison.Ordinal);

    private static TimeRange Range(string from, string to) => new(UtcTime.Parse(from), UtcTime.Parse(to));
}
