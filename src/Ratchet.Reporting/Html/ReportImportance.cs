namespace Ratchet.Reporting.Html;

/// <summary>Feature importance of one model.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Features">In order of importance; the page shows the first twelve.</param>
public sealed record ReportImportance(string Model, IReadOnlyList<ReportFeature> Features)
{
    /// <summary>How importance was measured, such as "mean decrease of log loss by permutation".</summary>
    public string Measure { get; init; } = "";
}
