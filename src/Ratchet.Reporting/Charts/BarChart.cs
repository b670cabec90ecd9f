namespace Ratchet.Reporting.Charts;

/// <summary>Groups of vertical bars, each with an optional whisker, level, lower bound and diamond.</summary>
public sealed record BarChart : Chart
{
    /// <summary>The groups from left to right.</summary>
    public required IReadOnlyList<BarGroup> Groups { get; init; }

    /// <summary>The names above the plot.</summary>
    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];

    /// <summary>How numbers are written.</summary>
    public ValueFormat Format { get; init; }

    /// <summary>The colour class of the diamonds.</summary>
    public string OtherColour { get; init; } = ChartColour.Ink;

    /// <inheritdoc/>
    public override bool HasData => !Range().IsEmpty;

    private protected override void Draw(SvgCanvas canvas)
    {
        var range = Range();
        range.Include(0);
        var ticks = range.Ticks(AxisKind.Linear, PlotFrame.TargetRows(canvas.Size), Format);
        var widest = Groups.Max(group => TextWidth.Of(group.Label));
        var isStaggered = widest > ((canvas.Size.Width - 50.0) / Groups.Count) - 4;
        var frame = PlotFrame.Open(canvas, this, Legend, null, ticks, footer: isStaggered ? 38 : 22);
        var zero = frame.Y.Map(0);
        var band = (frame.Right - frame.Left) / Groups.Count;
        for (var i = 0; i < Groups.Count; i++)
        {
            var left = frame.Left + (i * band);
            DrawGroup(canvas, frame, Groups[i], left + (band * 0.1), band * 0.8, zero);
            DrawLabel(canvas, frame, i, left + (band / 2), isStaggered ? (band * 2) - 6 : band - 4, isStaggered && i % 2 == 1);
        }

        canvas.Line(frame.Left, zero, frame.Right, zero, "zero");
    }

    // Labels that are wider than their band stand in two rows by turns.
    private void DrawLabel(SvgCanvas canvas, PlotFrame frame, int index, double middle, double room, bool isLower)
    {
        var label = TextWidth.Fit(Groups[index].Label, Math.Min(room, canvas.Size.Width / 2.0));
        var half = TextWidth.Of(label) / 2;
        var at = Math.Clamp(middle, half, canvas.Size.Width - half);
        canvas.Text(at, frame.Bottom + (isLower ? 33 : 17), label, "tk", TextAnchor.Middle);
    }

    private void DrawGroup(SvgCanvas canvas, PlotFrame frame, BarGroup group, double left, double width, double zero)
    {
        var slot = width / Math.Max(1, group.Bars.Count);
        var bar = Math.Clamp(slot - 2, 1, 40);
        for (var i = 0; i < group.Bars.Count; i++)
        {
            var (value, colour, low, high) = group.Bars[i];
            var y = Map(frame, value);
            if (double.IsNaN(y))
            {
                continue;
            }

            var middle = left + ((i + 0.5) * slot);
            var tooltip = $"{group.Label}: {TickLabel.Of(value, 4, Format)}";
            canvas.Rect(middle - (bar / 2), Math.Min(y, zero), bar, Math.Max(1, Math.Abs(zero - y)), "fl soft " + colour, tooltip);
            if (double.IsFinite(low) && double.IsFinite(high))
            {
                canvas.Whisker(middle, Map(frame, high), Map(frame, low), Math.Min(5, bar / 3), "ln ink");
            }
        }

        DrawLevel(canvas, frame, group, left, width);
    }

    private void DrawLevel(SvgCanvas canvas, PlotFrame frame, BarGroup group, double left, double width)
    {
        var middle = left + (width / 2);
        var level = Map(frame, group.Level);
        if (!double.IsNaN(level))
        {
            canvas.Line(left, level, left + width, level, "ln ink");
            var low = Map(frame, group.LevelLow);
            if (!double.IsNaN(low))
            {
                canvas.Whisker(middle, level, low, Math.Min(7, width / 4), "ln ink");
            }
        }

        var other = Map(frame, group.Other);
        if (!double.IsNaN(other))
        {
            canvas.Diamond(left + (width * 0.82), other, 6, "fl rim " + OtherColour);
        }
    }

    private static double Map(PlotFrame frame, double value) => Math.Abs(value) <= 1e300 ? frame.Y.Map(value) : double.NaN;

    private ValueRange Range()
    {
        var range = new ValueRange();
        foreach (var group in Groups)
        {
            foreach (var bar in group.Bars)
            {
                range.Include(bar.Value);
                if (double.IsFinite(bar.Low) && double.IsFinite(bar.High))
                {
                    range.Include(bar.Low);
                    range.Include(bar.High);
                }
            }

            range.Include(group.Level);
            range.Include(group.LevelLow);
            range.Include(group.Other);
        }

        return range;
    }
}
