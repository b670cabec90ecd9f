namespace Ratchet.Reporting.Charts;

/// <summary>Lays out legend, labels, ticks and grid lines, and leaves the rectangle for the data.</summary>
internal sealed class PlotFrame
{
    private const double Line = 18;

    private PlotFrame(AxisScale x, AxisScale y)
    {
        X = x;
        Y = y;
    }

    public AxisScale X { get; }

    public AxisScale Y { get; }

    public double Left => X.From;

    public double Right => X.To;

    public double Top => Y.To;

    public double Bottom => Y.From;

    public static int TargetColumns(ChartSize size) => Math.Max(2, (size.Width - 60) / 92);

    public static int TargetRows(ChartSize size) => Math.Clamp((size.Height - 70) / 36, 3, 6);

    /// <summary>Draws the frame; a null set of horizontal ticks leaves the lower edge to the caller, with the room that it asks for.</summary>
    public static PlotFrame Open(
        SvgCanvas canvas, Chart chart, IReadOnlyList<LegendEntry> legend, TickSet? x, TickSet y, bool logX = false, bool logY = false, double footer = 22)
    {
        var size = canvas.Size;
        var top = 10.0;
        if (legend.Count > 0)
        {
            top = Legend(canvas, legend, top);
        }

        if (chart.YLabel.Length > 0)
        {
            canvas.Text(0, top + 10, TextWidth.Fit(chart.YLabel, size.Width), "tk");
            top += Line + 4;
        }

        var bottom = size.Height - footer - (chart.XLabel.Length > 0 ? Line : 0);
        var left = Math.Ceiling(y.Labels.Max(label => TextWidth.Of(label))) + 8;
        var frame = new PlotFrame(
            new AxisScale(x?.Low ?? 0, x?.High ?? 1, left, size.Width - 10, logX),
            new AxisScale(y.Low, y.High, bottom, top, logY));
        frame.DrawY(canvas, y);
        if (x is not null)
        {
            frame.DrawX(canvas, x);
        }

        if (chart.XLabel.Length > 0)
        {
            canvas.Text((frame.Left + frame.Right) / 2, size.Height - 5, TextWidth.Fit(chart.XLabel, frame.Right - frame.Left), "tk", TextAnchor.Middle);
        }

        return frame;
    }

    private static double Legend(SvgCanvas canvas, IReadOnlyList<LegendEntry> legend, double top)
    {
        var x = 0.0;
        var y = top;
        foreach (var entry in legend)
        {
            var name = TextWidth.Fit(entry.Name, canvas.Size.Width - 30);
            var width = 26 + TextWidth.Of(name) + 14;
            if (x > 0 && x + width - 14 > canvas.Size.Width)
            {
                x = 0;
                y += Line;
            }

            Swatch(canvas, entry, x, y);
            canvas.Text(x + 26, y + 4, name, "lg");
            x += width;
        }

        return y + Line;
    }

    private static void Swatch(SvgCanvas canvas, LegendEntry entry, double x, double y)
    {
        switch (entry.Swatch)
        {
            case LegendSwatch.Box:
                canvas.Rect(x + 5, y - 5, 11, 11, "fl " + entry.Colour);
                break;
            case LegendSwatch.Dot:
                canvas.Circle(x + 11, y, 4, "fl " + entry.Colour);
                break;
            case LegendSwatch.Diamond:
                canvas.Diamond(x + 11, y, 5.5, "fl " + entry.Colour);
                break;
            case LegendSwatch.Whisker:
                canvas.Whisker(x + 11, y - 6, y + 6, 4, "ln " + entry.Colour);
                break;
            case LegendSwatch.DashedLine:
                canvas.Line(x, y, x + 20, y, "ln dash " + entry.Colour);
                break;
            default:
                canvas.Line(x, y, x + 20, y, "ln " + entry.Colour);
                break;
        }
    }

    private void DrawY(SvgCanvas canvas, TickSet ticks)
    {
        for (var i = 0; i < ticks.Values.Count; i++)
        {
            var at = Y.Map(ticks.Values[i]);
            canvas.Line(Left, at, Right, at, ticks.Values[i] == 0 ? "zero" : "grid");
            canvas.Text(Left - 8, at + 4, ticks.Labels[i], "tk", TextAnchor.End);
        }
    }

    private void DrawX(SvgCanvas canvas, TickSet ticks)
    {
        canvas.Line(Left, Bottom, Right, Bottom, "axis");
        var stride = 1;
        while (stride < ticks.Values.Count && Overlaps(ticks, stride))
        {
            stride++;
        }

        for (var i = 0; i < ticks.Values.Count; i += stride)
        {
            var at = X.Map(ticks.Values[i]);
            canvas.Line(at, Bottom, at, Bottom + 4, "axis");
            canvas.Text(Inside(at, ticks.Labels[i], canvas.Size.Width), Bottom + 17, ticks.Labels[i], "tk", TextAnchor.Middle);
        }
    }

    private static double Inside(double at, string label, double width)
    {
        var half = TextWidth.Of(label) / 2;
        return Math.Clamp(at, Math.Min(half, width / 2), Math.Max(width - half, width / 2));
    }

    private bool Overlaps(TickSet ticks, int stride)
    {
        var end = double.NegativeInfinity;
        for (var i = 0; i < ticks.Values.Count; i += stride)
        {
            var half = TextWidth.Of(ticks.Labels[i]) / 2;
            var at = Inside(X.Map(ticks.Values[i]), ticks.Labels[i], Right + 10);
            if (at - half < end + 8)
            {
                return true;
            }

            end = at + half;
        }

        return false;
    }
}
