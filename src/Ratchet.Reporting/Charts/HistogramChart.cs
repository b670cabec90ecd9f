namespace Ratchet.Reporting.Charts;

/// <summary>
/// Counts of values in bins of equal width. Bin edges are multiples of 1, 2 or 5 times a power of ten, so that zero is
/// an edge; a bin holds its lower edge and not its upper one, except the last, which holds both.
/// </summary>
public sealed record HistogramChart : Chart
{
    /// <summary>The values; those that are not finite are left out.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>About how many bins are wanted, 2 to 200.</summary>
    public int TargetBins { get; init; } = 24;

    /// <summary>How the values are written.</summary>
    public ValueFormat Format { get; init; }

    /// <summary>The colour class of bins below zero.</summary>
    public string BelowZero { get; init; } = ChartColour.Loss;

    /// <summary>The colour class of bins from zero.</summary>
    public string FromZero { get; init; } = ChartColour.Gain;

    /// <inheritdoc/>
    public override bool HasData => !Range().IsEmpty;

    private protected override void Draw(SvgCanvas canvas)
    {
        var range = Range();
        var bins = NiceTicks.Linear(range.Low, range.High, Math.Clamp(TargetBins, 2, 200));
        var counts = Count(bins);
        var heights = NiceTicks.Linear(0, Math.Max(1, counts.Max()), PlotFrame.TargetRows(canvas.Size), ValueFormat.Count);
        var labels = NiceTicks.Linear(range.Low, range.High, PlotFrame.TargetColumns(canvas.Size), Format);
        var shown = Enumerable.Range(0, labels.Values.Count).Where(i => labels.Values[i] >= bins.Low && labels.Values[i] <= bins.High).ToArray();
        var x = new TickSet(bins.Low, bins.High, [.. shown.Select(i => labels.Values[i])], [.. shown.Select(i => labels.Labels[i])]);
        var frame = PlotFrame.Open(canvas, this, [], x, heights);
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] == 0)
            {
                continue;
            }

            var from = frame.X.Map(bins.Values[i]);
            var to = frame.X.Map(bins.Values[i + 1]);
            var top = frame.Y.Map(counts[i]);
            var tooltip = $"{bins.Labels[i]} to {bins.Labels[i + 1]}: {counts[i]}";
            var colour = bins.Values[i + 1] <= 0 ? BelowZero : FromZero;
            canvas.Rect(from + 0.5, top, Math.Max(0.5, to - from - 1), frame.Bottom - top, "fl soft " + colour, tooltip);
        }
    }

    private int[] Count(TickSet bins)
    {
        var counts = new int[bins.Values.Count - 1];
        foreach (var value in Values)
        {
            if (!(Math.Abs(value) <= 1e300))
            {
                continue;
            }

            var bin = 0;
            while (bin < counts.Length - 1 && value >= bins.Values[bin + 1])
            {
                bin++;
            }

            counts[bin]++;
        }

        return counts;
    }

    private ValueRange Range()
    {
        var range = new ValueRange();
        range.Include(Values);
        return range;
    }
}
