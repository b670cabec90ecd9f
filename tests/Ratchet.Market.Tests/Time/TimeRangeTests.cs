using Ratchet.Market.Time;

namespace Ratchet.Market.Tests.Time;

public sealed class TimeRangeTests
{
    [Theory]
    [InlineData("20240101-20240601", 1704067200000, 1717200000000)]
    [InlineData("20240101-", 1704067200000, long.MaxValue)]
    [InlineData("-20240601", long.MinValue, 1717200000000)]
    [InlineData("1704067200-1717200000000", 1704067200000, 1717200000000)]
    [InlineData("-", long.MinValue, long.MaxValue)]
    public void Parse_Ranges_AreHalfOpen(string text, long from, long to)
    {
        var range = TimeRange.Parse(text);
        Assert.Equal(new TimeRange(from, to), range);
        Assert.True(range.Contains(from));
        Assert.False(range.Contains(to));
    }

    [Theory]
    [InlineData("20240101")]
    [InlineData("20240601-20240101")]
    [InlineData("20240101-20240101")]
    [InlineData("20241301-")]
    [InlineData("2024-01-01")]
    [InlineData("")]
    public void Parse_NoRange_Throws(string text) => Assert.Throws<FormatException>(() => TimeRange.Parse(text));

    [Fact]
    public void Intersect_Ranges_ShareTheCommonPart()
    {
        Assert.Equal(new TimeRange(5, 10), new TimeRange(0, 10).Intersect(new(5, 20)));
        Assert.True(new TimeRange(0, 5).Intersect(new(7, 9)).IsEmpty);
    }

    [Theory]
    [InlineData("2024-01-31", "2024-01-31T00:00:00Z")]
    [InlineData("2024-01-31 13:05", "2024-01-31T13:05:00Z")]
    [InlineData("2024-01-31T13:05:00.25Z", "2024-01-31T13:05:00.250Z")]
    [InlineData("2024-01-31T13:05:00+02:00", "2024-01-31T11:05:00Z")]
    [InlineData("1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999Z")]
    public void UtcTime_ParseThenFormat_IsIso(string text, string expected) => Assert.Equal(expected, UtcTime.Format(UtcTime.Parse(text)));

    [Fact]
    public void UtcTime_OddText_Throws() => Assert.Throws<FormatException>(() => UtcTime.Parse("31.01.2024"));

    [Theory]
    [InlineData("1h", "2024-01-31T13:59:59Z", "2024-01-31T13:00:00Z")]
    [InlineData("4h", "2024-01-31T13:59:59Z", "2024-01-31T12:00:00Z")]
    [InlineData("1d", "1969-12-31T13:00:00Z", "1969-12-31T00:00:00Z")]
    [InlineData("1w", "2024-01-31T13:00:00Z", "2024-01-29T00:00:00Z")]
    public void UtcTime_Align_IsTheBarsOpening(string frame, string time, string expected) =>
        Assert.Equal(UtcTime.Parse(expected), UtcTime.Align(UtcTime.Parse(time), TimeFrame.Parse(frame)));
}
