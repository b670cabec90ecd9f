using FsCheck;
using FsCheck.Fluent;
using Ratchet.Market.Feeds;
using Ratchet.Market.Instruments;
using Ratchet.Market.Quality;
using Ratchet.Market.Time;

namespace Ratchet.Market.Tests.Quality;

public sealed class QualityCheckerTests
{
    [Fact]
    public void Check_CleanRows_IsPerfect()
    {
        var report = Check(RawBarsBuilder.Hours(300));
        Assert.Equal(1.0, report.Quality);
        Assert.Empty(report.Defects);
        Assert.Empty(report.Gaps);
        Assert.Equal(300, report.ExpectedBars);
    }

    [Fact]
    public void Check_OneDefectOfEachKind_NamesItsLine()
    {
        var raw = RawBarsBuilder.Hours(300);
        raw.Close[10] = double.NaN;
        raw.Low[20] = -1;
        raw.Volume[30] = -5;
        raw.High[40] = raw.Open[40] - 0.5;
        raw.OpenTime[50] += 60_000;
        raw.OpenTime[60] = raw.OpenTime[10];
        var report = Check(raw);
        Assert.Equal(12, Assert.Single(report.Of(DefectKind.MissingValue)).Line);
        Assert.Equal(22, Assert.Single(report.Of(DefectKind.NonPositivePrice)).Line);
        Assert.Equal(32, Assert.Single(report.Of(DefectKind.NegativeVolume)).Line);
        Assert.Equal(42, Assert.Single(report.Of(DefectKind.OhlcViolation)).Line);
        Assert.Equal(52, Assert.Single(report.Of(DefectKind.OffGrid)).Line);
        Assert.Equal(62, Assert.Single(report.Of(DefectKind.NonMonotone)).Line);
        Assert.Equal(6, report.BadRows);
        Assert.Equal(294.0 / 300, report.Quality);
        Assert.Equal(2, report.MissingBars);
        Assert.Contains("bad: OffGrid in 1 rows: line 52", report.Describe(), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Duplicates_EqualOnesCostNothingConflictingOnesTheBar()
    {
        var raw = RawBarsBuilder.Hours(10).Select([0, 1, 2, 2, 3, 4, 4, 5, 6, 7, 8, 9]);
        raw.Close[6] += 0.1;
        var report = Check(raw);
        Assert.Equal([3], report.Of(DefectKind.Duplicate).Select(d => d.Row));
        Assert.Equal([5, 6], report.Of(DefectKind.ConflictingDuplicate).Select(d => d.Row));
        Assert.Equal(9, report.GoodBars);
        Assert.Equal(10, report.ExpectedBars);
        Assert.Empty(report.Gaps);
        var repaired = RowRepair.Apply(raw, new RepairOptions { KeepLastDuplicate = true });
        Assert.Equal(1.0, Check(repaired.Bars).Quality);
        Assert.Equal(raw.Close[6], repaired.Bars.Close[4]);
        Assert.Equal(2, repaired.Removed.Count);
        Assert.Single(repaired.Facts);
    }

    [Fact]
    public void Check_Gap_IsCountedAndMeasured()
    {
        var raw = RawBarsBuilder.Hours(100).Select([.. Enumerable.Range(0, 100).Where(i => i is not (20 or 21 or 22 or 60))]);
        var report = Check(raw);
        Assert.Equal(2, report.Gaps.Count);
        Assert.Equal(3, report.LongestGap);
        Assert.Equal(4, report.MissingBars);
        Assert.Equal(0.04, report.MissingShare);
        Assert.Equal(0.96, report.Quality);
        Assert.Equal(new TimeRange(20 * 3_600_000L, 23 * 3_600_000L), report.Gaps[0].Span);
    }

    [Fact]
    public void Check_DisorderedRows_AreBadUntilSorted()
    {
        var raw = RawBarsBuilder.Hours(10).Select([0, 1, 4, 2, 3, 5, 6, 7, 8, 9]);
        Assert.Equal([3, 4], Check(raw).Of(DefectKind.NonMonotone).Select(d => d.Row));
        var repaired = RowRepair.Apply(raw, new RepairOptions { SortByTime = true });
        Assert.Equal(1.0, Check(repaired.Bars).Quality);
        Assert.Contains("1 rows came before", Assert.Single(repaired.Facts), StringComparison.Ordinal);
    }

    [Fact]
    public void Check_Spike_WarnsFromThePastOnlyAndStaysGood()
    {
        var raw = RawBarsBuilder.Hours(300);
        var before = Check(raw.Select([.. Enumerable.Range(0, 151)]));
        raw.Close[150] *= 100;
        raw.High[150] *= 100;
        var report = Check(raw);
        Assert.Empty(before.Of(DefectKind.Outlier));
        Assert.Equal([150, 151], report.Of(DefectKind.Outlier).Select(d => d.Row));
        Assert.Equal(1.0, report.Quality);
        var cut = Check(raw.Select([.. Enumerable.Range(0, 151)]));
        Assert.Equal([150], cut.Of(DefectKind.Outlier).Select(d => d.Row));
    }

    [Theory]
    [InlineData(11, 0)]
    [InlineData(12, 12)]
    public void Check_StaleRun_WarnsFromItsLengthOn(int length, int warnings)
    {
        var raw = RawBarsBuilder.Hours(100);
        for (var i = 40; i < 40 + length; i++)
        {
            (raw.Open[i], raw.High[i], raw.Low[i], raw.Close[i]) = (100, 100, 100, 100);
        }

        Assert.Equal(warnings, Check(raw).Count(DefectKind.StaleRun));
    }

    [Fact]
    public void TrailingDeviation_RandomNumbers_AgreesWithSorting() => Prop.ForAll<double[]>(values =>
    {
        var trailing = new TrailingDeviation(20);
        var numbers = values.Where(double.IsFinite).Select(v => Math.Clamp(v, -1e9, 1e9)).ToArray();
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0)
            {
                var window = numbers[Math.Max(0, i - 20)..i];
                var centre = Median(window);
                var mad = Median([.. window.Select(w => Math.Abs(w - centre))]);
                var expected = mad > 0 ? Math.Abs(numbers[i] - centre) / (1.4826 * mad) : 0;
                if (Math.Abs(expected - trailing.Distance(numbers[i])) > 1e-9 * Math.Max(1, expected))
                {
                    return false;
                }
            }

            trailing.Add(numbers[i]);
        }

        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void InferTimeFrame_WithGaps_IsTheMedianStep()
    {
        Assert.Equal(TimeFrame.Hour1, QualityChecker.InferTimeFrame(RawBarsBuilder.Hours(50).Select([0, 1, 2, 3, 9, 10, 11, 40, 41])));
        Assert.Throws<MarketDataException>(() => QualityChecker.InferTimeFrame(RawBarsBuilder.Hours(1)));
    }

    [Fact]
    public void Check_OptionsOutOfRange_Throws() => Assert.Throws<ArgumentOutOfRangeException>(
        () => QualityChecker.Check(RawBarsBuilder.Hours(5), TimeFrame.Hour1, TradingCalendar.AroundTheClock, new QualityOptions { MinimumQuality = 1.01 }));

    private static QualityReport Check(RawBars raw) => QualityChecker.Check(raw, TimeFrame.Hour1, TradingCalendar.AroundTheClock);

    private static double Median(double[] values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
