namespace Ratchet.Reporting.Charts;

/// <summary>
/// A grid of cells whose strength of colour follows the size of the value: gains and losses in two colours, the largest
/// size at full strength. Empty cells are left blank.
/// </summary>
public sealed record HeatMapChart : Chart
{
    /// <summary>Names of the columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Names of the rows, from the top.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Values by row, then column; not finite means empty.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Values { get; init; }

    /// <summary>How values are written in the cells.</summary>
    public ValueFormat Format { get; init; }

    /// <summary>Decimals of the values in the cells; per cent takes two fewer.</summary>
    public int Decimals { get; init; } = 2;

    /// <inheritdoc/>
    public override bool HasData => Columns.Count > 0 && Values.Any(row => row.Any(double.IsFinite));

    private protected override void Draw(SvgCanvas canvas)
    {
        Check();
        var size = canvas.Size;
        var top = YLabel.Length > 0 ? 22.0 : 4.0;
        if (YLabel.Length > 0)
        {
            canvas.Text(0, 12, TextWidth.Fit(YLabel, size.Width), "tk");
        }

        var left = Math.Min(size.Width * 0.35, Rows.Max(row => TextWidth.Of(row)) + 10);
        var bottom = size.Height - 22.0 - (XLabel.Length > 0 ? 18 : 0);
        var width = (size.Width - left) / Columns.Count;
        var height = (bottom - top) / Rows.Count;
        var most = Values.SelectMany(row => row).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        for (var r = 0; r < Rows.Count; r++)
        {
            canvas.Text(left - 8, top + ((r + 0.5) * height) + 4, TextWidth.Fit(Rows[r], left - 8), "tk", TextAnchor.End);
            for (var c = 0; c < Columns.Count; c++)
            {
                DrawCell(canvas, r, c, left + (c * width), top + (r * height), width, height, most);
            }
        }

        for (var c = 0; c < Columns.Count; c++)
        {
            canvas.Text(left + ((c + 0.5) * width), bottom + 16, TextWidth.Fit(Columns[c], width - 4), "tk", TextAnchor.Middle);
        }

        if (XLabel.Length > 0)
        {
            canvas.Text((left + size.Width) / 2, size.Height - 4, XLabel, "tk", TextAnchor.Middle);
        }
    }

    private void DrawCell(SvgCanvas canvas, int row, int column, double x, double y, double width, double height, double most)
    {
        var value = Values[row][column];
        if (!double.IsFinite(value))
        {
            return;
        }

        // At most 60 %, so that the ink on top stays readable.
        var strength = most > 0 ? 0.04 + (0.56 * Math.Abs(value) / most) : 0.04;
        var label = TickLabel.Of(value, Decimals, Format);
        canvas.Rect(x + 0.5, y + 0.5, width - 1, height - 1, "fl " + (value < 0 ? ChartColour.Loss : ChartColour.Gain), $"{Rows[row]}, {Columns[column]}: {label}", strength);
        if (TextWidth.Of(label) <= width - 4 && height >= 15)
        {
            canvas.Text(x + (width / 2), y + (height / 2) + 4, label, "lg num", TextAnchor.Middle);
        }
    }

    private void Check()
    {
        if (Values.Count != Rows.Count)
        {
            throw new ArgumentException($"There are {Rows.Count} row names and {Values.Count} rows of values; they must be equally many.");
        }

        for (var r = 0; r < Values.Count; r++)
        {
            if (Values[r].Count != Columns.Count)
            {
                throw new ArgumentException($"Row {r} has {Values[r].Count} values for {Columns.Count} columns; they must be equally many.");
            }
        }
    }
}
