using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Tests.Charts;

public sealed class BarAndScatterTests
{
    [Fact]
    public void Bars_NotFinite_LeaveAnEmptyPlace()
    {
        var chart = new BarChart { Title = "t", Groups = [new("g", [new(2, "s0"), new(double.NaN, "s0"), new(-1, "s0")])] };
        var bars = SvgReader.Read(chart).All("rect", "s0").ToArray();
        Assert.Equal(2, bars.Length);
        Assert.Equal(2, bars[0].Number("height") / bars[1].Number("height"), 0.01);
        Assert.Equal(bars[0].Number("y") + bars[0].Number("height"), bars[1].Number("y"), 0.11);
    }

    [Fact]
    public void Histogram_HandCounted_BinsHoldLowerEdges()
    {
        var chart = new HistogramChart { Title = "t", TargetBins = 4, Values = [-1, -0.5, 0, 0.2, 1, 1.9, 3, double.NaN] };
        var tips = SvgReader.Read(chart).All("rect", "soft").Select(rect => rect.Value).ToArray();
        Assert.Equal(["−1 to 0: 2", "0 to 1: 2", "1 to 2: 2", "2 to 3: 1"], tips);
    }

    [Fact]
    public void Scatter_PointsBelowTheFloor_AreDrawnAtTheEdge()
    {
        var chart = new ScatterChart { Title = "t", Points = [new(0, 0.5, 0), new(1, 0.6, 0), new(2, -900, 0)], Layers = [new("", "q0", 2)], Floor = 0.4 };
        var svg = SvgReader.Read(chart);
        Assert.Equal(2, Count(svg.All("path", "pt").Single().Attribute("d")!.Value));
        Assert.Equal(1, Count(svg.All("path", "ln").Single(path => path.Attribute("class")!.Value.EndsWith("q0", StringComparison.Ordinal)).Attribute("d")!.Value));
    }

    [Fact]
    public void Scatter_SamePixel_IsDrawnOnce()
    {
        var chart = new ScatterChart { Title = "t", Points = [.. Enumerable.Range(0, 50_000).Select(i => new ScatterPoint(i % 7, i % 5, 0))], Layers = [new("", "q0", 2)] };
        Assert.Equal(35, Count(SvgReader.Read(chart).All("path", "pt").Single().Attribute("d")!.Value));
    }

    [Fact]
    public void Rungs_WidthsFollowCounts()
    {
        var chart = new RungChart { Title = "t", Rungs = [new("1/3", 90, 30), new("full", 30, 30)] };
        var svg = SvgReader.Read(chart);
        var entered = svg.All("rect", "faint").Select(rect => rect.Number("width")).ToArray();
        Assert.Equal(3, entered[0] / entered[1], 0.02);
        Assert.Contains("30 of 90", svg.Texts());
    }

    [Fact]
    public void Reliability_PerfectModel_LiesOnTheDiagonal()
    {
        var chart = new ReliabilityChart { Title = "t", Bins = [new(0, 0, 10), new(0.5, 0.5, 10), new(1, 1, 10)] };
        var circles = SvgReader.Read(chart).All("circle", "fl").ToArray();
        var diagonal = SvgReader.Read(chart).All("path", "dash").Single().Attribute("d")!.Value;
        Assert.Equal(diagonal, FormattableString.Invariant($"M{circles[0].Number("cx")} {circles[0].Number("cy")}L{circles[2].Number("cx")} {circles[2].Number("cy")}"));
        Assert.Equal((circles[0].Number("cy") + circles[2].Number("cy")) / 2, circles[1].Number("cy"), 0.11);
    }

    [Fact]
    public void HeatMap_RaggedRows_Throw()
    {
        var chart = new HeatMapChart { Title = "t", Columns = ["a", "b"], Rows = ["r"], Values = [[1]] };
        Assert.Throws<ArgumentException>(() => chart.Render(ChartSize.Medium));
    }

    [Fact]
    public void HeatMap_Strength_FollowsSize()
    {
        var chart = new HeatMapChart { Title = "t", Columns = ["a", "b"], Rows = ["r"], Values = [[1, -2]] };
        var cells = SvgReader.Read(chart).All("rect", "fl").ToArray();
        Assert.Equal(0.32, cells[0].Number("fill-opacity"), 0.001);
        Assert.Equal(0.6, cells[1].Number("fill-opacity"), 0.001);
        Assert.Contains("loss", cells[1].Attribute("class")!.Value, StringComparison.Ordinal);
    }

    private static int Count(string path) => path.Count(c => c == 'M');
}
