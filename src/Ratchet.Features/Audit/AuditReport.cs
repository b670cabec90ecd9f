namespace Ratchet.Features.Audit;

/// <summary>What the audit of a feature set found on one series.</summary>
/// <param name="Bars">How many bars the series has.</param>
/// <param name="Cuts">Where the future was cut off or changed, ascending.</param>
/// <param name="Features">One element a feature, in the order of the set.</param>
public sealed record AuditReport(int Bars, IReadOnlyList<int> Cuts, IReadOnlyList<FeatureAudit> Features)
{
    /// <summary>Whether no feature has a finding.</summary>
    public bool IsClean => Features.All(f => f.IsClean);

    /// <summary>Every finding, feature by feature.</summary>
    public IEnumerable<AuditFinding> Findings => Features.SelectMany(f => f.Findings);
}
