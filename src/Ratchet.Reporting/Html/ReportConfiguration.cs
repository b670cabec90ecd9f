namespace Ratchet.Reporting.Html;

/// <summary>One of the best configurations.</summary>
/// <param name="Name">A short name, such as "#17".</param>
/// <param name="IsViable">Whether it met every condition of viability.</param>
public sealed record ReportConfiguration(string Name, bool IsViable)
{
    /// <summary>The conditions that it missed.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Figures of the search, out of fold; null where unknown.</summary>
    public ReportFigures? InSample { get; init; }

    /// <summary>Figures of the walk-forward; null where it was not run, which the page says beside the search's figures.</summary>
    public ReportFigures? OutOfSample { get; init; }

    /// <summary>The score of each fold; empty leaves the configuration out of the chart of folds.</summary>
    public IReadOnlyList<double> FoldScores { get; init; } = [];

    /// <summary>The lower confidence bound of the mean over folds; NaN where undefined.</summary>
    public double LowerBound { get; init; } = double.NaN;

    /// <summary>Its parameters.</summary>
    public IReadOnlyList<ReportParameter> Parameters { get; init; } = [];
}
