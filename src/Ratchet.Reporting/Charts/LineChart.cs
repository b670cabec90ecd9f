namespace Ratchet.Reporting.Charts;

/// <summary>One or more curves over numbers or time; filled curves make an area chart, such as a drawdown.</summary>
public sealed record LineChart : Chart
{
    /// <summary>The curves, drawn in order: the last lies on top.</summary>
    public required IReadOnlyList<LineSeries> Series { get; init; }

    /// <summary>Vertical lines, such as the start of a period.</summary>
    public IReadOnlyList<ChartMark> Moments { get; init; } = [];

    /// <summary>The kind of the horizontal axis.</summary>
    public AxisKind XAxis { get; init; }

    /// <summary>The kind of the vertical axis, linear or logarithmic.</summary>
    public AxisKind YAxis { get; init; }

    /// <summary>How horizontal numbers are written.</summary>
    public ValueFormat XFormat { get; init; }

    /// <summary>How vertical numbers are written.</summary>
    public ValueFormat YFormat { get; init; }

    /// <summary>Whether names are listed above the plot.</summary>
    public bool ShowLegend { get; init; } = true;

    /// <inheritdoc/>
    public override bool HasData => !Range(vertical: true).IsEmpty && !Range(vertical: false).IsEmpty;

    private protected override void Draw(SvgCanvas canvas)
    {
        foreach (var series in Series)
        {
            series.Validate();
        }

        // A curve fills its plot from side to side.
        var x = Range(vertical: false).TightTicks(XAxis, PlotFrame.TargetColumns(canvas.Size), XFormat, 0);
        var y = Range(vertical: true).TightTicks(YAxis, PlotFrame.TargetRows(canvas.Size), YFormat, 0.05);

        var legend = ShowLegend ? Series.Where(series => series.Name.Length > 0).Reverse().Select(series => series.Legend).ToArray() : [];
        var frame = PlotFrame.Open(canvas, this, legend, x, y, XAxis == AxisKind.Log, YAxis == AxisKind.Log);
        foreach (var moment in Moments)
        {
            DrawMoment(canvas, frame, moment, x);
        }

        foreach (var series in Series)
        {
            CurvePath.Draw(canvas, frame, series);
        }
    }

    private static void DrawMoment(SvgCanvas canvas, PlotFrame frame, ChartMark moment, TickSet x)
    {
        if (moment.At < x.Low || moment.At > x.High)
        {
            return;
        }

        var at = frame.X.Map(moment.At);
        canvas.Line(at, frame.Top, at, frame.Bottom, "mark " + moment.Colour);
        var fits = at + 6 + TextWidth.Of(moment.Label) < frame.Right;
        canvas.Text(fits ? at + 6 : at - 6, frame.Top + 12, moment.Label, "tk", fits ? TextAnchor.Start : TextAnchor.End);
    }

    private ValueRange Range(bool vertical)
    {
        var range = new ValueRange((vertical ? YAxis : XAxis) == AxisKind.Log);
        foreach (var series in Series)
        {
            for (var i = 0; i < Math.Min(series.X.Count, series.Y.Count); i++)
            {
                if (double.IsFinite(series.Y[i]) && double.IsFinite(series.X[i]))
                {
                    range.Include(vertical ? series.Y[i] : series.X[i]);
                }
            }

            if (vertical && series.Filled && YAxis == AxisKind.Linear && !range.IsEmpty)
            {
                range.Include(0);
            }
        }

        return range;
    }
}
