namespace Ratchet.Reporting.Charts;

/// <summary>Bars that stand together over one label.</summary>
/// <param name="Label">The text below; cut short where it does not fit.</param>
/// <param name="Bars">From left to right.</param>
public sealed record BarGroup(string Label, IReadOnlyList<ChartBar> Bars)
{
    /// <summary>A level drawn across the group, such as a mean; NaN draws none.</summary>
    public double Level { get; init; } = double.NaN;

    /// <summary>The lower bound of the level, the end of a whisker; NaN draws none.</summary>
    public double LevelLow { get; init; } = double.NaN;

    /// <summary>A diamond beside the level, such as the figure of another period; NaN draws none.</summary>
    public double Other { get; init; } = double.NaN;
}
