using Ratchet.Features.Frames;
using Ratchet.Market.Time;

namespace Ratchet.Features.Tests.Frames;

public sealed class HigherFrameBarsTests
{
    private static readonly TimeFrame Week = new(7 * 1440);

    [Fact]
    public void Update_FourHours_ClosesOnTheLastHour()
    {
        // Hours 0 to 8, closes 100 + hour.
        Assert.Equal(["3:own 103", "7:own 107"], Closes(TimeFrame.Hour1, TimeFrame.Hour4, Enumerable.Range(0, 9)));
    }

    [Fact]
    public void Update_BeginsInTheMiddle_LeavesTheFirstOut() =>
        Assert.Equal(["7:own 107"], Closes(TimeFrame.Hour1, TimeFrame.Hour4, Enumerable.Range(2, 7)));

    [Fact]
    public void Update_LastHourMissing_ClosesWithTheFirstBarBeyond() =>
        Assert.Equal(["4:earlier 102", "7:own 107"], Closes(TimeFrame.Hour1, TimeFrame.Hour4, [0, 1, 2, 4, 5, 6, 7]));

    [Fact]
    public void Update_FirstHourMissingLater_StillCounts() =>
        Assert.Equal(["3:own 103", "7:own 107"], Closes(TimeFrame.Hour1, TimeFrame.Hour4, [0, 1, 2, 3, 5, 6, 7]));

    [Fact]
    public void Update_OnlyTheLastHourAfterAGap_ClosesTwo() =>
        Assert.Equal(["11:earlier 101", "11:own 111"], Closes(TimeFrame.Hour1, TimeFrame.Hour4, [0, 1, 11]));

    [Fact]
    public void Update_SameFrame_ClosesEveryBar() =>
        Assert.Equal(["5:own 105", "6:own 106"], Closes(TimeFrame.Hour1, TimeFrame.Hour1, [5, 6]));

    [Fact]
    public void Update_Weeks_BeginOnMondays()
    {
        // 1970-01-05 was a Monday: day 4.
        Assert.Equal(["10:own 110"], Closes(TimeFrame.Day1, Week, Enumerable.Range(0, 17)));
        Assert.Equal(["4:own 104", "11:own 111"], Closes(Week, Week, [4, 11], TimeFrame.Day1));
    }

    [Fact]
    public void Update_BarsThatDoNotDivideTheFrame_CloseOnReachingTheBoundary() =>
        Assert.Equal(["1:own 101", "2:own 102"], Closes(new(45), TimeFrame.Hour1, [0, 1, 2]));

    [Fact]
    public void Update_BeforeTheEpoch_KeepsTheGrid() =>
        Assert.Equal(["-5:own 95", "-1:own 99"], Closes(TimeFrame.Hour1, TimeFrame.Hour4, Enumerable.Range(-8, 8)));

    [Theory]
    [InlineData(60, 240, 1, 7)]
    [InlineData(60, 60, 10, 10)]
    [InlineData(60, 1440, 10, 263)]
    [InlineData(45, 60, 1, 3)]
    public void BarsToClose_WorstBeginning_IsCounted(int from, int to, int count, int expected) =>
        Assert.Equal(expected, HigherFrameBars.BarsToClose(new(from), new(to), count));

    [Fact]
    public void Update_ThreeBarsOfAnHour_AreFirstHighestLowestLastAndSums()
    {
        var frame = new HigherFrameBars(new(20), TimeFrame.Hour1);
        Assert.False(frame.Update(new(0, 10, 12, 9, 11, 1, 5, 0.5), out _, out _, out _));
        Assert.False(frame.Update(new(1_200_000, 11, 11, 7, 8, 2, 6, 1), out _, out _, out _));
        Assert.True(frame.Update(new(2_400_000, 8, 10, 8, 9, 4, 7, 1.5), out _, out var hasEarlier, out var own));
        Assert.False(hasEarlier);
        Assert.Equal(new(0, 10, 12, 7, 9, 7, 18, 3), own);
    }

    private static List<string> Closes(TimeFrame from, TimeFrame to, IEnumerable<int> indices, TimeFrame? unit = null)
    {
        var frame = new HigherFrameBars(from, to);
        var found = new List<string>();
        foreach (var index in indices)
        {
            var price = 100 + index;
            var isClosed = frame.Update(
                new(index * (unit ?? from).Milliseconds, price, price, price, price, 1), out var earlier, out var hasEarlier, out var own);
            if (hasEarlier)
            {
                found.Add($"{index}:earlier {earlier.Close}");
            }

            if (isClosed)
            {
                found.Add($"{index}:own {own.Close}");
            }
        }

        return found;
    }
}
