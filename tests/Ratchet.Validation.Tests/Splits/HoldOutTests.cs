using Ratchet.Numerics.Windows;
using Ratchet.Validation.Splits;

namespace Ratchet.Validation.Tests.Splits;

public sealed class HoldOutTests
{
    private const long Day = 86_400_000;

    [Fact]
    public void Choose_LongHistory_SealsSixCalendarMonths()
    {
        // Daily bars 2020-01-01 .. 2023-12-31; six months before the last is 2023-06-30.
        var first = DateTimeOffset.Parse("2020-01-01T00:00:00Z").ToUnixTimeMilliseconds();
        var last = DateTimeOffset.Parse("2023-12-31T00:00:00Z").ToUnixTimeMilliseconds();
        var times = Enumerable.Range(0, (int)((last - first) / Day) + 1).Select(i => first + (i * Day)).ToArray();
        var cut = HoldOut.Choose(times, new());
        Assert.Equal(DateTimeOffset.Parse("2023-06-30T00:00:00Z").ToUnixTimeMilliseconds(), times[cut.Sealed.Start]);
        Assert.Equal(new IndexRange(0, cut.Sealed.Start), cut.Development);
        Assert.Equal(times.Length, cut.Sealed.End);
    }

    [Fact]
    public void Choose_ShortHistory_SealsAFifthOfTheTime()
    {
        var times = Enumerable.Range(0, 101).Select(i => i * Day).ToArray();
        Assert.Equal(new HoldOut(new(0, 80), new(80, 101)), HoldOut.Choose(times, new()));
    }

    [Fact]
    public void Choose_MissingBars_CutAtTheSameTime()
    {
        var times = Enumerable.Range(0, 101).Where(i => i is < 30 or > 50 && i % 7 != 3 || i == 100).Select(i => i * Day).ToArray();
        var cut = HoldOut.Choose(times, new());
        Assert.All(times[..cut.Development.End], t => Assert.True(t < 80 * Day));
        Assert.All(times[cut.Sealed.Start..], t => Assert.True(t >= 80 * Day));
    }

    [Fact]
    public void InDevelopment_LabelThatReachesIntoTheSeal_IsOut()
    {
        var cut = new HoldOut(new(0, 80), new(80, 100));
        Assert.True(cut.InDevelopment(70, 80));
        Assert.False(cut.InDevelopment(70, 81));
        Assert.False(cut.InDevelopment(80, 80));
    }

    [Fact]
    public void Choose_BadInput_Throws()
    {
        Assert.Throws<SplitRefusedException>(() => HoldOut.Choose([1], new()));
        Assert.Throws<ArgumentException>(() => HoldOut.Choose([1, 1], new()));
        Assert.Throws<ArgumentOutOfRangeException>(() => HoldOut.Choose([1, 2], new() { Months = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => HoldOut.Choose([1, 2], new() { MaximumShare = 0 }));
    }
}
