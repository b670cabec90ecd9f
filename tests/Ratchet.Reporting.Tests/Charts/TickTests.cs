using FsCheck;
using FsCheck.Fluent;
using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Tests.Charts;

public sealed class TickTests
{
    [Fact]
    public void Linear_TextbookRange_GivesRoundTicks()
    {
        var ticks = NiceTicks.Linear(0.13, 0.87, 4);
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1], ticks.Values);
        Assert.Equal(["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"], ticks.Labels);
    }

    [Fact]
    public void Linear_Percent_LabelsPerCentWithTrueMinus() =>
        Assert.Equal(["−20 %", "−15 %", "−10 %", "−5 %", "0 %"], NiceTicks.Linear(-0.18, 0, 4, ValueFormat.Percent).Labels);

    [Fact]
    public void Linear_Count_NeverGoesBelowOne() =>
        Assert.Equal(["0", "1", "2"], NiceTicks.Linear(0, 2, 10, ValueFormat.Count).Labels);

    [Fact]
    public void Linear_Large_UsesThousandsAndMillions()
    {
        Assert.Equal(["0", "5,000", "10,000"], NiceTicks.Linear(0, 10_000, 2).Labels);
        Assert.Equal(["0", "2M", "4M"], NiceTicks.Linear(0, 4_000_000, 2).Labels);
    }

    [Fact]
    public void Linear_AnyRange_CoversItWithFewEvenTicks()
    {
        var gen = from a in Gen.Choose(-1_000_000, 1_000_000)
                  from b in Gen.Choose(0, 1_000_000)
                  from e in Gen.Choose(-12, 12)
                  from target in Gen.Choose(1, 12)
                  select (Low: a * Math.Pow(10, e), High: (a * Math.Pow(10, e)) + (b * Math.Pow(10, e)), Target: target);
        Prop.ForAll(gen.ToArbitrary(), range =>
        {
            var ticks = NiceTicks.Linear(range.Low, range.High, range.Target);
            var step = ticks.Values[1] - ticks.Values[0];
            var mantissa = step / Math.Pow(10, Math.Floor(Math.Log10(step * 1.0000001)));
            return ticks.Low <= range.Low && ticks.High >= range.High
                && ticks.Values.Count >= 2 && ticks.Values.Count <= range.Target + 3
                && ticks.Values.Zip(ticks.Values.Skip(1)).All(pair => Math.Abs(pair.Second - pair.First - step) < step * 1e-4)
                && new[] { 1.0, 2, 5 }.Any(nice => Math.Abs(mantissa - nice) < 1e-3);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(double.NaN, 1)]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(-1e301, 0)]
    [InlineData(1, 0)]
    public void Linear_NotARange_Throws(double low, double high) => Assert.Throws<ArgumentOutOfRangeException>(() => NiceTicks.Linear(low, high, 5));

    [Theory]
    [InlineData(-1e300, 1e300)]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(1e15, 1e15 + 0.25)]
    [InlineData(0, 5e-324)]
    public void Linear_ExtremeRange_StillHasTicks(double low, double high)
    {
        var ticks = NiceTicks.Linear(low, high, 5);
        Assert.True(ticks.Values.Count >= 2);
        Assert.All(ticks.Values, value => Assert.True(double.IsFinite(value)));
    }

    [Fact]
    public void Log_ThreeDecades_GivesPowersOfTen() => Assert.Equal(["0.001", "0.01", "0.1", "1"], NiceTicks.Log(0.001, 1).Labels);

    [Fact]
    public void Log_OneDecade_GivesOneTwoFive() => Assert.Equal([1, 2, 5, 10], NiceTicks.Log(1, 10).Values);

    [Fact]
    public void Log_LessThanAFactorOfFive_GivesPlainSteps() => Assert.Equal(["1.0", "1.2", "1.4", "1.6"], NiceTicks.Log(0.95, 1.75).Labels);

    [Theory]
    [InlineData("2024-01-01", "2024-01-02", 8, "1 Jan 00:00", "2 Jan 00:00")]
    [InlineData("2024-02-27", "2024-03-02", 6, "27 Feb", "2 Mar")]
    [InlineData("2023-12-15", "2024-07-01", 8, "Jan 2024", "Jul 2024")]
    [InlineData("2009-06-01", "2024-06-01", 8, "2010", "2024")]
    public void Time_KnownRanges_StartAndEndOnWholeUnits(string from, string to, int target, string first, string last)
    {
        var ticks = TimeTicks.Of(Milliseconds(from), Milliseconds(to), target);
        Assert.Equal(first, ticks.Labels[0]);
        Assert.Equal(last, ticks.Labels[^1]);
    }

    [Fact]
    public void Time_AnyRange_AscendsInsideItAndIsNotCrowded()
    {
        var gen = from start in Gen.Choose(0, 2_000_000)
                  from minutes in Gen.Choose(1, int.MaxValue / 64)
                  from target in Gen.Choose(2, 14)
                  select (Low: start * 1e6, High: (start * 1e6) + (minutes * 60_000.0), Target: target);
        Prop.ForAll(gen.ToArbitrary(), range =>
        {
            var ticks = TimeTicks.Of(range.Low, range.High, range.Target);
            return ticks.Values.Count <= range.Target + 2
                && ticks.Values.All(value => value >= range.Low && value <= range.High)
                && ticks.Values.Zip(ticks.Values.Skip(1)).All(pair => pair.Second > pair.First);
        }).QuickCheckThrowOnFailure();
    }

    private static double Milliseconds(string date) =>
        (DateTime.SpecifyKind(DateTime.Parse(date), DateTimeKind.Utc) - DateTime.UnixEpoch).TotalMilliseconds;
}
