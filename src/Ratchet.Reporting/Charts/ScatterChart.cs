using System.Text;

namespace Ratchet.Reporting.Charts;

/// <summary>
/// Points in layers, with optional curves and levels. A layer is one path whatever the number of points, and points on
/// the same half pixel are drawn once, so that ten thousand points stay small.
/// </summary>
public sealed record ScatterChart : Chart
{
    /// <summary>The points.</summary>
    public required IReadOnlyList<ScatterPoint> Points { get; init; }

    /// <summary>The layers, drawn in order: the last lies on top.</summary>
    public required IReadOnlyList<ScatterLayer> Layers { get; init; }

    /// <summary>Curves over the points.</summary>
    public IReadOnlyList<LineSeries> Lines { get; init; } = [];

    /// <summary>Horizontal lines, drawn across the plot and named in the legend.</summary>
    public IReadOnlyList<ChartMark> Levels { get; init; } = [];

    /// <summary>Names of the whole-numbered positions 0, 1, ... of a horizontal axis of categories; null for numbers.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The kind of the horizontal axis.</summary>
    public AxisKind XAxis { get; init; }

    /// <summary>How horizontal numbers are written.</summary>
    public ValueFormat XFormat { get; init; }

    /// <summary>How vertical numbers are written.</summary>
    public ValueFormat YFormat { get; init; }

    /// <summary>The lowest height shown; points below it are drawn at the edge. NaN shows all.</summary>
    public double Floor { get; init; } = double.NaN;

    /// <summary>Whether layers and curves are listed above the plot.</summary>
    public bool ShowLegend { get; init; } = true;

    /// <inheritdoc/>
    public override bool HasData => !Range(vertical: true).IsEmpty && !Range(vertical: false).IsEmpty;

    private protected override void Draw(SvgCanvas canvas)
    {
        foreach (var line in Lines)
        {
            line.Validate();
        }

        var y = Range(vertical: true).TightTicks(AxisKind.Linear, PlotFrame.TargetRows(canvas.Size), YFormat, 0.05);
        var frame = PlotFrame.Open(canvas, this, LegendEntries(), XTicks(canvas.Size), y, XAxis == AxisKind.Log && Categories is null);
        for (var layer = 0; layer < Layers.Count; layer++)
        {
            DrawLayer(canvas, frame, layer, y);
        }

        foreach (var line in Lines)
        {
            CurvePath.Draw(canvas, frame, line, y.Low, y.High);
        }

        DrawLevels(canvas, frame, y);
    }

    private void DrawLevels(SvgCanvas canvas, PlotFrame frame, TickSet y)
    {
        foreach (var level in Levels)
        {
            if (level.At >= y.Low && level.At <= y.High)
            {
                var at = frame.Y.Map(level.At);
                canvas.Line(frame.Left, at, frame.Right, at, "ln bold dash " + level.Colour);
            }
        }
    }

    private void DrawLayer(SvgCanvas canvas, PlotFrame frame, int layer, TickSet y)
    {
        var path = new StringBuilder();
        var edge = new StringBuilder();
        var seen = new HashSet<(long X, long Y)>();
        foreach (var point in Points)
        {
            if (point.Layer != layer || !double.IsFinite(point.Y))
            {
                continue;
            }

            var below = point.Y < y.Low;
            var px = frame.X.Map(point.X);
            var py = frame.Y.Map(Math.Clamp(point.Y, y.Low, y.High));
            if (double.IsNaN(px) || !seen.Add(((long)Math.Round(px * 2), (long)Math.Round(py * 2))))
            {
                continue;
            }

            var into = below ? edge : path;
            into.Append('M');
            SvgNumber.Append(into, px);
            into.Append(' ');
            SvgNumber.Append(into, below ? py - 5 : py);
            into.Append(below ? "v5" : "h0");
        }

        var size = Math.Clamp((int)Math.Round(Layers[layer].Radius), 1, 12);
        canvas.Path(path.ToString(), $"pt p{size} {Layers[layer].Colour}");
        canvas.Path(edge.ToString(), "ln " + Layers[layer].Colour);
    }

    private TickSet XTicks(ChartSize size)
    {
        if (Categories is not null)
        {
            var room = (size.Width - 70.0) / Math.Max(1, Categories.Count);
            return new TickSet(
                -0.5,
                Categories.Count - 0.5,
                [.. Enumerable.Range(0, Categories.Count).Select(i => (double)i)],
                [.. Categories.Select(name => TextWidth.Fit(name, room - 8))]);
        }

        var range = Range(vertical: false);
        return range.TightTicks(XAxis, PlotFrame.TargetColumns(size), XFormat, 0.025);
    }

    private LegendEntry[] LegendEntries()
    {
        if (!ShowLegend)
        {
            return [];
        }

        var used = Points.Select(point => point.Layer).ToHashSet();
        return
        [
            .. Lines.Where(line => line.Name.Length > 0).Select(line => line.Legend),
            .. Levels.Where(level => level.Label.Length > 0).Select(level => new LegendEntry(level.Label, level.Colour, LegendSwatch.DashedLine)),
            .. Layers.Where((layer, index) => layer.Name.Length > 0 && used.Contains(index)).Select(layer => new LegendEntry(layer.Name, layer.Colour, LegendSwatch.Dot)),
        ];
    }

    private ValueRange Range(bool vertical)
    {
        var range = new ValueRange(!vertical && XAxis == AxisKind.Log && Categories is null);
        foreach (var point in Points)
        {
            if (double.IsFinite(point.X) && double.IsFinite(point.Y))
            {
                range.Include(vertical ? Floored(point.Y) : point.X);
            }
        }

        foreach (var line in Lines)
        {
            if (vertical)
            {
                foreach (var value in line.Y)
                {
                    range.Include(Floored(value));
                }
            }
        }

        foreach (var level in Levels)
        {
            if (vertical && !range.IsEmpty)
            {
                range.Include(Floored(level.At));
            }
        }

        return range;
    }

    private double Floored(double value) => double.IsNaN(Floor) || double.IsNaN(value) ? value : Math.Max(value, Floor);
}
