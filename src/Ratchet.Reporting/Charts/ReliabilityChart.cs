namespace Ratchet.Reporting.Charts;

/// <summary>
/// Predicted probability against observed rate, with the diagonal of perfect calibration and the number of cases below.
/// Points on the diagonal are honest probabilities; above it the model is too timid, below it too bold.
/// </summary>
public sealed record ReliabilityChart : Chart
{
    private const double CountStrip = 46;

    /// <summary>The bins, ascending.</summary>
    public required IReadOnlyList<ReliabilityBin> Bins { get; init; }

    /// <summary>The colour class of the curve.</summary>
    public string Colour { get; init; } = ChartColour.Series(0);

    /// <inheritdoc/>
    public override bool HasData => Bins.Any(IsDrawn);

    private protected override void Draw(SvgCanvas canvas)
    {
        var y = NiceTicks.Linear(0, 1, 5);
        var x = NiceTicks.Linear(0, 1, 5);
        var frame = PlotFrame.Open(canvas, this, [], x, y, footer: 22 + CountStrip);
        canvas.Line(frame.Left, frame.Bottom, frame.Right, frame.Top, "ln dash quiet");
        var drawn = Bins.Where(IsDrawn).ToArray();
        var most = drawn.Max(bin => bin.Count);
        CurvePath.Draw(canvas, frame, new LineSeries("", [.. drawn.Select(bin => bin.MeanPredicted)], [.. drawn.Select(bin => bin.ObservedRate)], Colour));
        var width = Math.Clamp((frame.Right - frame.Left) / Math.Max(10, Bins.Count) * 0.6, 3, 22);
        var floor = canvas.Size.Height - (XLabel.Length > 0 ? 18 : 0) - 2;
        var labelled = double.NegativeInfinity;
        foreach (var bin in drawn)
        {
            var at = frame.X.Map(bin.MeanPredicted);
            var tooltip = $"predicted {bin.MeanPredicted:0.00}, observed {bin.ObservedRate:0.00}, {bin.Count:N0} cases";
            canvas.Circle(at, frame.Y.Map(bin.ObservedRate), 2.5 + (3 * Math.Sqrt((double)bin.Count / most)), "fl rim " + Colour, tooltip);
            var height = 22.0 * bin.Count / most;
            canvas.Rect(at - (width / 2), floor - height, width, height, "fl faint " + Colour, tooltip);
            var label = TickLabel.Short(bin.Count);
            var half = TextWidth.Of(label, 10) / 2;
            if (at - half > labelled + 2 && at + half <= canvas.Size.Width)
            {
                canvas.Text(at, floor - height - 4, label, "sm", TextAnchor.Middle);
                labelled = at + half;
            }
        }
    }

    private static bool IsDrawn(ReliabilityBin bin) =>
        bin.Count > 0 && bin.MeanPredicted is >= 0 and <= 1 && bin.ObservedRate is >= 0 and <= 1;
}
