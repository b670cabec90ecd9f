using Ratchet.Reporting.Html;
using Ratchet.Reporting.Html.Sections;

namespace Ratchet.Reporting.Tests.Html;

public sealed class TrialFloorTests
{
    [Fact]
    public void Of_PenaltyFarBelow_CutsTheGap()
    {
        var floor = TrialFloor.Of(Trials([0.5, 0.52, 0.55, 0.6, 0.61, -99, -98, -99.5, -97]));
        Assert.InRange(floor, 0.45, 0.5);
    }

    [Fact]
    public void Of_EvenScores_ShowsAll() => Assert.True(double.IsNaN(TrialFloor.Of(Trials([.. Enumerable.Range(0, 50).Select(i => i / 50.0)]))));

    [Fact]
    public void Of_BestScoresCloseTogether_StillShowsTheRest()
    {
        double[] best = [0.9001, 0.9002, 0.9003, 0.9004];
        Assert.True(double.IsNaN(TrialFloor.Of(Trials([.. best, .. Enumerable.Range(0, 50).Select(i => i / 60.0)]))));
    }

    [Fact]
    public void Of_FewDisasters_CutsThemOff() =>
        Assert.InRange(TrialFloor.Of(Trials([-4, -3.9, .. Enumerable.Range(0, 50).Select(i => i / 50.0)])), -0.5, 0.05);

    [Fact]
    public void Of_FewScores_ShowsAll() => Assert.True(double.IsNaN(TrialFloor.Of(Trials([1, -1000]))));

    private static ReportTrial[] Trials(double[] scores) => [.. scores.Select((score, i) => new ReportTrial(i, score, 0, false))];
}
