namespace Ratchet.Reporting.Html;

/// <summary>Score against one parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Points">One for each trial.</param>
public sealed record ReportSlice(string Parameter, IReadOnlyList<ReportSlicePoint> Points)
{
    /// <summary>Its share of importance, 0 to 1; NaN where unknown.</summary>
    public double Importance { get; init; } = double.NaN;

    /// <summary>Whether the parameter was searched on a logarithmic axis.</summary>
    public bool IsLogarithmic { get; init; }

    /// <summary>The names of its categories; null for numbers.</summary>
    public IReadOnlyList<string>? Categories { get; init; }
}
