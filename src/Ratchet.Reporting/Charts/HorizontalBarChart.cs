namespace Ratchet.Reporting.Charts;

/// <summary>Rows of bars with their labels at the left and their values at the right.</summary>
public sealed record HorizontalBarChart : Chart
{
    private const double Footer = 24;

    /// <summary>The rows from top to bottom.</summary>
    public required IReadOnlyList<HorizontalBar> Rows { get; init; }

    /// <summary>How numbers are written.</summary>
    public ValueFormat Format { get; init; }

    /// <summary>The decimals of the values at the right; per cent takes two fewer.</summary>
    public int Decimals { get; init; } = 3;

    /// <inheritdoc/>
    public override bool HasData => !Range().IsEmpty;

    /// <summary>A height at which rows are comfortably apart.</summary>
    /// <param name="rows">The number of rows.</param>
    public static int HeightFor(int rows) => Math.Clamp((rows * 24) + 54, 90, 4000);

    private protected override void Draw(SvgCanvas canvas)
    {
        var range = Range();
        range.Include(0);
        var size = canvas.Size;
        var ticks = range.TightTicks(AxisKind.Linear, Math.Max(3, size.Width / 120), Format, 0);
        var values = Rows.Select(row => double.IsFinite(row.Bar.Value) ? TickLabel.Of(row.Bar.Value, Decimals, Format) : "–").ToArray();
        var left = Math.Min(size.Width * 0.46, Rows.Max(row => TextWidth.Of(row.Label)) + 10);
        var right = size.Width - values.Max(value => TextWidth.Of(value)) - 14;
        var bottom = size.Height - Footer - (XLabel.Length > 0 ? 18 : 0);
        var scale = new AxisScale(ticks.Low, ticks.High, left, right, isLog: false);
        for (var i = 0; i < ticks.Values.Count; i++)
        {
            var x = scale.Map(ticks.Values[i]);
            canvas.Line(x, 4, x, bottom, ticks.Values[i] == 0 ? "zero" : "grid");
            canvas.Text(x, bottom + 17, ticks.Labels[i], "tk", TextAnchor.Middle);
        }

        var row = (bottom - 4) / Rows.Count;
        for (var i = 0; i < Rows.Count; i++)
        {
            DrawRow(canvas, scale, Rows[i], values[i], 4 + ((i + 0.5) * row), Math.Min(16, row * 0.62), left);
        }

        if (XLabel.Length > 0)
        {
            canvas.Text((left + right) / 2, size.Height - 4, XLabel, "tk", TextAnchor.Middle);
        }
    }

    private static void DrawRow(SvgCanvas canvas, AxisScale scale, HorizontalBar row, string value, double middle, double thickness, double left)
    {
        canvas.Text(left - 10, middle + 4, TextWidth.Fit(row.Label, left - 10), "lg", TextAnchor.End);
        canvas.Text(canvas.Size.Width, middle + 4, value, "lg num", TextAnchor.End);
        var bar = row.Bar;
        if (!double.IsFinite(bar.Value))
        {
            return;
        }

        var zero = scale.Map(0);
        var end = scale.Map(bar.Value);
        canvas.Rect(Math.Min(zero, end), middle - (thickness / 2), Math.Max(1, Math.Abs(end - zero)), thickness, "fl soft " + bar.Colour, row.Label);
        if (double.IsFinite(bar.Low) && double.IsFinite(bar.High))
        {
            var from = scale.Map(bar.Low);
            var to = scale.Map(bar.High);
            canvas.Line(from, middle, to, middle, "ln ink");
            canvas.Line(from, middle - 4, from, middle + 4, "ln ink");
            canvas.Line(to, middle - 4, to, middle + 4, "ln ink");
        }
    }

    private ValueRange Range()
    {
        var range = new ValueRange();
        foreach (var row in Rows)
        {
            range.Include(row.Bar.Value);
            if (double.IsFinite(row.Bar.Low) && double.IsFinite(row.Bar.High))
            {
                range.Include(row.Bar.Low);
                range.Include(row.Bar.High);
            }
        }

        return range;
    }
}
