using System.Globalization;
using System.Xml.Linq;
using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Tests.Charts;

/// <summary>Reads a rendered chart back as XML.</summary>
internal static class SvgReader
{
    public static XElement Read(Chart chart, ChartSize? size = null) => XDocument.Parse(chart.Render(size ?? ChartSize.Medium)).Root!;

    public static IEnumerable<XElement> All(this XElement svg, string name, string cssClass) =>
        svg.Descendants().Where(element => element.Name.LocalName == name && Classes(element).Contains(cssClass));

    public static string[] Texts(this XElement svg) => [.. svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];

    public static double Number(this XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    private static string[] Classes(XElement element) => (element.Attribute("class")?.Value ?? "").Split(' ');
}
