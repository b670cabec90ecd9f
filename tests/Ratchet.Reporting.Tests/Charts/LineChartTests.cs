using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Tests.Charts;

public sealed class LineChartTests
{
    [Fact]
    public void Render_NaNInside_BreaksTheCurve()
    {
        var whole = Path([1, 2, 3, 4, 5]);
        var broken = Path([1, 2, double.NaN, 4, 5]);
        Assert.Equal(1, whole.Count(c => c == 'M'));
        Assert.Equal(2, broken.Count(c => c == 'M'));
    }

    [Fact]
    public void Render_SinglePointBetweenGaps_IsStillDrawn() =>
        Assert.Contains("h0", Path([double.NaN, double.NaN, 3, double.NaN, 5]), StringComparison.Ordinal);

    [Fact]
    public void Render_FirstAndLastPoint_SpanThePlot()
    {
        var svg = SvgReader.Read(Chart([0, 5, 10]), new ChartSize(600, 300));
        var path = svg.All("path", "s0").Last().Attribute("d")!.Value;
        var start = path[1..path.IndexOf('h', StringComparison.Ordinal)].Split(' ');
        var end = path[(path.LastIndexOf('L') + 1)..].Split(' ');
        Assert.Equal("590", end[0]);
        Assert.Equal("10", end[1]);
        Assert.Equal("278", start[1]);
    }

    [Fact]
    public void Render_LogAxis_PutsEqualFactorsAtEqualDistances()
    {
        var chart = Chart([1, 10, 100]) with { YAxis = AxisKind.Log };
        var path = SvgReader.Read(chart, new ChartSize(600, 300)).All("path", "s0").Last().Attribute("d")!.Value;
        var y = path.Replace("h0", "", StringComparison.Ordinal).Split('M', 'L').Skip(1).Select(point => double.Parse(point.Split(' ')[1])).ToArray();
        Assert.Equal(y[0] - y[1], y[1] - y[2], 0.11);
    }

    [Fact]
    public void Render_LengthsDiffer_Throws()
    {
        var chart = new LineChart { Title = "t", Series = [new("a", [1, 2], [1], "s0")] };
        Assert.Throws<ArgumentException>(() => chart.Render(ChartSize.Medium));
    }

    [Fact]
    public void Render_PositionsDescend_Throws()
    {
        var chart = new LineChart { Title = "t", Series = [new("a", [2, 1], [1, 2], "s0")] };
        Assert.Throws<ArgumentException>(() => chart.Render(ChartSize.Medium));
    }

    [Fact]
    public void Render_ManyPoints_StaysSmall()
    {
        var y = Enumerable.Range(0, 200_000).Select(i => Math.Sin(i * 0.7) + (i * 1e-5)).ToArray();
        Assert.True(Chart(y).Render(ChartSize.Wide).Length < 30_000);
    }

    private static LineChart Chart(double[] y) =>
        new() { Title = "t", ShowLegend = false, Series = [new("a", [.. Enumerable.Range(0, y.Length).Select(i => (double)i)], y, "s0")] };

    private static string Path(double[] y) => SvgReader.Read(Chart(y)).All("path", "s0").Last().Attribute("d")!.Value;
}
