namespace Ratchet.Reporting.Html;

/// <summary>The equity curves of one stage.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Curves">The result first, then the baselines.</param>
public sealed record ReportEquity(ReportStage Stage, IReadOnlyList<ReportCurve> Curves)
{
    /// <summary>Moments to mark, such as the starts of walk-forward windows.</summary>
    public IReadOnlyList<ReportMoment> Moments { get; init; } = [];

    /// <summary>Whether equity is drawn on a logarithmic axis.</summary>
    public bool IsLogarithmic { get; init; }
}
