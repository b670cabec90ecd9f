using Ratchet.Reporting.Charts;

namespace Ratchet.Reporting.Html.Writing;

/// <summary>
/// Writes a chart at the sizes that its place may have; the style sheet shows the one that fits the container, so that
/// text is neither tiny on a phone nor huge on a desktop.
/// </summary>
internal static class Figure
{
    public static void Write(HtmlDocument page, Chart chart, FigureWidth width, string heading = "", string caption = "", int height = 0, int narrowHeight = 0)
    {
        page.Write($"<figure class=\"fig {Name(width)}\">");
        if (heading.Length > 0)
        {
            page.Write($"<h3>{heading}</h3>");
        }

        switch (width)
        {
            case FigureWidth.Full:
                page.Markup(chart.Render(Sized(ChartSize.Wide, height), "v-w"));
                page.Markup(chart.Render(Sized(ChartSize.Medium, height), "v-m"));
                page.Markup(chart.Render(Sized(ChartSize.Narrow, narrowHeight > 0 ? narrowHeight : height), "v-n"));
                break;
            case FigureWidth.Half:
                page.Markup(chart.Render(Sized(new ChartSize(560, 300), height), "v-m"));
                page.Markup(chart.Render(Sized(ChartSize.Narrow, narrowHeight > 0 ? narrowHeight : height), "v-n"));
                break;
            case FigureWidth.Quarter:
                page.Markup(chart.Render(Sized(new ChartSize(280, 280), height)));
                break;
            default:
                page.Markup(chart.Render(Sized(ChartSize.Tile, height)));
                break;
        }

        if (caption.Length > 0)
        {
            page.Write($"<figcaption>{caption}</figcaption>");
        }

        page.Markup("</figure>\n");
    }

    private static ChartSize Sized(ChartSize size, int height) => height > 0 ? size.WithHeight(height) : size;

    private static string Name(FigureWidth width) => width switch
    {
        FigureWidth.Full => "full",
        FigureWidth.Half => "half",
        FigureWidth.Quarter => "quarter",
        _ => "third",
    };
}
