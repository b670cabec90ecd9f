using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Tests.Charts;

public sealed class ChartContractTests
{
    private const string Hostile = "<b>\"a\" & 'b'</b> \u0001";

    public static TheoryData<string> Kinds => [.. All(Hostile).Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_EverySize_IsWellFormedWithRoleAndTitle(string kind)
    {
        var chart = All(Hostile)[kind];
        foreach (var size in (ChartSize[])[ChartSize.Wide, ChartSize.Medium, ChartSize.Narrow, ChartSize.Tile, new(200, 60), new(1400, 900)])
        {
            var svg = SvgReader.Read(chart, size);
            Assert.Equal("img", svg.Attribute("role")!.Value);
            Assert.Equal($"0 0 {size.Width} {size.Height}", svg.Attribute("viewBox")!.Value);
            Assert.Equal("100%", svg.Attribute("width")!.Value);
            XNamespace ns = "http://www.w3.org/2000/svg";
            Assert.Equal("<b>\"a\" & 'b'</b> \uFFFD", svg.Element(ns + "title")!.Value);
            Assert.NotNull(svg.Element(ns + "desc"));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_Twice_GivesTheSameText(string kind) =>
        Assert.Equal(All(Hostile)[kind].Render(ChartSize.Wide), All(Hostile)[kind].Render(ChartSize.Wide));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_AnyData_WritesNoNumberThatSvgCannotRead(string kind)
    {
        var text = All("t")[kind].Render(ChartSize.Wide);
        Assert.DoesNotMatch(new Regex("(d|x|y|cx|cy|r|width|height)=\"[^\"]*(NaN|∞|Infinity|[0-9]E)", RegexOptions.CultureInvariant), text);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_NothingFinite_SaysNoData(string kind)
    {
        var chart = Empty()[kind];
        Assert.False(chart.HasData);
        Assert.Contains("no data", SvgReader.Read(chart).Texts());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_Texts_StayInsideTheWidth(string kind)
    {
        foreach (var size in (ChartSize[])[ChartSize.Wide, ChartSize.Narrow])
        {
            foreach (var text in SvgReader.Read(All("t")[kind], size).Descendants().Where(element => element.Name.LocalName == "text"))
            {
                var width = TextWidth.Of(text.Value) * 0.9;
                var x = text.Number("x");
                var classes = text.Attribute("class")!.Value;
                var left = classes.EndsWith("end", StringComparison.Ordinal) ? x - width : classes.EndsWith("mid", StringComparison.Ordinal) ? x - (width / 2) : x;
                Assert.True(left >= -1 && left + width <= size.Width + 1, $"'{text.Value}' runs from {left} to {left + width} of {size.Width}.");
            }
        }
    }

    [Fact]
    public void RenderStandalone_AnyChart_CarriesItsStyle()
    {
        var svg = XDocument.Parse(All("t")["line"].RenderStandalone(ChartSize.Wide)).Root!;
        Assert.Contains("--s0:#0072b2", svg.Elements().First().Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(199, 100, false)]
    [InlineData(200, 60, true)]
    [InlineData(4000, 4000, true)]
    [InlineData(4001, 100, false)]
    [InlineData(300, 59, false)]
    [InlineData(300, 4001, false)]
    public void Validate_Bounds_AreInclusive(int width, int height, bool isAllowed)
    {
        var error = Record.Exception(() => new ChartSize(width, height).Validate());
        Assert.Equal(isAllowed, error is null);
    }

    private static Dictionary<string, Chart> All(string title)
    {
        double[] x = [0, 1, 2, 3, 4, 5];
        double[] y = [1, 3, double.NaN, -2, double.PositiveInfinity, 4];
        var time = x.Select(value => 1.6e12 + (value * 1e9)).ToArray();
        return new()
        {
            ["line"] = new LineChart { Title = title, XLabel = title, YLabel = title, Series = [new(title, x, y, "s0"), new("b", x, x, "s1") { Dashed = true, Stepped = true }] },
            ["time"] = new LineChart { Title = title, XAxis = AxisKind.Time, Series = [new(title, time, y, "s0")], Moments = [new(1.6e12 + 2e9, title, "quiet")] },
            ["log"] = new LineChart { Title = title, YAxis = AxisKind.Log, Series = [new(title, x, [1, 10, 0, -1, 1000, 20], "s0")] },
            ["area"] = new LineChart { Title = title, YFormat = ValueFormat.Percent, Series = [new(title, x, [0, -0.1, double.NaN, -0.2, -0.05, 0], "s0") { Filled = true }] },
            ["bars"] = new BarChart
            {
                Title = title,
                Legend = [new(title, "s0", LegendSwatch.Box), new("w", "ink", LegendSwatch.Whisker), new("d", "s1", LegendSwatch.Diamond)],
                Groups = [new(title, [new(1, "s0", 0.5, 1.5), new(double.NaN, "s0"), new(-1, "s0")]) { Level = 0.2, LevelLow = -0.1, Other = 0.4 }, new("g", [])],
            },
            ["rows"] = new HorizontalBarChart { Title = title, XLabel = title, Rows = [new(title + title + title + title, new(0.3, "s0", 0.1, 0.5)), new("b", new(-0.1, "s0")), new("c", new(double.NaN, "s0"))] },
            ["histogram"] = new HistogramChart { Title = title, XLabel = title, Values = y },
            ["scatter"] = new ScatterChart { Title = title, Points = [.. x.Select((value, i) => new ScatterPoint(value, y[i], i % 2))], Layers = [new(title, "q0", 2), new("b", "q1", 3)], Levels = [new(2, title, "s1")], Lines = [new("best", x, x, "ink")], Floor = 0 },
            ["categories"] = new ScatterChart { Title = title, Points = [new(0, 1, 0), new(1, 2, 0)], Layers = [new("", "q0", 2)], Categories = [title, "a very long name of a category that cannot fit"] },
            ["rungs"] = new RungChart { Title = title, Rungs = [new(title, 81, 27), new("1/3", 27, 9), new("full", 9, 9)] },
            ["reliability"] = new ReliabilityChart { Title = title, XLabel = title, Bins = [new(0.1, 0.2, 100), new(0.5, double.NaN, 0), new(0.9, 0.8, 12_345)] },
            ["heat"] = new HeatMapChart { Title = title, XLabel = title, YLabel = title, Columns = ["a", title], Rows = [title, "r"], Values = [[1, -2], [double.NaN, 0]] },
        };
    }

    private static Dictionary<string, Chart> Empty()
    {
        double[] none = [double.NaN, double.NegativeInfinity];
        return new()
        {
            ["line"] = new LineChart { Title = "t", Series = [new("a", [0, 1], none, "s0")] },
            ["time"] = new LineChart { Title = "t", XAxis = AxisKind.Time, Series = [] },
            ["log"] = new LineChart { Title = "t", YAxis = AxisKind.Log, Series = [new("a", [0, 1], [0, -1], "s0")] },
            ["area"] = new LineChart { Title = "t", Series = [new("a", [0, 1], none, "s0") { Filled = true }] },
            ["bars"] = new BarChart { Title = "t", Groups = [new("g", [new(double.NaN, "s0")])] },
            ["rows"] = new HorizontalBarChart { Title = "t", Rows = [] },
            ["histogram"] = new HistogramChart { Title = "t", Values = none },
            ["scatter"] = new ScatterChart { Title = "t", Points = [new(1, double.NaN, 0)], Layers = [new("", "q0", 2)] },
            ["categories"] = new ScatterChart { Title = "t", Points = [], Layers = [], Categories = ["a"] },
            ["rungs"] = new RungChart { Title = "t", Rungs = [new("1", 0, 0)] },
            ["reliability"] = new ReliabilityChart { Title = "t", Bins = [new(0.5, double.NaN, 0)] },
            ["heat"] = new HeatMapChart { Title = "t", Columns = ["a"], Rows = ["b"], Values = [[double.NaN]] },
        };
    }
}
