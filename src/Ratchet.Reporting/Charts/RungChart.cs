namespace Ratchet.Reporting.Charts;

/// <summary>How many configurations entered every step of one bracket and how many survived it.</summary>
public sealed record RungChart : Chart
{
    /// <summary>The steps from the smallest budget to the largest.</summary>
    public required IReadOnlyList<ChartRung> Rungs { get; init; }

    /// <summary>The place of the first step in the order of colours.</summary>
    public int FirstPlace { get; init; }

    /// <summary>The count at full width, shared by charts that stand together; zero takes the largest of this chart.</summary>
    public int FullWidth { get; init; }

    /// <inheritdoc/>
    public override bool HasData => Rungs.Any(rung => rung.Entered > 0);

    /// <summary>A height at which steps are comfortably apart.</summary>
    /// <param name="rungs">The number of steps.</param>
    public static int HeightFor(int rungs) => Math.Clamp((rungs * 34) + 12, 60, 4000);

    private protected override void Draw(SvgCanvas canvas)
    {
        var size = canvas.Size;
        var most = Math.Max(FullWidth, Rungs.Max(rung => rung.Entered));
        var left = Math.Min(size.Width * 0.4, Rungs.Max(rung => TextWidth.Of(rung.Label)) + 12);
        var notes = Rungs.Select(rung => $"{rung.Survived:N0} of {rung.Entered:N0}").ToArray();
        var right = size.Width - notes.Max(note => TextWidth.Of(note)) - 12;
        var step = Math.Min(34, (size.Height - 8.0) / Rungs.Count);
        for (var i = 0; i < Rungs.Count; i++)
        {
            var rung = Rungs[i];
            var middle = 4 + ((i + 0.5) * step);
            var colour = ChartColour.Ordered(FirstPlace + i);
            var entered = (right - left) * rung.Entered / most;
            var survived = (right - left) * Math.Min(rung.Survived, rung.Entered) / most;
            var thickness = Math.Min(20, step * 0.66);
            canvas.Text(left - 10, middle + 4, TextWidth.Fit(rung.Label, left - 10), "lg num", TextAnchor.End);
            canvas.Rect(left, middle - (thickness / 2), Math.Max(1.5, entered), thickness, "fl faint " + colour, $"{rung.Label}: {notes[i]} survived");
            canvas.Rect(left, middle - (thickness / 2), rung.Survived > 0 ? Math.Max(1.5, survived) : 0, thickness, "fl " + colour);
            canvas.Text(size.Width, middle + 4, notes[i], "lg num", TextAnchor.End);
        }
    }
}
